/** The real server on a free port, for the tests of one file. */

import { afterAll, beforeAll } from 'vitest'
import { listen } from '../../server/node/listen.ts'
import { createSite } from '../../server/playground/site.ts'
import { withPatience } from './patience.ts'

/** Starts a server before the file's tests and closes it after them. */
export function realServer(
  site: ReturnType<typeof createSite> = createSite({ weak: true }),
  { allowedHosts = [] }: { allowedHosts?: readonly string[] } = {},
): { readonly port: number } {
  withPatience()
  let running: Awaited<ReturnType<typeof listen>> | undefined
  beforeAll(async () => {
    running = await listen(site, { host: '127.0.0.1', port: 0, allowedHosts })
  })
  afterAll(() => new Promise<void>((resolve) => running?.server.close(() => resolve())))
  return {
    get port() {
      if (!running) throw new Error('the server runs while tests do, not before')
      return running.port
    },
  }
}
