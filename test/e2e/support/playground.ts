/** The built playground, as people meet it: the real server's process, or a static copy below some path. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { listen } from '../../../server/node/listen.ts'
import { PATIENT } from '../../support/patience.ts'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export interface Playground {
  /** URL of the page, with a slash at its end. */
  url: string
  stop: () => Promise<void>
}

export interface RealServer extends Playground {
  /** URLs of lesson 5's servers on ports of their own, with a slash at their ends. */
  authUrl: string
  clientUrl: string
  /** Id of the process. */
  pid: number
}

interface RealServerOptions {
  /** Settings, besides any free ports. */
  environment?: Record<string, string | undefined>
  args?: string[]
}

/** Starts `npm start`'s servers, as built, on free ports. */
export async function startRealServer({
  environment = {},
  args = [],
}: RealServerOptions = {}): Promise<RealServer> {
  const server: ChildProcess = spawn(process.execPath, [at('dist/server/node.js'), ...args], {
    // Nothing of this shell's: its HOST and other settings are not the test's.
    env: {
      ...PATIENT,
      PORT: '0',
      AUTH_PORT: '0',
      CLIENT_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const urls: string[] = []
  for await (const line of createInterface({ input: server.stdout! })) {
    const url = / is ready at (http:\S+)$/.exec(line)?.[1]
    if (url && urls.push(`${url}/`) === 3) break
  }
  server.stdout!.resume()
  const [url, authUrl, clientUrl] = urls
  if (!url || !authUrl || !clientUrl) throw new Error('the servers did not say where they are')
  return {
    url,
    authUrl,
    clientUrl,
    pid: server.pid!,
    stop: async () => {
      if (server.exitCode !== null) return
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
  }
}

/** A file server, and what it was asked: everything that left the page. */
interface StaticCopy extends Playground {
  /** Methods and paths, in order. */
  asked: string[]
  port: number
}

interface CopyOptions {
  /** What the host says with each file. */
  headers?: Record<string, string>
  /** Names people know the host by, besides those of this machine. */
  hosts?: string[]
  /** Where it listens; a free port when absent. */
  port?: number
  /** Folder with the files; the built page's when absent. */
  root?: string
  /** What the host does with a request before it looks for the file, and with the file. */
  around?: MiddlewareHandler
}

/** Serves the built page's files and nothing else below `path`, spelled as in a URL, with a slash at both ends. */
export async function startStaticCopy(
  path = '/',
  { headers = {}, hosts = [], port: wanted = 0, root = at('dist/web'), around }: CopyOptions = {},
): Promise<StaticCopy> {
  const asked: string[] = []
  const files = new Hono({
    // The folder may have any name, and Hono would read it as a pattern.
    getPath: ({ method, url }) => {
      const { pathname } = new URL(url)
      asked.push(`${method} ${pathname}`)
      return pathname.startsWith(path) ? pathname.slice(path.length - 1) : '/elsewhere'
    },
  })
  files.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
  })
  if (around) files.use(around)
  files.get('*', serveStatic({ root }))
  const { server, port } = await listen(files, {
    host: '127.0.0.1',
    port: wanted,
    allowedHosts: hosts,
  })
  return {
    asked,
    port,
    url: `http://localhost:${port}${path}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
