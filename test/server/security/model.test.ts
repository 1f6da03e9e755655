/** Models: an answer holds their fields, in their order, and nothing that lies beside them. */

import { Hono } from 'hono'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { model, returns, type ValueOf } from '../../../server/security/model.ts'
import { partOf } from '../../../server/security/openapi-part.ts'

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
        username: { type: 'string' },
        email: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        disabled: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      },
      required: ['username'],
    },
  ])
})

test('a route that returns a model says so, and sends what its handler sends', async () => {
  const guard = returns(User)
  expect(partOf(guard)).toEqual({ response: { name: 'User', schema: User.schema } })
  const app = new Hono().get('/', guard, (c) => c.json({ other: 1 }))
  expect(await (await app.request('/')).json()).toEqual({ other: 1 })
})
