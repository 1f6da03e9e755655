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

/** Starts `npm start`'s server, as built, on a free port. */
export async function startRealServer(): Promise<Playground> {
  const server: ChildProcess = spawn(process.execPath, [at('dist/server/node.js')], {
    // Nothing of this shell's: its HOST and other settings are not the test's.
    env: { PORT: '0', AUTH_PORT: '0', CLIENT_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [ready] = (await once(server.stdout!, 'data')) as [Buffer]
  const url = /http:\S+/.exec(ready.toString())?.[0]
  if (!url) throw new Error(`the server did not say where it is: ${ready.toString()}`)
  return {
    url: `${url}/`,
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
