/** The built playground, as people meet it: the real server's process, or a static copy below some path. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { listen } from '../../../server/listen.ts'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export interface Playground {
  /** URL of the page, with a slash at its end. */
  url: string
  stop: () => Promise<void>
}

interface RealServer extends Playground {
  /** URLs of lesson 5's servers on ports of their own, with a slash at their ends. */
  auth: string
  client: string
}

/** Starts `npm start`'s server, as built, on free ports. */
export async function startRealServer(args: string[] = []): Promise<RealServer> {
  const server: ChildProcess = spawn(process.execPath, [at('dist/server/node.js'), ...args], {
    env: { ...process.env, PORT: '0', AUTH_PORT: '0', CLIENT_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  let urls: string[] = []
  while (urls.length < 3) {
    const [more] = (await once(server.stdout!, 'data')) as [Buffer]
    printed += more.toString()
    urls = [...printed.matchAll(/(http:\S+)\n/g)].map(([, url]) => `${url}/`)
  }
  const [url, auth, client] = urls as [string, string, string]
  return {
    url,
    auth,
    client,
    stop: async () => {
      if (server.exitCode !== null) return
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
  }
}

/**
 * Serves the built page's files and nothing else below `path`, which has a slash at both ends.
 *
 * @param headers what the host says with each file.
 */
export async function startStaticCopy(
  path = '/',
  headers: Record<string, string> = {},
): Promise<Playground> {
  const files = new Hono()
  files.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.header(name, value)
  })
  files.get(
    `${path}*`,
    serveStatic({
      root: at('dist/web'),
      rewriteRequestPath: (wanted) => wanted.slice(path.length - 1),
    }),
  )
  const { server, port } = await listen(files, { host: '127.0.0.1', port: 0 })
  return {
    url: `http://localhost:${port}${path}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
