#!/usr/bin/env node
/** The command `bearer-playground`: the playground or one step on its port, and an orderly end. */

import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { bcryptPool } from './bcrypt-pool.ts'
import { listen } from './listen.ts'
import { BadUsage, type Command, readCommand } from './command.ts'
import { exposureProblem, isLoopback, keyNotice, mayShowKey } from './exposure.ts'
import { useBcrypt } from '../security/index.ts'
import { findServed, onOwnPort, type Served, serveAlone } from '../playground/serve.ts'
import { openInBrowser } from './open-in-browser.ts'
import { pageFiles } from './page-files.ts'
import { nextFreePort } from './next-free-port.ts'
import { BadSetting, HELP, readSettings, type Settings } from './settings.ts'
import { createSite } from '../playground/site.ts'

/** How long open requests may take to end after SIGTERM, in milliseconds. */
const DRAIN_LIMIT = 5_000

const WEB_ROOT = fileURLToPath(new URL('../web', import.meta.url))

const LOOPBACK_4 = '127.0.0.1'

/** Addresses that a browser on this machine reaches as `localhost`. */
const LOCAL_HOSTS = new Set(['127.0.0.1', '::1', '0.0.0.0', '::'])

async function main(words: string[]): Promise<void> {
  try {
    const command = readCommand(words)
    if (command.kind === 'help') process.stdout.write(HELP)
    else await start(command, readSettings(settingsWith(command)))
  } catch (error) {
    if (error instanceof BadUsage) fail(`${error.message}\n\n${HELP}`)
    if (error instanceof BadSetting) fail(error.message)
    throw error
  }
}

/** The environment, where the command line says nothing else. */
const settingsWith = ({ host, ...command }: Exclude<Command, { kind: 'help' }>) => ({
  ...process.env,
  ...(host !== undefined && { HOST: host }),
  ...(command.kind === 'playground' && command.port !== undefined && { PORT: `${command.port}` }),
})

async function start(command: Exclude<Command, { kind: 'help' }>, settings: Settings) {
  if (!existsSync(WEB_ROOT)) fail('the page is not built yet; npm start builds it')
  const passwords = bcryptPool({
    script: new URL('./bcrypt.worker.js', import.meta.url),
    // One core stays free for answering.
    threads: Math.max(1, availableParallelism() - 1),
  })
  useBcrypt(passwords.compare)
  const { host } = settings
  if (command.kind === 'serve') {
    refuseToShow(command.served, settings)
    const site = await alone(command.served, settings)
    const at = { ...settings, port: command.port }
    const port = await listening(site, at).catch(failWith(at, '--port '))
    console.log(`${command.served.title} is ready at ${urlOf(host, port)}`)
    tellOfKey(settings, [command.served.title])
    if (command.open) openInBrowser(`${urlOf(host, port)}/docs`)
    return
  }
  const client = findServed(onOwnPort('client', command.faithful).name)!
  refuseToShow(client, settings)
  const site = createSite({
    files: pageFiles(WEB_ROOT),
    weak: isLoopback(host),
    publishedKey: mayShowKey(settings),
  })
  const setting = command.port === undefined ? 'PORT=' : '--port '
  const port = await listening(site, settings).catch(failWith(settings, setting))
  console.log(`Bearer Playground is ready at ${urlOf(host, port)}`)
  tellOfKey(settings)
  if (command.open) openInBrowser(urlOf(host, port))
  await startOnOwnPorts(settings, client, `${urlOf(host, port)}${onOwnPort('auth').path}`)
}

/**
 * The client server and its auth server on ports of their own. The playground has them below its paths too, and can do without.
 *
 * @param inPlayground where the auth server is below the playground: asked where it has no port of its own, for
 *   whoever has that port is not to get the passwords.
 */
async function startOnOwnPorts(
  settings: Settings,
  client: Served,
  inPlayground: string,
): Promise<void> {
  const { host, authPort, clientPort } = settings
  const start = async (served: Served, port: number, setting: string, authServerUrl?: string) => {
    const site = await alone(served, { ...settings, ...(authServerUrl && { authServerUrl }) })
    const { title } = served
    try {
      const url = urlOf(host, await listening(site, { ...settings, port }))
      console.log(`${title} is ready at ${url}`)
      return url
    } catch (error) {
      const problem = listenProblem(error as NodeJS.ErrnoException, setting)
      console.error(`bearer-playground: ${title} has no port of its own: ${problem}`)
      return undefined
    }
  }
  const ours = findServed(onOwnPort('auth').name)!
  const mayShow = exposureProblem(ours, settings) === undefined
  if (!mayShow && settings.authServerUrl === undefined) {
    console.error(`bearer-playground: ${client.title} has no auth server; see AUTH_SERVER_URL`)
    return
  }
  const auth = mayShow ? await start(ours, authPort, 'AUTH_PORT=…') : undefined
  const authServerUrl = settings.authServerUrl ?? auth ?? inPlayground
  await start(client, clientPort, 'CLIENT_PORT=…', authServerUrl)
}

/** Ends the program rather than to show to a network what is for this machine alone. */
function refuseToShow(served: Served, settings: Settings): void {
  const problem = exposureProblem(served, settings)
  if (problem) fail(problem)
}

/** Says what becomes of the tutorial's key, where that is worth a word. */
function tellOfKey(settings: Settings, names?: string[]): void {
  const notice = keyNotice(settings, names)
  if (notice) console.error(notice)
}

function alone(served: Served, { authServerUrl }: Settings) {
  const files = new Hono()
  files.get('*', pageFiles(WEB_ROOT))
  return serveAlone(served, {
    docsFiles: files.fetch,
    ...(authServerUrl !== undefined && { authServerUrl }),
  })
}

const servers: Server[] = []

/** Listens until the program is told to end; gives the port. */
async function listening(
  site: Parameters<typeof listen>[0],
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
  site: Parameters<typeof listen>[0],
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

const urlOf = (host: string, port: number) => `http://${shownHost(host)}:${port}`

function shownHost(host: string): string {
  if (LOCAL_HOSTS.has(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}

const failWith =
  (at: Pick<Settings, 'host' | 'port'>, setting: string) =>
  async (error: NodeJS.ErrnoException): Promise<never> => {
    const free = error.code === 'EADDRINUSE' ? await nextFreePort(at) : undefined
    if (free === undefined) return fail(listenProblem(error, `${setting}…`))
    return fail(`port ${at.port} is in use, and ${free} is free: ${setting}${free}`)
  }

/** Why an address cannot be had, as one line; `setting` is what to change it with. */
function listenProblem(
  error: NodeJS.ErrnoException & { port?: number; address?: string; hostname?: string },
  setting: string,
): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${error.port} is in use; choose another with ${setting}`
    case 'EACCES':
      return `port ${error.port} needs more rights; choose another with ${setting}`
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'ENOTFOUND':
      return `this machine has no address "${error.address ?? error.hostname}"; see HOST`
    default:
      return error.message
  }
}

function fail(message: string): never {
  console.error(`bearer-playground: ${message}`)
  process.exit(1)
}

await main(process.argv.slice(2))
