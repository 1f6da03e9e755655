/** A bearer guard and what stands behind it as one handler: nobody who asks can tell. */

import { Hono, type MiddlewareHandler } from 'hono'
import { describe, expect, test } from 'vitest'
import {
  depends,
  oauth2PasswordBearer,
  oauth2PasswordForm,
  Refusal,
} from '../../../server/security/index.ts'
import { hostAlone } from '../../../server/stage/alone.ts'
import { withJoinedGuards } from '../../../server/stage/joined-guards.ts'
import { stepHost } from '../../../server/stage/step-host.ts'

const scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
const user = depends(scheme, 'user', (c) => {
  if (c.var.token === 'nobody') throw new Refusal(400, 'Inactive user')
  return { name: c.var.token }
})
/** Of a learner: it does something afterwards, and does not describe itself. */
const stamped: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('x-stamp', 'after')
}

const app = new Hono()
  .get('/me', user, (c) => c.json(c.var.user))
  .get('/late', scheme, async (c) => c.json(await Promise.resolve(c.var.token)))
  .get('/stamped', stamped, scheme, (c) => c.json(c.var.token))
  .get('/broken', scheme, () => {
    throw new Error('a fault of ours')
  })
  .get('/twice', scheme, (_, next) => next())
  .get('/twice', (c) => c.json('the second'))
  .post('/me', scheme, (c) => c.json('posted', 201))
  // What reads a form has a header to add afterwards.
  .post('/token', oauth2PasswordForm(), (c) => c.json(c.var.form.username))

const ROWS: [string, RequestInit, number][] = [
  ['/me', { headers: { authorization: 'Bearer john' } }, 200],
  ['/me', { headers: { authorization: 'Bearer nobody' } }, 400],
  ['/me', {}, 401],
  ['/me', { method: 'POST', headers: { authorization: 'Bearer john' } }, 201],
  ['/me', { method: 'PUT' }, 405],
  ['/late', { headers: { authorization: 'Bearer john' } }, 200],
  ['/late', {}, 401],
  ['/stamped', { headers: { authorization: 'Bearer john' } }, 200],
  ['/stamped', {}, 401],
  ['/twice', { headers: { authorization: 'Bearer john' } }, 200],
  ['/token', { method: 'POST', body: new URLSearchParams({ username: 'a', password: 'b' }) }, 200],
  ['/token', { method: 'POST' }, 422],
  ['/none', {}, 404],
]

describe('an app served alone answers as it does below the playground', () => {
  const options = { title: 'a step', docsScript: 'docs.js' }
  const alone = stepHost(app, { ...options, alone: true, routes: withJoinedGuards(app) })
  const host = stepHost(app, options)

  test.each(ROWS)('%s %o: %i', async (path, init, status) => {
    const [one, other] = [await alone.request(path, init), await host.request(path, init)]
    expect(one.status).toBe(status)
    expect([...one.headers]).toEqual([...other.headers])
    expect(await one.text()).toBe(await other.text())
  })

  test('the description is the same', async () => {
    const [one, other] = [await alone.request('/openapi.json'), await host.request('/openapi.json')]
    expect(await one.json()).toEqual(await other.json())
  })
})

test('a bearer guard and its handler are one for Hono, and other middleware stays before them', () => {
  const paths = withJoinedGuards(app).routes.map(({ method, path }) => `${method} ${path}`)
  expect(paths).toEqual([
    'GET /me',
    'GET /late',
    'GET /stamped',
    'GET /stamped',
    'GET /broken',
    'GET /twice',
    'GET /twice',
    'POST /me',
    'POST /token',
    'POST /token',
  ])
})

test('what is at hand is answered at once, without a promise', () => {
  const host = hostAlone(app, { title: 'a step', docsFiles: () => new Response() })
  const headers = { authorization: 'Bearer john' }
  expect(host.fetch(new Request('http://localhost/me', { headers }), {})).toBeInstanceOf(Response)
})
