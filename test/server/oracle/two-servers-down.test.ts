/** Both client servers while no auth server listens: as recorded of the tutorial's own, but where they mean to differ. */

import { afterAll, beforeAll, describe } from 'vitest'
import { listen } from '../../../server/node/listen.ts'
import { findServed, serveAlone } from '../../../server/playground/serve.ts'
import type { Recorded } from '../support/oracle.ts'
import { answersAsRecorded } from '../support/oracle-suite.ts'
import { freePort } from '../../support/free-port.ts'

const because = 'that another server is gone is no accident, and there are words for it'

const DETAIL = 'The auth server cannot be reached'

const PAGE: Recorded = {
  status: 502,
  headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': null },
  body: { page: { title: 'Not now', text: DETAIL, forms: [] } },
}

const JSON_DETAIL: Recorded = {
  status: 502,
  headers: { 'content-type': 'application/json', 'set-cookie': null },
  body: { json: { detail: DETAIL } },
}

describe.each([
  ['two-servers', PAGE],
  ['two-servers/faithful', JSON_DETAIL],
])('%s', (name, ours) => {
  answersAsRecorded({
    fixture: 'two-servers-down',
    prefix: '',
    server: withoutAuthServer(name),
    departures: { 'get-token': { because, ours }, 'me-cookie': { because, ours } },
  })
})

/** Serves a client server alone, whose auth server is where nobody listens. */
function withoutAuthServer(name: string): { readonly port: number } {
  const server = { port: 0 }
  let running: Awaited<ReturnType<typeof listen>> | undefined
  beforeAll(async () => {
    const site = await serveAlone(findServed(name)!, {
      docsFiles: () => new Response(null, { status: 404 }),
      authServerUrl: `http://127.0.0.1:${await freePort()}`,
    })
    running = await listen(site, { host: '127.0.0.1', port: 0 })
    server.port = running.port
  })
  afterAll(() => new Promise<void>((resolve) => running?.server.close(() => resolve())))
  return server
}
