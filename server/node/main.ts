#!/usr/bin/env node
/** The command `bearer-playground`: the playground or one step on its port, and what a person at the terminal should know. */

import { existsSync } from 'node:fs'
import { isIPv6 } from 'node:net'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { isAmong, withheld } from '../playground/audience.ts'
import { findServed, onOwnPort, type Served, serveAlone } from '../playground/serve.ts'
import { createSite } from '../playground/site.ts'
import { useBcrypt } from '../security/index.ts'
import type { AloneHost } from '../stage/alone.ts'
import { bcryptPool } from './bcrypt-pool.ts'
import { BadUsage, type Command, readCommand } from './command.ts'
import * as exposure from './exposure.ts'
import { lanAddresses } from './lan-addresses.ts'
import { listenProblem, problemAndWayOut } from './listen-problem.ts'
import { networkNotice } from './network-notice.ts'
import { openInBrowser } from './open-in-browser.ts'
import { outliveReaders } from './outlive-readers.ts'
import { pageFiles } from './page-files.ts'
import { listening } from './servers.ts'
import { BadSetting, HELP, readSettings, type Settings } from './settings.ts'

const WEB_ROOT = fileURLToPath(new URL('../web', import.meta.url))

/** Addresses that a browser on this machine reaches as `localhost`. */
const LOCAL_HOSTS = new Set(['127.0.0.1', '::1', '0.0.0.0', '::'])

type Start = Exclude<Command, { kind: 'help' }>

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
const settingsWith = ({ host, allowWeak, ...command }: Start) => ({
  ...process.env,
  ...(host !== undefined && { HOST: host }),
  ...(allowWeak && { ALLOW_WEAK_ON_NETWORK: '1' }),
  ...(command.kind === 'playground' && command.port !== undefined && { PORT: `${command.port}` }),
})

async function start(command: Start, settings: Settings): Promise<void> {
  if (!existsSync(WEB_ROOT)) fail('the page is not built yet; npm start builds it')
  const passwords = bcryptPool({
    script: new URL('./bcrypt.worker.js', import.meta.url),
    // One core stays free for answering.
    threads: Math.max(1, availableParallelism() - 1),
  })
  useBcrypt(passwords.compare)
  if (command.kind === 'serve') await startAlone(command, settings)
  else await startPlayground(command, settings)
}

async function startAlone(
  { served, port: asked, open }: Extract<Command, { kind: 'serve' }>,
  settings: Settings,
): Promise<void> {
  refuseToShow(served, settings)
  const at = { ...settings, port: asked }
  const port = await listening(await alone(served, settings), at).catch(failWith(at, '--port '))
  const url = urlOf(settings.host, port)
  console.log(`${served.title} is ready at ${url}`)
  tellOfExposure(settings, [served.title])
  tellOfNetwork(settings, port)
  if (open) openInBrowser(`${url}/docs`)
}

async function startPlayground(
  { faithful, port: asked, open }: Extract<Command, { kind: 'playground' }>,
  settings: Settings,
): Promise<void> {
  const client = findServed(onOwnPort('client', faithful).name)!
  refuseToShow(client, settings)
  const site = createSite({
    files: pageFiles(WEB_ROOT),
    weak: exposure.weakAudience(settings),
    publishedKey: exposure.keyAudience(settings),
  })
  const setting = asked === undefined ? 'PORT=' : '--port '
  const port = await listening(site, settings).catch(failWith(settings, setting))
  const url = urlOf(settings.host, port)
  console.log(`Bearer Playground is ready at ${url}`)
  tellOfExposure(settings)
  if (open) openInBrowser(url)
  await startOnOwnPorts(settings, client, `${url}${onOwnPort('auth').path}`)
  tellOfNetwork(settings, port)
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
  const mayShow = exposure.exposureProblem(ours, settings) === undefined
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
  const problem = exposure.exposureProblem(served, settings)
  if (problem) fail(problem)
}

/** Says what becomes of servers that are not for everybody, where that is worth a word. */
function tellOfExposure(settings: Settings, names?: string[]): void {
  for (const notice of [exposure.keyNotice, exposure.weakNotice]) {
    const text = notice(settings, names)
    if (text) console.error(text)
  }
}

/** Says how others reach a server that they can reach: at the end, where it stays in sight. */
function tellOfNetwork(settings: Settings, port: number): void {
  if (exposure.isLoopback(settings.host)) return
  const urls = lanAddresses(settings.host).map((host) => `http://${host}:${port}`)
  console.log(networkNotice({ urls, draw: process.stdout.isTTY }))
}

/** One server with its docs, for those whom it is to answer. */
async function alone(served: Served, settings: Settings): Promise<AloneHost> {
  const files = new Hono()
  files.get('*', pageFiles(WEB_ROOT))
  const { authServerUrl } = settings
  const site = await serveAlone(served, {
    docsFiles: files.fetch,
    ...(authServerUrl !== undefined && { authServerUrl }),
  })
  const audience = exposure.audienceOf(served, settings)
  // Where a request comes from is asked where that matters.
  if (audience === 'network') return site
  return {
    fetch: (request, bindings) =>
      isAmong(audience, bindings.fromNetwork)
        ? site.fetch(request, bindings)
        : withheld.fetch(request),
  }
}

const urlOf = (host: string, port: number) => `http://${shownHost(host)}:${port}`

function shownHost(host: string): string {
  if (LOCAL_HOSTS.has(host)) return 'localhost'
  return isIPv6(host) ? `[${host}]` : host
}

const failWith =
  (at: Pick<Settings, 'host' | 'port'>, setting: string) =>
  async (error: NodeJS.ErrnoException): Promise<never> =>
    fail(await problemAndWayOut(error, at, setting))

function fail(message: string): never {
  console.error(`bearer-playground: ${message}`)
  process.exit(1)
}

outliveReaders([process.stdout, process.stderr])
await main(process.argv.slice(2))
