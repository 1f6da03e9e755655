/** The built playground, as people meet it: the real server's process, or a static copy below some path. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
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

/** The real server with its ports: each URL as it was printed, and a slash. */
export interface RealServer extends Playground {
  /** URL of lesson 5's auth server. */
  auth: string
  /** URL of its client server. */
  client: string
}

/** Starts `npm start`'s server, as built, on free ports unless `settings`, its environment, says otherwise. */
export async function startRealServer(
  settings: Record<string, string | undefined> = {},
): Promise<RealServer> {
  const server: ChildProcess = spawn(process.execPath, [at('dist/server/node.js')], {
    env: { ...process.env, PORT: '0', AUTH_PORT: '0', CLIENT_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const urls: string[] = []
  for await (const line of createInterface(server.stdout!)) {
    const [, url] = /is ready at (http:\S+)/.exec(line) ?? []
    if (url && urls.push(`${url}/`) === 3) break
  }
  // A pipe that nobody reads would fill up, and stop the server.
  server.stdout!.resume()
  const [url, auth, client] = urls
  if (!url || !auth || !client) throw new Error(`the server said no more than ${urls.join(', ')}`)
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

/** Serves the built page's files and nothing else below `path`, which has a slash at both ends. */
export async function startStaticCopy(path = '/'): Promise<Playground> {
  const files = new Hono()
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
