/** The OpenAPI description of routes that read a form or answer with a model, as the guards declare them. */

import { type Context, Hono, type Next } from 'hono'
import { expect, test } from 'vitest'
import { oauth2PasswordBearer } from '../../../server/security/bearer.ts'
import { model, returns } from '../../../server/security/model.ts'
import { openapi } from '../../../server/security/openapi.ts'
import { oauth2PasswordForm } from '../../../server/security/password-form.ts'

const info = { title: 'a step', version: '0.1.0' }
const answer = () => new Response()
const login = () => new Response()
const open = async (_: Context, next: Next) => next()
const Token = model('Token', { access_token: 'string', token_type: 'string' })
const User = model('User', { username: 'string' })

test('a route with a form says which fields it reads, and how it refuses others', () => {
  const { paths, components } = openapi(
    new Hono().post('/token', oauth2PasswordForm(), login),
    info,
  )
  expect(paths['/token']?.['post']).toEqual({
    summary: 'Login',
    operationId: 'login_token_post',
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: { $ref: '#/components/schemas/Body_login_token_post' },
        },
      },
    },
    responses: {
      '200': {
        description: 'Successful Response',
        content: { 'application/json': { schema: {} } },
      },
      '422': {
        description: 'Validation Error',
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/HTTPValidationError' } },
        },
      },
    },
  })
  expect(components).not.toHaveProperty('securitySchemes')
})

test('the form has two fields that must be there, and hides what is secret', () => {
  const { components } = openapi(new Hono().post('/token', oauth2PasswordForm(), login), info)
  expect(components?.schemas?.['Body_login_token_post']).toEqual({
    title: 'Body_login_token_post',
    type: 'object',
    required: ['username', 'password'],
    properties: {
      grant_type: {
        title: 'Grant Type',
        anyOf: [{ type: 'string', pattern: '^password$' }, { type: 'null' }],
      },
      username: { type: 'string', title: 'Username' },
      password: { type: 'string', title: 'Password', format: 'password' },
      scope: { type: 'string', title: 'Scope', default: '' },
      client_id: { title: 'Client Id', anyOf: [{ type: 'string' }, { type: 'null' }] },
      client_secret: {
        title: 'Client Secret',
        anyOf: [{ type: 'string' }, { type: 'null' }],
        format: 'password',
      },
    },
  })
})

test('the errors of a 422 are described as they are sent', async () => {
  const app = new Hono().post('/token', oauth2PasswordForm(), answer)
  const { schemas = {} } = openapi(app, info).components ?? {}
  expect(schemas['HTTPValidationError']).toMatchObject({
    properties: {
      detail: { type: 'array', items: { $ref: '#/components/schemas/ValidationError' } },
    },
  })
  const { required, properties } = schemas['ValidationError'] as {
    required: string[]
    properties: object
  }

  const response = await app.request('/token', { method: 'POST' })
  const { detail } = (await response.json()) as { detail: object[] }
  expect(detail).toHaveLength(2)
  for (const error of detail) {
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(error)))
    expect(Object.keys(error)).toEqual(expect.arrayContaining(required))
  }
})

test('a route that returns a model refers to it, and another has no schema', () => {
  const app = new Hono()
    .get(
      '/me',
      returns(User, open, () => ({ username: 'johndoe' })),
    )
    .get('/items/', answer)
    .post(
      '/token',
      returns(Token, oauth2PasswordForm(), () => ({ access_token: 'x', token_type: 'bearer' })),
    )
  const { paths, components } = openapi(app, info)
  const schemaOf = (path: string, method: string) =>
    paths[path]?.[method]?.responses['200']?.content['application/json']?.schema
  expect(schemaOf('/me', 'get')).toEqual({ $ref: '#/components/schemas/User' })
  expect(schemaOf('/token', 'post')).toEqual({ $ref: '#/components/schemas/Token' })
  expect(schemaOf('/items/', 'get')).toEqual({})
  expect(Object.keys(components?.schemas ?? {})).toEqual([
    'Body_post_token',
    'HTTPValidationError',
    'Token',
    'User',
    'ValidationError',
  ])
  expect(components?.schemas?.['User']).toEqual(User.schema)
})

test('each operation asks for its own schemes, once each', () => {
  const bearer = oauth2PasswordBearer({ tokenUrl: 'token' })
  const staff = oauth2PasswordBearer({ tokenUrl: 'staff', schemeName: 'Staff' })
  const app = new Hono()
    .post('/token', oauth2PasswordForm(), answer)
    .get('/me', bearer, bearer, answer)
    .get('/me', bearer, answer)
    .get('/staff', bearer, staff, answer)
  const { paths, components } = openapi(app, info)
  expect(paths['/token']?.['post']).not.toHaveProperty('security')
  expect(paths['/me']?.['get']?.security).toEqual([{ OAuth2PasswordBearer: [] }])
  expect(paths['/staff']?.['get']?.security).toEqual([{ OAuth2PasswordBearer: [] }, { Staff: [] }])
  expect(Object.keys(components?.securitySchemes ?? {})).toEqual(['OAuth2PasswordBearer', 'Staff'])
})
