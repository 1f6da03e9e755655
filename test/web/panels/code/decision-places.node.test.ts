/** From a decision in a trace to the lines of the server that wrote it down. */

import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '../../../../lessons/contract/contract.ts'
// oxlint-disable-next-line import/default -- the module is made of the file, and is not the file
import places from '../../../../server/security/codes.ts?decisions'
import { useBcrypt } from '../../../../server/security/index.ts'
import type { Trace, TraceEvent } from '../../../../server/security/trace.ts'
import { type DecisionPlace, placeOf } from '../../../../web/panels/code/decision-places.ts'
import { cheapBcrypt } from '../../../server/support/cheap-bcrypt.ts'
import { findHost, upstreamAt } from '../../../support/in-process.ts'

useBcrypt(cheapBcrypt())

const contracts = import.meta.glob<Contract[]>('../../../../lessons/[0-9]*/contract.ts', {
  eager: true,
  import: 'default',
})

/** A decision, and the calls that stood when it was written. */
interface Written {
  event: Extract<TraceEvent, { kind: 'decided' }>
  stack: string
}

/** Every kind of decision that the contracts bring about, with the stack that wrote it. */
const written = new Map<string, Written>()

beforeAll(async () => {
  for (const { method, path, headers, body } of Object.values(contracts).flatMap((each) =>
    each.flatMap(({ rows }) => rows),
  )) {
    const url = `http://localhost${path}`
    const host = await findHost(new URL(url).pathname)
    const trace: Trace = []
    trace.push = (event) => {
      const { stack = '' } = new Error('written')
      if (event?.kind === 'decided') {
        written.set(`${event.by}: ${event.gate}, ${event.because}`, { event, stack })
      }
      return 0
    }
    const { fetch, authServerUrl } = await upstreamAt(url)
    await host?.fetch(
      new Request(url, {
        method,
        headers,
        body: method === 'GET' || method === 'HEAD' ? null : body,
      }),
      {
        trace,
        headers,
        fetch,
        ...(authServerUrl !== undefined && { AUTH_SERVER_URL: authServerUrl }),
      },
    )
  }
})

/** Whether a stack has a call in the lines of a place's function. */
function isIn(stack: string, { file, first, last }: DecisionPlace): boolean {
  return [...stack.matchAll(/server\/([\w/-]+\.ts):(\d+):/g)].some(
    ([, name, line]) => name === file && first <= Number(line) && Number(line) <= last,
  )
}

test('each decision of every row of the contracts leads into the function that wrote it', () => {
  expect(written.size).toBeGreaterThan(50)
  const lost = [...written]
    .filter(([, { event, stack }]) => {
      const place = placeOf(event, places)
      return !place || !isIn(stack, place)
    })
    .map(([name]) => name)
  expect(lost).toEqual([])
})

describe('a decision leads to the line that names it', () => {
  const lineFor = (name: string) => {
    const place = placeOf(written.get(name)!.event, places)!
    return [place.file, place.texts]
  }

  test.each([
    ['JWT: expiry, expired', 'security/jwt-claims.ts', 'expired'],
    ['JWT: expiry, nbf-not-a-date', 'security/jwt-claims.ts', '*-not-a-date'],
    ['JWT: signature, signature-matches', 'security/json-web-tokens.ts', 'signature-matches'],
    ['OAuth2PasswordBearer: scheme, scheme-not-bearer', 'security/bearer.ts', 'scheme-not-bearer'],
    ['SameOrigin: origin, origin-own', 'security/same-origin.ts', 'origin-own'],
    ['LoginForm: form, form-complete', 'security/login-form.ts', 'form-complete'],
    ['OAuth2PasswordForm: form, form-complete', 'security/password-form.ts', 'form-complete'],
    ['handler: handler, handler-refused', 'stage/step-host.ts', 'handler-refused'],
    ['router: route, route-missing', 'stage/step-host.ts', 'route-missing'],
    ['user: user, resolved', 'security/depends.ts', 'resolved'],
  ])('%s', (name, file, text) => {
    expect(lineFor(name)).toEqual([file, expect.arrayContaining([text])])
  })
})

test('a decision that nobody writes leads nowhere', () => {
  const gone = { by: 'Nobody', gate: 'header', because: 'no-such-reason' }
  expect(placeOf(gone, { ...places, places: [] })).toBeUndefined()
})
