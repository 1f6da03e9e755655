/** The steps' twins in Python answer as the tutorial's own servers were recorded to, but where they mean to differ. */

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fastApiPython } from '../../support/find-python.ts'
import { withPatience } from '../../support/patience.ts'
import { askRaw } from '../../support/raw-http.ts'
import {
  differences,
  type OracleCase,
  readOracle,
  type Recorded,
  replay,
  sentenceOf,
} from '../support/oracle.ts'
import { type TwinDeparture, TWINS } from './departures.ts'
import { serveTwins, type Twins } from './serve.ts'

/** The clock stands still here, and the twins are told the same time. */
const NOW = new Date('2026-01-01')

const python = fastApiPython()

describe.skipIf(!python)('the twin', () => {
  withPatience()
  let twins: Twins | undefined
  beforeAll(async () => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
    twins = await serveTwins(python!, TWINS, NOW.getTime() / 1000)
  })
  afterAll(async () => {
    vi.useRealTimers()
    await twins?.close()
  })

  describe.each(Object.entries(TWINS))('%s', (name, { fixture, departures }) => {
    const { cases, openapi } = readOracle(fixture)

    /** Sends a case to the twin, which says by the Host where it is. */
    async function ask(recorded: OracleCase) {
      const place = { port: twins!.ports[name]!, prefix: '' }
      const [one, ...others] = [recorded, ...cases].map((other) => addressed(other, place.port))
      const answer = await replay(one!, place, others)
      return (response: Recorded) => differences({ ...one!, response }, answer, place)
    }

    const titled = cases.map((one) => [titleOf(one, departures[one.id]), one] as const)
    test.for(titled)('%s', async ([, one]) => {
      const differing = await ask(one)
      const departure = departures[one.id]
      if (!departure || (departure.since && !isSince(twins!.versions, departure.since))) {
        expect(differing(one.response)).toEqual([])
      } else {
        expect(differing(departure.ours)).toEqual([])
        // Where it comes to agree, it is no departure any more.
        expect(differing(one.response)).not.toEqual([])
      }
    })

    test('departs in nothing but what was recorded', () => {
      expect(cases.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(departures)))
    })

    if (!openapi) return
    test('describes the security that was recorded', async () => {
      const port = twins!.ports[name]!
      const { body } = await askRaw(port, { method: 'GET', path: '/openapi.json' })
      const { paths, components } = JSON.parse(body.toString()) as {
        paths: Record<string, Record<string, { security?: unknown }>>
        components?: { securitySchemes?: object }
      }
      expect(components?.securitySchemes ?? {}).toEqual(openapi.securitySchemes)
      for (const [route, security] of Object.entries(openapi.security)) {
        const [method = '', path = ''] = route.split(' ')
        expect(paths[path]![method.toLowerCase()]!.security, route).toEqual(security ?? undefined)
      }
    })
  })
})

/** The case with the Host that the recorded server was asked by: a redirect names it. */
function addressed(one: OracleCase, port: number): OracleCase {
  const { request } = one
  const says = request.headers.some(([name]) => name.toLowerCase() === 'host')
  if (says || request.noHost) return one
  return {
    ...one,
    request: { ...request, headers: [['Host', `localhost:${port}`], ...request.headers] },
  }
}

function titleOf(one: OracleCase, departure?: TwinDeparture): string {
  if (!departure) return sentenceOf(one)
  const { because, ours, since } = departure
  if (!since) return `${sentenceOf({ ...one, response: ours })}, not as recorded: ${because}`
  return `${sentenceOf(one)}, and ${ours.status} since ${since.join(' ')}: ${because}`
}

/** Whether the installed version of a package is at least the one named. */
function isSince(versions: Twins['versions'], [name, first]: [string, string]): boolean {
  const numbers = (version: string) => version.split('.').map((part) => Number.parseInt(part, 10))
  const installed = numbers(versions[name] ?? '0')
  for (const [index, part] of numbers(first).entries()) {
    const other = installed[index] ?? 0
    if (other !== part) return other > part
  }
  return true
}
