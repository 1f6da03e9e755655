/** All that this process listens with: told to end, each lets the requests end that it has. */

import type { Server } from 'node:http'
import { listen } from './listen.ts'
import type { Settings } from './settings.ts'

type Site = Parameters<typeof listen>[0]

/** How long open requests may take to end after SIGTERM, in milliseconds. */
const DRAIN_LIMIT = 5_000

const LOOPBACK_4 = '127.0.0.1'

const servers: Server[] = []

/** Listens until the program is told to end; gives the port. */
export async function listening(
  site: Site,
  at: Pick<Settings, 'host' | 'port' | 'allowedHosts'>,
): Promise<number> {
  const started = await listen(site, at)
  if (servers.push(started.server) === 1) {
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  }
  if (at.host === LOOPBACK_4) await listenOnLoopback6(site, { ...at, port: started.port })
  return started.port
}

/** Programs that take `localhost` for its IPv6 address alone find the server there too, where the machine has one. */
async function listenOnLoopback6(
  site: Site,
  at: Pick<Settings, 'port' | 'allowedHosts'>,
): Promise<void> {
  try {
    servers.push((await listen(site, { ...at, host: '::1' })).server)
  } catch {
    // There is no such address, or somebody else's server is there.
  }
}

/** Takes no new connection, lets open requests end, and leaves. */
function stop(): void {
  let open = servers.length
  for (const server of servers) {
    server.close(() => {
      if (--open === 0) process.exit(0)
    })
    server.closeIdleConnections()
  }
  setTimeout(() => process.exit(0), DRAIN_LIMIT).unref()
}
