/** The development server says the same policies as the others, as far as it can work under them. */

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headersOf, metaElements, pagePolicy, POLICIES } from '../../server/stage/policies.ts'
import { frameHashes } from '../../web/build/frames.ts'

let vite: ViteDevServer
let server: Server

beforeAll(async () => {
  vite = await createVite({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    // No port of its own, and nothing is bundled: no page is run here.
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  server = createServer(vite.middlewares)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server?.close()
  await vite?.close()
})

const ask = (path: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)

test.each([
  ['/', pagePolicy()],
  ['/index.html', pagePolicy()],
  ['/docs.html', POLICIES.docs],
  ['/docs.html?openapi=/lessons/jwt/api/openapi.json', POLICIES.docs],
  ['/lessons/first-steps/api/docs', POLICIES.docs],
  ['/lessons/two-servers/faithful/', POLICIES.lessonPage],
])('%s says in headers who may frame it', async (path, policy) => {
  const answer = await ask(path)
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject(
    Object.fromEntries(
      Object.entries(headersOf(policy)).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  )
})

test('the page allows the scripts of its frames, the docs page what it has on a server', async () => {
  const scripts = await frameHashes()
  expect(scripts).toHaveLength(4)
  expect(await (await ask('/')).text()).toContain(
    metaElements(pagePolicy({ scripts, development: true })),
  )
  expect(await (await ask('/docs.html')).text()).toContain(metaElements(POLICIES.docs))
})

test.each(['/attack.html', '/pane.html'])('%s is no page of a frame any more', async (path) => {
  expect(await (await ask(path)).text()).not.toMatch(/postMessage|addEventListener/)
})
