/** What five hundred requests leave behind in the memory of the playground's server. */

import { expect, test } from 'vitest'
import { report } from '../support.ts'
import { servePlayground } from './playground.ts'

const REQUESTS = 500

test('memory after five hundred requests', async () => {
  const server = await servePlayground()
  const url = `${server.url}/lessons/first-steps/api/items/`
  const ask = async (count: number) => {
    for (let i = 0; i < count; i++) {
      const { status } = await fetch(url, { headers: { authorization: `Bearer ${i}` } })
      expect(status).toBe(200)
    }
  }
  // What is loaded and compiled once is no request's.
  await ask(REQUESTS)
  const before = await server.memory()
  await ask(REQUESTS)
  const left = await server.memory()
  server.stop()
  const ratio = (left / before).toFixed(2)
  report(`Memory of the server after ${REQUESTS} requests, against before`, ratio, '1.1')
  report('  in use', `${(left / 1e6).toFixed(0)} MB`, '—')
})
