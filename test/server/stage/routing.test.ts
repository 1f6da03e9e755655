/** The routing manners of a host: slashes, unknown paths and wrong methods, before any guard runs. */

import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../../../server/security/refusal.ts'
import { decisionsOf } from '../../../lessons/contract/answer.ts'
import { refused } from '../support/refused.ts'
import { hosted } from '../support/steps.ts'

describe.each([
  ['at the root', ''],
  ['below a path', '/lessons/x/api'],
])('a step app %s', (_, prefix) => {
  let guarded = 0
  beforeEach(() => {
    guarded = 0
  })
  const guard = () => {
    guarded++
    throw new Refusal(401, 'Not authenticated', { because: 'authorization-missing' })
  }
  const app = new Hono()
    .get('/items/', guard, (c) => c.text('items'))
    .get('/users/me', guard, (c) => c.text('me'))
    .post('/token', (c) => c.text('token'))
    .get('/both', (c) => c.text('get'))
    .post('/both', (c) => c.text('post'))
    .get('/things/:id', (c) => c.text(c.req.param('id')))
    .get('/things/:id/', (c) => c.text('with slash'))
  const ask = hosted(app, { prefix })

  test.each([
    ['GET', '/items', '/items/'],
    ['GET', '/items?a=1&a=2', '/items/?a=1&a=2'],
    ['GET', '/items?next=//evil.example/', '/items/?next=//evil.example/'],
    ['GET', '/items?', '/items/'],
    ['GET', '/users/me/', '/users/me'],
    ['GET', '/%69tems', '/%69tems/'],
    ['GET', '/openapi.json/', '/openapi.json'],
    ['GET', '/docs/', '/docs'],
    ['HEAD', '/items', '/items/'],
    ['POST', '/token/', '/token'],
    // As in Starlette: which methods the other spelling takes is asked when it is asked for.
    ['DELETE', '/items', '/items/'],
    ['POST', '/items', '/items/'],
    ['GET', '/token/', '/token'],
  ])('%s %s answers 307 to the path %s, without a body', async (method, path, location) => {
    const { response, trace } = await ask(method, path)
    expect(response.status).toBe(307)
    expect(response.headers.get('location')).toBe(prefix + location)
    expect([...response.headers.keys()].toSorted()).toEqual(['content-length', 'location'])
    expect(response.headers.get('content-length')).toBe('0')
    expect(await response.text()).toBe('')
    expect(decisionsOf(trace)).toEqual(['- slash-differs'])
    expect(trace.some(({ kind }) => kind === 'refused')).toBe(false)
    expect(guarded).toBe(0)
  })

  test.each([
    ['GET', '/nope'],
    ['GET', '/'],
    ['GET', '/ITEMS/'],
    ['GET', '/items/1'],
    ['GET', '/items/;v=1'],
    ['GET', '//items/'],
    ['GET', '//evil.example/items'],
    ['GET', '/items//'],
    ['GET', '/items///'],
    ['GET', '/users/me//'],
    ['GET', '/users//me'],
    ['GET', '//users/me/'],
    ['GET', '/openapi.json//'],
    ['GET', '/docs//'],
    ['GET', '//docs'],
    ['GET', '//'],
    ['POST', '/token//'],
    ['POST', '//token'],
    ['GET', '/items%2F'],
    ['GET', '/items/%00'],
    ['GET', '/users'],
    ['GET', '/docs.html'],
    ['GET', '/__proto__'],
    ['GET', '/constructor'],
    ['POST', '/nope'],
    ['OPTIONS', '/nope'],
  ])('%s %s answers 404 in JSON', async (method, path) => {
    const asked = await ask(method, path)
    expect(asked.response.headers.get('allow')).toBeNull()
    await refused(asked, { status: 404, detail: 'Not Found', because: 'route-missing' })
    expect(asked.trace).toContainEqual({
      kind: 'refused',
      status: 404,
      detail: 'Not Found',
      because: ['route-missing'],
    })
    expect(guarded).toBe(0)
  })

  test.each([
    ['POST', '/items/', 'GET'],
    ['PUT', '/items/', 'GET'],
    ['PATCH', '/items/', 'GET'],
    ['DELETE', '/users/me', 'GET'],
    ['OPTIONS', '/items/', 'GET'],
    ['QUERY', '/items/', 'GET'],
    ['GET', '/token', 'POST'],
    ['OPTIONS', '/both', 'GET, POST'],
    ['PUT', '/things/7', 'GET'],
    ['POST', '/docs', 'GET'],
    ['POST', '/openapi.json', 'GET'],
  ])('%s %s answers 405 with Allow: %s, whoever asks', async (method, path, allow) => {
    const asked = await ask(method, path, [['Authorization', 'Bearer x']])
    expect(asked.response.headers.get('allow')).toBe(allow)
    await refused(asked, {
      status: 405,
      detail: 'Method Not Allowed',
      because: 'method-not-allowed',
    })
    expect(asked.trace).toContainEqual({
      kind: 'refused',
      status: 405,
      detail: 'Method Not Allowed',
      because: ['method-not-allowed'],
    })
    expect(guarded).toBe(0)
  })

  test('HEAD of a path that takes POST only answers 405 without a body', async () => {
    const { response } = await ask('HEAD', '/token')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
    expect(await response.text()).toBe('')
  })

  test('both spellings of a path answer where both are routes', async () => {
    expect(await (await ask('GET', '/things/7')).response.text()).toBe('7')
    expect(await (await ask('GET', '/things/7/')).response.text()).toBe('with slash')
  })
})

test('a redirect names no host, whichever the request names', async () => {
  const ask = hosted(new Hono().get('/items/', (c) => c.text('')))
  const { response } = await ask('GET', '/items', [
    ['Host', 'evil.example'],
    ['X-Forwarded-Host', 'evil.example'],
    ['Forwarded', 'host=evil.example;proto=https'],
  ])
  expect(response.headers.get('location')).toBe('/items/')
})
