/** Models: an answer holds their fields, in their order, and nothing that lies beside them. */

import { Hono } from 'hono'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { oauth2PasswordBearer } from '../../../server/security/bearer.ts'
import { depends } from '../../../server/security/depends.ts'
import { model, returns, type ValueOf } from '../../../server/security/model.ts'
import { partOf } from '../../../server/security/openapi-part.ts'
import { oauth2PasswordForm } from '../../../server/security/password-form.ts'
import { Refusal } from '../../../server/security/refusal.ts'

const User = model('User', {
  username: 'string',
  email: 'string | null',
  disabled: 'boolean | null',
})

const JOHN: ValueOf<typeof User> = { username: 'johndoe', email: null, disabled: false }

describe('a value', () => {
  test.each<[what: string, more: object]>([
    ['more fields', { hashed_password: 'x', is_admin: true }],
    ['a way to write itself', { toJSON: () => 'leak' }],
    ['fields it inherits', Object.create({ hashed_password: 'x' }) as object],
    ['a symbol', { [Symbol('hash')]: 'x' }],
  ])('with %s is cut to the model', (_, more) => {
    const picked = User.from(Object.assign(Object.create(Object.getPrototypeOf(more)), more, JOHN))
    expect(picked).toStrictEqual(JOHN)
    expect(Reflect.ownKeys(picked)).toEqual(['username', 'email', 'disabled'])
    expect(JSON.stringify(picked)).toBe('{"username":"johndoe","email":null,"disabled":false}')
  })

  test('gets the order of the model', () => {
    const picked = User.from({ disabled: null, email: 'a@b', username: 'x' })
    expect(JSON.stringify(picked)).toBe('{"username":"x","email":"a@b","disabled":null}')
  })

  test('stays as it was', () => {
    const value = Object.freeze({ ...JOHN, hashed_password: 'x' })
    expect(User.from(value)).not.toBe(value)
    expect(value).toHaveProperty('hashed_password')
  })

  test('has the types of the fields', () => {
    expectTypeOf<ValueOf<typeof User>>().toEqualTypeOf<{
      username: string
      email: string | null
      disabled: boolean | null
    }>()
  })
})

test('the schema names every field, and requires those that are never null', () => {
  expect([User.name, User.schema]).toEqual([
    'User',
    {
      title: 'User',
      type: 'object',
      properties: {
        username: { title: 'Username', type: 'string' },
        email: { title: 'Email', anyOf: [{ type: 'string' }, { type: 'null' }] },
        disabled: { title: 'Disabled', anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      },
      required: ['username'],
    },
  ])
})

describe('a route that returns a model', () => {
  const stored = { ...JOHN, hashed_password: 'fakehashedsecret' }
  const currentUser = depends(oauth2PasswordBearer({ tokenUrl: 'token' }), 'user', () => stored)
  const route = returns(User, currentUser, function readUsersMe(c) {
    return c.var.user
  })
  const ask = (authorization = 'Bearer x') =>
    new Hono().get('/', route).request('/', { headers: { authorization } })

  test('answers with the model’s fields, whatever lies beside them', async () => {
    const response = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.text()).toBe('{"username":"johndoe","email":null,"disabled":false}')
  })

  test('is guarded by the guard inside it', async () => {
    expect((await ask('Basic x')).status).toBe(401)
  })

  test('says so in the description, with what its guard says', () => {
    expect(partOf(route)).toEqual({
      ...partOf(currentUser),
      response: { name: 'User', schema: User.schema },
    })
    expect(partOf(currentUser)).toHaveProperty('security')
  })

  test('has the name of its function', () => {
    expect(route.name).toBe('readUsersMe')
  })

  test('takes a promise, and refusals on the way', async () => {
    const later = returns(User, currentUser, async (c) => {
      if (c.req.query('out')) throw new Refusal(403, 'Out', { because: 'user-disabled' })
      return c.var.user
    })
    const app = new Hono().get('/', later)
    const headers = { authorization: 'Bearer x' }
    expect(await (await app.request('/', { headers })).json()).toEqual(JOHN)
    expect((await app.request('/?out=1', { headers })).status).toBe(403)
  })

  test.each([
    ['an answer', '/', 200],
    ['a refusal', '/?out=1', 401],
  ])('has what its guard adds to %s', async (_, path, status) => {
    const Token = model('Token', { access_token: 'string' })
    const login = returns(Token, oauth2PasswordForm(), (c) => {
      if (c.req.query('out')) throw new Refusal(401, 'No', { because: 'password-wrong' })
      return { access_token: c.var.form.username }
    })
    const body = new URLSearchParams({ username: 'johndoe', password: 'secret' })
    const response = await new Hono().post('/', login).request(path, { method: 'POST', body })
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('does not compile where a field of the model is missing', () => {
    // @ts-expect-error -- a user without a name is none
    returns(User, currentUser, () => ({ email: null, disabled: null }))
  })
})
