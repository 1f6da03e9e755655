/** How long an answer is: said to HEAD as to GET, except of what is written bit by bit. */

import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { performWithTraceHeader } from '../../../server/stage/perform.ts'
import { stepHost } from '../../../server/stage/step-host.ts'

const app = new Hono()
  .get('/text', (c) => c.text('caf\u00e9'))
  .get('/empty', (c) => c.body(null))
  .get('/none', (c) => c.body(null, 204))
  .get('/sized', (c) => c.text('four', 200, { 'content-length': '4' }))
  .get('/events', () => endless({ 'content-type': 'text/event-stream' }))
  .get('/chunks', () => endless({ 'transfer-encoding': 'chunked' }))

/** A body whose end nobody sees. */
const endless = (headers: HeadersInit) => new Response(new ReadableStream(), { headers })

const host = stepHost(app, { title: 'a step', docsScript: 'docs.js' })
const ask = (method: string, path: string) =>
  performWithTraceHeader(host, new Request(`http://localhost${path}`, { method }))

test.each([
  ['/text', '5'],
  ['/empty', '0'],
  ['/sized', '4'],
  ['/nowhere', '22'],
  ['/docs', undefined],
  ['/openapi.json', undefined],
])('HEAD %s answers the length that GET has, and no body', async (path, length) => {
  const [head, get] = await Promise.all([ask('HEAD', path), ask('GET', path)])
  const { byteLength } = await get.arrayBuffer()
  expect(await head.text()).toBe('')
  expect(head.status).toBe(get.status)
  expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
  expect(head.headers.get('content-length')).toBe(length ?? String(byteLength))
})

test.each([
  ['/events', 200],
  ['/chunks', 200],
  ['/none', 204],
])('HEAD %s answers %i without a length', async (path, status) => {
  const response = await ask('HEAD', path)
  expect([response.status, response.headers.get('content-length')]).toEqual([status, null])
})
