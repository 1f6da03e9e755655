/** The OpenAPI description of routes that read a form or answer with a model, as the guards declare them. */

import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { oauth2PasswordBearer } from '../../../server/security/bearer.ts'
import { model, returns } from '../../../server/security/model.ts'
import { openapi } from '../../../server/security/openapi.ts'
import { oauth2PasswordForm } from '../../../server/security/password-form.ts'

const info = { title: 'a step', version: '0.1.0' }
const answer = () => new Response()
const Token = model('Token', { access_token: 'string', token_type: 'string' })
const User = model('User', { username: 'string' })

test('a route with a form says which fields it reads, and how it refuses others', () => {
  const { paths, components } = openapi(
    new Hono().post('/token', oauth2PasswordForm(), answer),
    info,
  )
  expect(paths['/token']?.['post']).toEqual({
    operationId: 'post_token',
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: { $ref: '#/components/schemas/OAuth2PasswordForm' },
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
  const { components } = openapi(new Hono().post('/token', oauth2PasswordForm(), answer), info)
  expect(components?.schemas?.['OAuth2PasswordForm']).toEqual({
    title: 'OAuth2PasswordForm',
    type: 'object',
    required: ['username', 'password'],
    properties: {
      grant_type: { type: 'string', title: 'Grant Type', pattern: '^password$' },
      username: { type: 'string', title: 'Username' },
      password: { type: 'string', title: 'Password', format: 'password' },
      scope: { type: 'string', title: 'Scope', default: '' },
      client_id: { type: 'string', title: 'Client Id' },
      client_secret: { type: 'string', title: 'Client Secret', format: 'password' },
    },
  })
})

test('the errors of a 422 are described as they are sent', async () => {
  const app = new Hono().post('/token', oauth2PasswordForm(), answer)
  const schema = openapi(app, info).components?.schemas?.['HTTPValidationError'] as {
    properties: {
      detail: { type: string; items: { properties: Record<string, object>; required: string[] } }
    }
  }
  const { type, items } = schema.properties.detail
  expect(type).toBe('array')
  expect(items.required).toEqual(['type', 'loc', 'msg'])
  expect(items.properties['loc']).toEqual({ type: 'array', items: { type: 'string' } })

  const response = await app.request('/token', { method: 'POST' })
  const { detail } = (await response.json()) as { detail: object[] }
  expect(detail.map((error) => Object.keys(error))).toEqual(
    detail.map(() => Object.keys(items.properties)),
  )
})

test('a route that returns a model refers to it, and another has no schema', () => {
  const app = new Hono()
    .get('/me', returns(User), answer)
    .get('/items/', answer)
    .post('/token', oauth2PasswordForm(), returns(Token), answer)
  const { paths, components } = openapi(app, info)
  const schemaOf = (path: string, method: string) =>
    paths[path]?.[method]?.responses['200']?.content['application/json']?.schema
  expect(schemaOf('/me', 'get')).toEqual({ $ref: '#/components/schemas/User' })
  expect(schemaOf('/token', 'post')).toEqual({ $ref: '#/components/schemas/Token' })
  expect(schemaOf('/items/', 'get')).toEqual({})
  expect(Object.keys(components?.schemas ?? {}).toSorted()).toEqual([
    'HTTPValidationError',
    'OAuth2PasswordForm',
    'Token',
    'User',
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
