/** The command `npm start`: settings, the playground on its port, and an orderly end. */

import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { listen } from './listen.ts'
import { BadSetting, HELP, quoted, readSettings, type Settings } from './settings.ts'
import { createSite } from './site.ts'

/** How long open requests may take to end after SIGTERM, in milliseconds. */
const DRAIN_LIMIT = 5_000

const WEB_ROOT = fileURLToPath(new URL('../web', import.meta.url))

/** Addresses that a browser on this machine reaches as `localhost`. */
const LOCAL_HOSTS = new Set(['127.0.0.1', '::1', '0.0.0.0', '::'])

async function main(argv: string[]): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(HELP)
    return
  }
  if (argv.length > 0) fail(`unknown argument ${quoted(argv[0]!)}; see npm start -- --help`)
  try {
    await start(readSettings(process.env))
  } catch (error) {
    if (error instanceof BadSetting) fail(error.message)
    throw error
  }
}

async function start(settings: Settings): Promise<void> {
  if (!existsSync(WEB_ROOT)) fail('the page is not built yet; npm start builds it')
  const site = createSite({ files: serveStatic({ root: WEB_ROOT }) })
  const { server, port } = await listen(site, settings).catch((error: NodeJS.ErrnoException) =>
    fail(listenError(error, settings)),
  )
  process.once('SIGTERM', () => stop(server as Server))
  process.once('SIGINT', () => stop(server as Server))
  console.log(`Bearer Playground is ready at http://${shownHost(settings.host)}:${port}`)
}

/** Takes no new connection, lets open requests end, and leaves. */
function stop(server: Server): void {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), DRAIN_LIMIT).unref()
}

function shownHost(host: string): string {
  if (LOCAL_HOSTS.has(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}

function listenError(error: NodeJS.ErrnoException, { host, port }: Settings): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} is in use; choose another with PORT=…`
    case 'EACCES':
      return `port ${port} needs more rights; choose another with PORT=…`
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'ENOTFOUND':
      return `this machine has no address "${host}"; see HOST`
    default:
      return error.message
  }
}

function fail(message: string): never {
  console.error(`bearer-playground: ${message}`)
  process.exit(1)
}

await main(process.argv.slice(2))
