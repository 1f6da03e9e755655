/** The command `npm start`: the playground or one step on its port, and an orderly end. */

import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bcryptPool } from './bcrypt-pool.ts'
import { listen } from './listen.ts'
import { type Command, readCommand } from './command.ts'
import { useBcrypt } from './security/index.ts'
import { type Served, serveAlone } from './serve.ts'
import { BadSetting, HELP, readSettings, type Settings } from './settings.ts'
import { createSite } from './site.ts'

/** How long open requests may take to end after SIGTERM, in milliseconds. */
const DRAIN_LIMIT = 5_000

const WEB_ROOT = fileURLToPath(new URL('../web', import.meta.url))

/** Addresses that a browser on this machine reaches as `localhost`. */
const LOCAL_HOSTS = new Set(['127.0.0.1', '::1', '0.0.0.0', '::'])

async function main(words: string[]): Promise<void> {
  try {
    const command = readCommand(words)
    if (command.kind === 'help') process.stdout.write(HELP)
    else await start(command, readSettings(process.env))
  } catch (error) {
    if (error instanceof BadSetting) fail(error.message)
    throw error
  }
}

async function start(command: Exclude<Command, { kind: 'help' }>, settings: Settings) {
  if (!existsSync(WEB_ROOT)) fail('the page is not built yet; npm start builds it')
  const passwords = bcryptPool({
    script: new URL('./bcrypt.worker.js', import.meta.url),
    // One core stays free for answering.
    threads: Math.max(1, availableParallelism() - 1),
  })
  useBcrypt(passwords.compare)
  const { host } = settings
  const port = command.kind === 'serve' ? command.port : settings.port
  const site = command.kind === 'serve' ? await alone(command.served, host) : playground(host)
  const listening = await listen(site, { host, port }).catch((error: NodeJS.ErrnoException) =>
    fail(
      listenError(error, { host, port, setting: command.kind === 'serve' ? '--port' : 'PORT=…' }),
    ),
  )
  process.once('SIGTERM', () => stop(listening.server as Server))
  process.once('SIGINT', () => stop(listening.server as Server))
  const what = command.kind === 'serve' ? command.served.title : 'Bearer Playground'
  console.log(`${what} is ready at http://${shownHost(host)}:${listening.port}`)
}

function playground(host: string) {
  return createSite({ files: serveStatic({ root: WEB_ROOT }), weak: isLoopback(host) })
}

function alone(served: Served, host: string) {
  if (served.weak && !isLoopback(host)) {
    fail(`${served.title} is weak on purpose and answers this machine only; see HOST`)
  }
  const files = new Hono()
  files.get('*', serveStatic({ root: WEB_ROOT }))
  return serveAlone(served, { docsFiles: files.fetch })
}

/** Takes no new connection, lets open requests end, and leaves. */
function stop(server: Server): void {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), DRAIN_LIMIT).unref()
}

/** Whether only this machine can reach an address. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function shownHost(host: string): string {
  if (LOCAL_HOSTS.has(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}

function listenError(
  error: NodeJS.ErrnoException,
  { host, port, setting }: { host: string; port: number; setting: string },
): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} is in use; choose another with ${setting}`
    case 'EACCES':
      return `port ${port} needs more rights; choose another with ${setting}`
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
