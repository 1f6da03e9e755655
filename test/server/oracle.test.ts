/** The first step answers as the tutorial's own server was recorded to, but where it means to differ. */

import { describe, expect, test } from 'vitest'
import { askRaw } from '../support/raw-http.ts'
import { realServer } from '../support/real-server.ts'
import { differences, readOracle, type Recorded, replay, sentenceOf } from './support/oracle.ts'

const { cases, openapi } = readOracle('first-steps')

const server = realServer()
const place = () => ({ port: server.port, prefix: '/lessons/first-steps/api' })

interface Departure {
  because: string
  /** What ours answers. */
  ours: Recorded
}

const token = (text: string): Recorded => ({ status: 200, body: { json: { token: text } } })

const SEVERAL: Departure = {
  because: 'credentials that contradict each other are no reason to choose one',
  ours: { status: 400, body: { json: { detail: 'Several Authorization headers' } } },
}

const refusedByNode = (because: string, status = 400): Departure => ({ because, ours: { status } })

/** Recorded cases that are not replayed as they stand: why, and what is answered in their place. */
const DEPARTURES: Record<string, Departure> = {
  'two-spaces': {
    because: 'blanks before a token are no part of it, as in newer versions of the framework',
    ours: token('foobar'),
  },
  'space-then-tab-separator': {
    because: 'blanks before a token are no part of it, as in newer versions of the framework',
    ours: token('foobar'),
  },
  'duplicate-two-bearers': SEVERAL,
  'duplicate-bearer-then-basic': SEVERAL,
  'percent-encoded-slash': {
    because:
      'an encoded slash is data in a segment (RFC 3986 section 2.2), so this is another path',
    ours: { status: 404, body: { json: { detail: 'Not Found' } } },
  },
  head: {
    because: 'HEAD is GET without the body (RFC 9110 section 9.1), and passes the same guard',
    ours: { status: 200, headers: { allow: null }, body: { empty: true } },
  },
  'long-20k': refusedByNode('Node takes 16 KiB of headers, and that is plenty', 431),
  'control-byte': refusedByNode('a control character is no part of a value (RFC 9110 section 5.5)'),
  'obs-fold': refusedByNode('a folded line is to be refused (RFC 9112 section 5.2)'),
  'method-unknown': refusedByNode("Node's parser knows methods by name, and this is none"),
}

const departs = ({ id }: { id: string }) => Object.hasOwn(DEPARTURES, id)

describe('as the tutorial does', () => {
  const same = cases.filter((one) => !departs(one))
  test.each(same.map((one) => [sentenceOf(one), one] as const))('%s', async (_, one) => {
    expect(differences(one, await replay(one, place()), place())).toEqual([])
  })
})

describe('unlike the tutorial', () => {
  const other = cases.filter(departs).map((one) => {
    const { because, ours } = DEPARTURES[one.id]!
    const sentence = sentenceOf({ ...one, response: ours })
    return [`${sentence}, not ${one.response.status}: ${because}`, one, ours] as const
  })
  test.each(other)('%s', async (_, one, ours) => {
    const answer = await replay(one, place())
    expect(differences({ ...one, response: ours }, answer, place())).toEqual([])
    // Where it comes to agree, it is no departure any more.
    expect(differences(one, answer, place())).not.toEqual([])
  })

  test('is nothing but what was recorded', () => {
    const ids = cases.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    expect(ids).toEqual(expect.arrayContaining(Object.keys(DEPARTURES)))
  })
})

describe('the description', () => {
  const read = async () => {
    const { port, prefix } = place()
    const { body } = await askRaw(port, { method: 'GET', path: `${prefix}/openapi.json` })
    return JSON.parse(body.toString()) as {
      paths: Record<string, Record<string, { security?: unknown }>>
      components: { securitySchemes: unknown }
    }
  }

  test('declares the security schemes that were recorded', async () => {
    expect((await read()).components.securitySchemes).toEqual(openapi.securitySchemes)
  })

  test.each(Object.entries(openapi.security))('of %s asks for %j', async (route, security) => {
    const [method = '', path = ''] = route.split(' ')
    expect((await read()).paths[path]?.[method.toLowerCase()]?.security).toEqual(security)
  })
})
