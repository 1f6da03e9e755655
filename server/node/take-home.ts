/** The servers of a lesson that somebody took home: on ports of this machine, for nobody else. */

import type { AddressInfo } from 'node:net'
import type { Hono } from 'hono'
import { type AloneHost, hostAlone } from '../stage/alone.ts'
import { listen } from './listen.ts'

/** One server, as the table of `servers.ts` has it. */
export interface HomeServer {
  /** Loads the step's app. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- apps differ in their variables
  app: () => Promise<{ default: Hono<any> }>
  /** Where it listens unless a setting says otherwise. */
  port: AddressInfo['port']
  /** The server of the table that it calls. */
  calls?: string
  /** Whether it answers with pages, which nobody may frame. */
  pages?: true
}

/** Servers by name; the first is the one that starts where none is named. */
export type HomeServers = Record<string, HomeServer>

/** Only this machine reaches it: some of these servers are weak on purpose. */
const HOST = '127.0.0.1'

/** Loads a server's app, and puts around it what answers as FastAPI would. */
export async function hostHome(
  title: string,
  { app, pages }: HomeServer,
  authServerUrl?: string,
): Promise<AloneHost> {
  const { default: step } = await app()
  return hostAlone(step, {
    title,
    // For a learner's server that asks for one, whatever ours does.
    secretKey: true,
    pages: pages ?? false,
    docsFiles: () => new Response(DOCS, { headers: { 'content-type': 'text/javascript' } }),
    ...(authServerUrl !== undefined && { authServerUrl }),
  })
}

/**
 * Starts the server that is named, and the one that it calls; says where they are, or in one sentence why they are not.
 *
 * @param words what stands behind `npm start --`.
 * @param environment `PORT`; `AUTH_PORT` for the server that is called, or `AUTH_SERVER_URL` for one elsewhere.
 * @public called by the start of whoever takes a lesson home.
 */
export async function startHome(
  servers: HomeServers,
  words: readonly string[] = process.argv.slice(2),
  environment: Record<string, string | undefined> = process.env,
): Promise<void> {
  const [name = Object.keys(servers)[0]!] = words
  const server = servers[name]
  if (!server) fail(`there is no server "${name}"; these are: ${Object.keys(servers).join(', ')}`)
  const { calls } = server
  const elsewhere = environment['AUTH_SERVER_URL']?.replace(/\/$/, '')
  const authServerUrl =
    calls === undefined
      ? undefined
      : (elsewhere ?? (await start(calls, servers[calls]!, 'AUTH_PORT', environment)))
  await start(name, server, 'PORT', environment, authServerUrl)
}

async function start(
  name: string,
  server: HomeServer,
  setting: string,
  environment: Record<string, string | undefined>,
  authServerUrl?: string,
): Promise<string> {
  const wanted = environment[setting] ?? String(server.port)
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65535) {
    fail(`${setting} must be a whole number from 0 to 65535, not "${wanted}"`)
  }
  const host = await hostHome(name, server, authServerUrl)
  try {
    const { port } = await listen(host, { host: HOST, port: Number(wanted) })
    const url = `http://localhost:${port}`
    console.log(`${name} is ready at ${url}`)
    return url
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const problem = code === 'EADDRINUSE' ? `port ${wanted} is in use` : message
    return fail(`${problem}; choose another with ${setting}=…`)
  }
}

function fail(problem: string): never {
  console.error(problem)
  process.exit(1)
}

/** The script of the docs page: Swagger UI is the playground's, and stays there. */
const DOCS = `const link = document.createElement('a')
link.href = 'openapi.json'
link.textContent = 'openapi.json'
document.querySelector('#docs').append('The description of this server: ', link)
`
