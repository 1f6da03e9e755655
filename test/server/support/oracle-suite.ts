/** The tests every recorded step has: it answers as recorded, but where it means to differ. */

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { askRaw } from '../../support/raw-http.ts'
import { realServer } from '../../support/real-server.ts'
import {
  differences,
  type Oracle,
  readOracle,
  type Recorded,
  replay,
  sentenceOf,
} from './oracle.ts'

export interface Departure {
  because: string
  /** What ours answers. */
  ours: Recorded
}

/** Credentials in several lines, in any step. */
export const SEVERAL: Departure = {
  because: 'credentials that contradict each other are no reason to choose one',
  ours: { status: 400, body: { json: { detail: 'Several Authorization headers' } } },
}

interface Step {
  /** The file of recorded answers, without `.json`. */
  fixture: string
  /** Where our server of this step answers. */
  prefix: string
  /** Recorded cases that are not replayed as they stand: why, and what is answered in their place. */
  departures: Record<string, Departure>
  /** The server, where it is not the playground. */
  server?: { readonly port: number }
}

interface Described {
  paths: Record<string, Record<string, { security?: unknown; requestBody?: DescribedBody }>>
  components: { securitySchemes: unknown; schemas?: Record<string, DescribedForm> }
}

interface DescribedBody {
  required: boolean
  content: Record<string, { schema: { $ref: string } }>
}

interface DescribedForm {
  required: string[]
  properties: Record<string, Record<string, unknown>>
}

export function answersAsRecorded({
  fixture,
  prefix,
  departures,
  // The tutorial's server answers for any host; ours for those it is told of.
  server = realServer(undefined, { allowedHosts: ['shop.example'] }),
}: Step): void {
  const { cases, openapi } = readOracle(fixture)
  const place = () => ({ port: server.port, prefix })
  const departs = ({ id }: { id: string }) => Object.hasOwn(departures, id)

  // The clock stands still, for the server too: it is in this process.
  beforeAll(() => void vi.useFakeTimers({ now: new Date('2026-01-01'), toFake: ['Date'] }))
  afterAll(() => void vi.useRealTimers())

  describe('as the tutorial does', () => {
    const same = cases.filter((one) => !departs(one))
    test.each(same.map((one) => [sentenceOf(one), one] as const))('%s', async (_, one) => {
      expect(differences(one, await replay(one, place(), cases), place())).toEqual([])
    })
  })

  describe('unlike the tutorial', () => {
    const other = cases.filter(departs).map((one) => {
      const { because, ours } = departures[one.id]!
      const sentence = sentenceOf({ ...one, response: ours })
      return [`${sentence}, not as recorded: ${because}`, one, ours] as const
    })
    test.for(other)('%s', async ([, one, ours]) => {
      const answer = await replay(one, place(), cases)
      expect(differences({ ...one, response: ours }, answer, place())).toEqual([])
      // Where it comes to agree, it is no departure any more.
      expect(differences(one, answer, place())).not.toEqual([])
    })

    test('is nothing but what was recorded', () => {
      const ids = cases.map(({ id }) => id)
      expect(ids).toEqual([...new Set(ids)])
      expect(ids).toEqual(expect.arrayContaining(Object.keys(departures)))
    })
  })

  if (openapi) describedAsRecorded(openapi, { server, prefix })
}

function describedAsRecorded(
  openapi: NonNullable<Oracle['openapi']>,
  { server, prefix }: { server: { readonly port: number }; prefix: string },
): void {
  describe('the description', () => {
    const read = async () => {
      const { body } = await askRaw(server.port, { method: 'GET', path: `${prefix}/openapi.json` })
      return JSON.parse(body.toString()) as Described
    }
    const operationOf = ({ paths }: Described, route: string) => {
      const [method = '', path = ''] = route.split(' ')
      return paths[path]?.[method.toLowerCase()]
    }

    test('declares the security schemes that were recorded', async () => {
      const { components } = await read()
      expect(components.securitySchemes ?? {}).toEqual(openapi.securitySchemes)
    })

    test.for(Object.entries(openapi.security))('of %s asks for %j', async ([route, security]) => {
      const operation = operationOf(await read(), route)
      expect(operation).toBeDefined()
      expect(operation?.security).toEqual(security ?? undefined)
    })

    const bodies = Object.entries(openapi.requestBodies)
    test.for(bodies)('of %s has the fields that were recorded', async ([route, recorded]) => {
      const described = await read()
      const body = operationOf(described, route)?.requestBody
      expect(body?.required).toBe(recorded.required)
      expect(Object.keys(body?.content ?? {})).toEqual(Object.keys(recorded.content))
      for (const [mediaType, { required, properties }] of Object.entries(recorded.content)) {
        const reference = body?.content[mediaType]?.schema.$ref ?? ''
        const form = described.components.schemas?.[reference.replace('#/components/schemas/', '')]
        expect(form?.required.toSorted()).toEqual(required)
        expect(Object.keys(form?.properties ?? {})).toEqual(Object.keys(properties))
        for (const [name, { pattern, type, ...field }] of Object.entries(properties)) {
          const property = form?.properties[name] as { anyOf?: object[] }
          expect(property).toMatchObject(field)
          // A pattern was matched at the start of a value; ours goes for the whole of it. What may be left out
          // is text or null, as today's FastAPI writes it.
          const wanted = pattern === undefined ? { type } : { type, pattern: `^${pattern}$` }
          expect(property.anyOf?.[0] ?? property).toMatchObject(wanted)
        }
      }
    })
  })
}
