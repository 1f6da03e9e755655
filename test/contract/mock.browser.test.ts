/** The contract in a browser: a `fetch` that MSW's service worker takes to the step app in a worker. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { server } from 'vitest/browser'
import { useBcrypt } from '../../server/security/index.ts'
import { createBrowserStage } from '../../web/stage/browser-stage.ts'
import { CookieJar } from '../../web/stage/cookie-jar.ts'
import { sendWithJar } from '../../web/stage/send-with-jar.ts'
import { STAGE_HEADER } from '../../web/stage/stage-header.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import type { Ask } from '../../lessons/contract/answer.ts'
import { startCheapRunner } from './cheap-runner.ts'
import { declareContracts } from './contracts.ts'
import type { Row } from '../../lessons/contract/row.ts'

// What the worker is held against, in this page, is cheap as well.
useBcrypt(cheapBcrypt())

const stage = createBrowserStage({ base: '/', startRunner: startCheapRunner })

beforeAll(async () => {
  // Not part of what has to be there in time: here it comes in many pieces.
  await import('../../web/stage/mock.ts')
  // The other way, round the service worker, would prove nothing about it.
  expect(await stage.ready()).toBe('service-worker')
})

afterAll(() => stage.stop())

/** A login's cookie comes along with what is asked after it. */
const send = sendWithJar(new CookieJar(), (request) => fetch(request))

const ask: Ask = async ({ method, path, headers, body }) => {
  const response = await send(
    new Request(path, {
      method,
      headers: [...headers, [STAGE_HEADER, 'browser']],
      body: body && new TextEncoder().encode(body),
    }),
  )
  return {
    status: response.status,
    headers: [...response.headers],
    body: await response.arrayBuffer(),
  }
}

/** Chromium hands a service worker each header value as UTF-8, and drops what is not. */
const hasOtherBytes = ({ headers }: Row): boolean =>
  headers.some(([, value]) => /[^\x00-\x7f]/.test(value))

// What an engine makes of each row is told without a service worker too, with all of them.
const every = server.browser === 'chromium' ? 1 : 4

declareContracts(ask, { browser: true, except: hasOtherBytes, every })

test('a redirect is followed unseen, and shows in the final URL', async () => {
  const response = await stage.fetch(new Request('/lessons/first-steps/api/items?a=1'))
  expect(new URL(response.finalUrl!).pathname).toBe('/lessons/first-steps/api/items/')
  expect(response.status).toBe(401)
})
