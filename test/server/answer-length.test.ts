/** How answers go over a socket: with their length where it is known, and bit by bit where it is not. */

import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { listen } from '../../server/node/listen.ts'
import { pageFiles } from '../../server/node/page-files.ts'
import { findServed, serveAlone } from '../../server/playground/serve.ts'
import { createSite } from '../../server/playground/site.ts'
import { performWithTraceHeader } from '../../server/stage/perform.ts'
import { stepHost } from '../../server/stage/step-host.ts'
import { askRaw } from '../support/raw-http.ts'
import { realServer } from '../support/real-server.ts'

const files = pageFiles(fileURLToPath(new URL('../../web/public', import.meta.url)))
const server = realServer(createSite({ weak: true, files }))

const routes = lessons.flatMap(({ slug, servers }) =>
  Object.values(servers).flatMap(({ path, gates }) =>
    [...Object.keys(gates), 'GET /docs', 'GET /openapi.json', 'GET /nowhere', 'PUT /docs'].map(
      (route): [string, string] => {
        const [method = '', below = ''] = route.split(' ')
        return [method, `/lessons/${slug}/${path}${below}`]
      },
    ),
  ),
)

describe('an answer says how long it is', () => {
  test.each([
    ...routes,
    ['GET', '/lessons/first-steps/api/items'],
    ['GET', '/healthz'],
    ['GET', '/icon.svg'],
    ['GET', '/nowhere'],
  ])('%s %s', async (method, path) => {
    const { headers, body } = await askRaw(server.port, { method, path })
    expect(headers.filter(([name]) => name === 'transfer-encoding')).toEqual([])
    expect(headers).toContainEqual(['content-length', String(body.length)])
    if (method !== 'GET') return
    const head = await askRaw(server.port, { method: 'HEAD', path })
    expect(head.headers).toContainEqual(['content-length', String(body.length)])
    expect(head.body).toHaveLength(0)
  })

  test.each(['/users/me/', '/users/me', '/docs', '/nowhere'])(
    'on a port of its own: GET %s',
    async (path) => {
      const site = await serveAlone(findServed('jwt')!, { docsFiles: () => new Response() })
      const { server: alone, port } = await listen(site, { host: '127.0.0.1', port: 0 })
      onTestFinished(() => void alone.close())
      const { headers, body } = await askRaw(port, { method: 'GET', path })
      expect(headers).toContainEqual(['content-length', String(body.length)])
      const head = await askRaw(port, { method: 'HEAD', path })
      expect(head.headers).toContainEqual(['content-length', String(body.length)])
    },
  )
})

test('what is written bit by bit goes out before it is whole', async () => {
  let end = () => {}
  const app = new Hono().get('/', () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('first'))
        end = () => {
          controller.close()
          end = () => {}
        }
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  })
  const host = stepHost(app, { title: 'a step', docsScript: 'docs.js' })
  const site = { fetch: (request: Request) => performWithTraceHeader(host, request) }
  const { server: streaming, port } = await listen(site, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => void streaming.close())
  const socket = connect(port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  let read = ''
  for await (const chunk of socket.setEncoding('latin1')) {
    read += String(chunk)
    // Only now can it end: it has been read before.
    if (read.includes('first')) end()
  }
  expect(read).toMatch(/transfer-encoding: chunked/i)
  expect(read).toMatch(/\r\n0\r\n\r\n$/)
})
