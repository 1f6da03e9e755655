/** The command `npm start`: settings, the playground on its port, and an orderly end. */

import { existsSync } from 'node:fs'
import type { IncomingMessage, Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import type { HeaderList } from './security/trace.ts'
import { BadSetting, HELP, readSettings, type Settings } from './settings.ts'
import { createSite } from './site.ts'

/** How long open requests may take to end after SIGTERM, in milliseconds. */
const DRAIN_LIMIT = 5_000

const WEB_ROOT = fileURLToPath(new URL('../web', import.meta.url))

function main(argv: string[]): void {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(HELP)
    return
  }
  if (argv.length > 0) fail(`unknown argument "${argv[0]}"; see npm start -- --help`)
  try {
    start(readSettings(process.env))
  } catch (error) {
    if (error instanceof BadSetting) fail(error.message)
    throw error
  }
}

function start({ host, port }: Settings): void {
  if (!existsSync(WEB_ROOT)) fail('the page is not built yet; npm start builds it')
  const site = createSite({ files: serveStatic({ root: WEB_ROOT }) })
  const server = serve(
    {
      fetch: (request, { incoming }) =>
        site.fetch(request, { headers: fieldLines(incoming), target: incoming.url ?? '' }),
      hostname: host,
      port,
      // A client that dribbles its request holds a connection no longer than this.
      serverOptions: { headersTimeout: 5_000, requestTimeout: 10_000 },
    },
    (address) => {
      const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host
      console.log(`Bearer Playground is ready at http://${shown}:${address.port}`)
    },
  ) as Server
  server.on('error', (error: NodeJS.ErrnoException) => fail(listenError(error, host, port)))
  process.once('SIGTERM', () => stop(server))
  process.once('SIGINT', () => stop(server))
}

/** Takes no new connection, lets open requests end, and leaves. */
function stop(server: Server): void {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), DRAIN_LIMIT).unref()
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} is in use; choose another with PORT=…`
    case 'EACCES':
      return `port ${port} needs more rights; choose another with PORT=…`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `this machine has no address "${host}"; see HOST`
    default:
      return error.message
  }
}

/** Header lines as they came: a `Headers` object would join those of one name. */
function fieldLines({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): HeaderList {
  const lines: HeaderList = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    lines.push([rawHeaders[i]!.toLowerCase(), rawHeaders[i + 1]!])
  }
  return lines
}

function fail(message: string): never {
  console.error(`bearer-playground: ${message}`)
  process.exit(1)
}

main(process.argv.slice(2))
