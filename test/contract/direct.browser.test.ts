/** The contract in a browser without a service worker: the page asks the step app's worker itself. */

import { useBcrypt } from '../../server/security/index.ts'
import { createBrowserStage } from '../../web/stage/browser-stage.ts'
import { CookieJar } from '../../web/stage/cookie-jar.ts'
import { sendWithJar } from '../../web/stage/send-with-jar.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import type { Ask } from '../../lessons/contract/answer.ts'
import { startCheapRunner } from './cheap-runner.ts'
import { declareContracts } from './contracts.ts'

// What the worker is held against, in this page, is cheap as well.
useBcrypt(cheapBcrypt())

const stage = createBrowserStage({
  base: '/',
  startRunner: startCheapRunner,
  startMock: () => Promise.reject(new Error('refused')),
})

/** A login's cookie comes along with what is asked after it. */
const send = sendWithJar(new CookieJar(), (request) => stage.fetch(request))

const ask: Ask = async ({ method, path, headers, body }) => {
  const bytes = body && new TextEncoder().encode(body)
  const request = new Request(new URL(path, location.origin), { method, headers, body: bytes })
  const response = await send(request)
  return {
    status: response.status,
    headers: [...response.headers],
    body: await response.arrayBuffer(),
  }
}

declareContracts(ask, { browser: true })
