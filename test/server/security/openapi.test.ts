/** The OpenAPI description: what stands in the route lines, no more and no less. */

import { Hono, type MiddlewareHandler } from 'hono'
import { describe, expect, test } from 'vitest'
import { oauth2PasswordBearer } from '../../../server/security/bearer.ts'
import { depends } from '../../../server/security/depends.ts'
import { openapi } from '../../../server/security/openapi.ts'

const info = { title: 'a step', version: '0.1.0' }
const bearer = oauth2PasswordBearer({ tokenUrl: 'token' })
/** Handlers without a name, as in the middle of a route line. */
const [answer] = [() => new Response()] as const

test('an app without routes is described by its info and no paths', () => {
  expect(openapi(new Hono(), info)).toEqual({ openapi: '3.1.0', info, paths: {} })
})

test('a guarded route asks for the scheme its guard declares', () => {
  expect(openapi(new Hono().get('/items/', bearer, answer), info)).toEqual({
    openapi: '3.1.0',
    info,
    paths: {
      '/items/': {
        get: {
          operationId: 'get_items_',
          responses: {
            '200': {
              description: 'Successful Response',
              content: { 'application/json': { schema: {} } },
            },
          },
          security: [{ OAuth2PasswordBearer: [] }],
        },
      },
    },
    components: {
      securitySchemes: {
        OAuth2PasswordBearer: {
          type: 'oauth2',
          flows: { password: { scopes: {}, tokenUrl: 'token' } },
        },
      },
    },
  })
})

test('an open route asks for no scheme, and declares none', () => {
  const { paths, components } = openapi(new Hono().get('/items/', answer), info)
  expect(paths['/items/']?.['get']).not.toHaveProperty('security')
  expect(components).toBeUndefined()
})

test('a dependency asks for what the guard it stands on asks for', () => {
  const user = depends(bearer, 'user', () => 'johndoe')
  const { paths } = openapi(new Hono().get('/me', user, answer), info)
  expect(paths['/me']?.['get']?.security).toEqual([{ OAuth2PasswordBearer: [] }])
})

test('open and guarded methods of one path are told apart', () => {
  const app = new Hono().get('/items/', answer).post('/items/', bearer, answer)
  const { paths } = openapi(app, info)
  expect(Object.keys(paths)).toEqual(['/items/'])
  expect(paths['/items/']?.['get']?.security).toBeUndefined()
  expect(paths['/items/']?.['post']?.security).toEqual([{ OAuth2PasswordBearer: [] }])
})

test('middleware for all methods is no route', () => {
  const app = new Hono().use(bearer).all('/any', answer).get('/items/', answer)
  const { paths, components } = openapi(app, info)
  expect(Object.keys(paths)).toEqual(['/items/'])
  expect(components).toBeUndefined()
})

describe('the declared scheme', () => {
  const schemesOf = (...guards: ReturnType<typeof oauth2PasswordBearer>[]) => {
    const app = new Hono()
    guards.forEach((guard, i) => app.get(`/${i}`, guard, answer))
    return openapi(app, info).components?.securitySchemes
  }

  test('carries scopes and a description', () => {
    const guard = oauth2PasswordBearer({
      tokenUrl: '../token',
      scopes: { me: 'Read who you are.' },
      description: 'The tutorial, as it stands.',
    })
    expect(schemesOf(guard)).toEqual({
      OAuth2PasswordBearer: {
        type: 'oauth2',
        description: 'The tutorial, as it stands.',
        flows: { password: { scopes: { me: 'Read who you are.' }, tokenUrl: '../token' } },
      },
    })
  })

  test('is listed once for many routes', () => {
    expect(Object.keys(schemesOf(bearer, bearer, bearer) ?? {})).toEqual(['OAuth2PasswordBearer'])
  })

  test('is listed by its own name', () => {
    const staff = oauth2PasswordBearer({ tokenUrl: 'staff-token', schemeName: 'Staff' })
    expect(schemesOf(bearer, staff)).toMatchObject({
      OAuth2PasswordBearer: { flows: { password: { tokenUrl: 'token' } } },
      Staff: { flows: { password: { tokenUrl: 'staff-token' } } },
    })
  })
})

test.each([
  ['/users/:id', '/users/{id}', 'get_users_id_'],
  ['/users/:id/items/:item_id', '/users/{id}/items/{item_id}', 'get_users_id_items_item_id_'],
  ['/', '/', 'get_'],
])('the route %s is the path %s, with the operation %s', (route, path, operationId) => {
  const { paths } = openapi(new Hono().get(route, answer), info)
  expect(paths).toMatchObject({ [path]: { get: { operationId } } })
})

test.each<[handler: MiddlewareHandler, path: string, summary: string, operationId: string]>([
  [async function readItems() {}, '/items/', 'Read Items', 'read_items_items__get'],
  [async function login() {}, '/token', 'Login', 'login_token_get'],
  [
    async function loginForAccessToken() {},
    '/token',
    'Login For Access Token',
    'login_for_access_token_token_get',
  ],
  [async function readUser2() {}, '/', 'Read User2', 'read_user2__get'],
  [async function readItem() {}, '/items/:item_id', 'Read Item', 'read_item_items__item_id__get'],
  [async function read_item() {}, '/a-b', 'Read Item', 'read_item_a_b_get'],
])('%o at %s is "%s", with the id %s', (handler, path, summary, operationId) => {
  const { paths } = openapi(new Hono().get(path, bearer, handler), info)
  expect(Object.values(paths)).toMatchObject([{ get: { summary, operationId } }])
})

test('a part of the path is a parameter, a text with a title', () => {
  const { paths, components } = openapi(new Hono().get('/items/:item_id{[0-9]+}', answer), info)
  expect(paths['/items/{item_id}']?.['get']).toMatchObject({
    parameters: [
      {
        name: 'item_id',
        in: 'path',
        required: true,
        schema: { type: 'string', title: 'Item Id' },
      },
    ],
    responses: { '422': { description: 'Validation Error' } },
  })
  expect(Object.keys(components?.schemas ?? {})).toEqual(['HTTPValidationError', 'ValidationError'])
})

test('the description is JSON through and through', () => {
  const document = openapi(new Hono().get('/items/:id', bearer, answer), info)
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
})
