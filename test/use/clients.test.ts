/** Other people's clients log in and ask who they are: the ones that Node's users have at hand. */

import { globalAgent } from 'node:http'
import axios, { type AxiosError } from 'axios'
import { got, type HTTPError } from 'got'
import * as oauth from 'oauth4webapi'
import * as openid from 'openid-client'
import { ResourceOwnerPassword } from 'simple-oauth2'
import superagent from 'superagent'
import { request, FormData as UndiciForm, fetch as undiciFetch } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RealServer, startRealServer } from '../e2e/support/playground.ts'

let real: RealServer
beforeAll(async () => {
  real = await startRealServer()
})
afterAll(() => real?.stop())
// A server closes what was idle for long, perhaps at the moment when the next test would use it again.
beforeEach(() => globalAgent.destroy())

/** What somebody's program got: a status, the challenge, and the JSON. */
interface Got {
  status: number
  challenge: string | null
  json: unknown
}

/** How somebody writes the two requests with a library; `base` has a slash at its end. */
interface Client {
  login: (base: string, username: string, password: string) => Promise<Got>
  me: (base: string, token: string) => Promise<Got>
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

const JOHN = { username: 'johndoe', password: 'secret' }

/** What the client calls itself: it does not matter to this server. */
const clientOf = { client_id: 'somebody' }

const CLIENTS: Record<string, Client> = {
  'axios, with URLSearchParams': {
    login: (base, username, password) =>
      byAxios(() => axios.post(`${base}token`, new URLSearchParams({ username, password }))),
    me: (base, token) => byAxios(() => axios.get(`${base}users/me/`, { headers: bearer(token) })),
  },
  'axios, with postForm': {
    login: (base, username, password) =>
      byAxios(() => axios.postForm(`${base}token`, { username, password, grant_type: 'password' })),
    me: (base, token) => byAxios(() => axios(`${base}users/me/`, { headers: bearer(token) })),
  },
  got: {
    login: (base, username, password) =>
      byGot(() => got.post(`${base}token`, { form: { username, password }, responseType: 'json' })),
    me: (base, token) =>
      byGot(() => got(`${base}users/me/`, { headers: bearer(token), responseType: 'json' })),
  },
  'undici, with request': {
    login: async (base, username, password) => {
      const { statusCode, headers, body } = await request(`${base}token`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ username, password }).toString(),
      })
      return {
        status: statusCode,
        challenge: one(headers['www-authenticate']),
        json: await body.json(),
      }
    },
    me: async (base, token) => {
      const { statusCode, headers, body } = await request(`${base}users/me/`, {
        headers: bearer(token),
      })
      return {
        status: statusCode,
        challenge: one(headers['www-authenticate']),
        json: await body.json(),
      }
    },
  },
  'undici, with a multipart form': {
    login: (base, username, password) => {
      const body = new UndiciForm()
      body.set('username', username)
      body.set('password', password)
      return byFetch(undiciFetch(`${base}token`, { method: 'POST', body }))
    },
    me: (base, token) => byFetch(undiciFetch(`${base}users/me/`, { headers: bearer(token) })),
  },
  'Node’s own fetch': {
    login: (base, username, password) =>
      byFetch(
        fetch(`${base}token`, {
          method: 'POST',
          body: new URLSearchParams({ username, password }),
        }),
      ),
    me: (base, token) => byFetch(fetch(`${base}users/me/`, { headers: bearer(token) })),
  },
  superagent: {
    login: (base, username, password) =>
      bySuperagent(superagent.post(`${base}token`).type('form').send({ username, password })),
    me: (base, token) =>
      bySuperagent(superagent.get(`${base}users/me/`).auth(token, { type: 'bearer' })),
  },
  oauth4webapi: {
    login: async (base, username, password) =>
      byFetch(
        oauth.genericTokenEndpointRequest(
          { issuer: base, token_endpoint: `${base}token` },
          clientOf,
          oauth.None(),
          'password',
          { username, password },
          { [oauth.allowInsecureRequests]: true },
        ),
      ),
    me: (base, token) =>
      byFetch(
        oauth.protectedResourceRequest(
          token,
          'GET',
          new URL(`${base}users/me/`),
          undefined,
          undefined,
          { [oauth.allowInsecureRequests]: true },
        ),
      ),
  },
}

const PLACES = [
  { place: 'the auth server on its port', base: () => real.authUrl },
  { place: 'the JWT lesson below the playground', base: () => `${real.url}lessons/jwt/api/` },
] as const

/** Each library goes to one of the two places: which one makes no difference to it. */
const PROGRAMS = Object.entries(CLIENTS).map(([library, client], index) => ({
  library,
  client,
  ...PLACES[index % 2 === 0 ? 0 : 1],
}))

describe.each(PROGRAMS)('somebody’s program with $library at $place', ({ client, base }) => {
  test('logs in and reads whose token it has', async () => {
    const login = await client.login(base(), 'johndoe', 'secret')
    expect(login).toMatchObject({ status: 200, json: { token_type: 'bearer' } })
    const { access_token: token } = login.json as { access_token: string }
    expect(token).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/)
    expect(await client.me(base(), token)).toEqual({
      status: 200,
      challenge: null,
      json: {
        username: 'johndoe',
        email: 'johndoe@example.com',
        full_name: 'John Doe',
        disabled: false,
      },
    })
  })

  test('is told that the password is wrong', async () => {
    expect(await client.login(base(), 'johndoe', 'wrong')).toEqual({
      status: 401,
      challenge: 'Bearer',
      json: { detail: 'Incorrect username or password' },
    })
  })

  test('is challenged when its token is none', async () => {
    expect(await client.me(base(), 'not.a.token')).toEqual({
      status: 401,
      challenge: 'Bearer',
      json: { detail: 'Could not validate credentials' },
    })
  })
})

test('somebody’s program with simple-oauth2 logs in, and is told when the password is wrong', async () => {
  const client = new ResourceOwnerPassword({
    client: { id: 'somebody', secret: 'of nobody' },
    auth: { tokenHost: real.authUrl, tokenPath: '/token' },
  })
  const { token } = await client.getToken(JOHN)
  expect(token).toMatchObject({ token_type: 'bearer', access_token: expect.any(String) })
  const headers = bearer(String(token['access_token']))
  const me = await byFetch(fetch(`${real.authUrl}users/me/`, { headers }))
  expect(me).toMatchObject({ status: 200, json: { username: 'johndoe' } })
  await expect(client.getToken({ ...JOHN, password: 'wrong' })).rejects.toMatchObject({
    output: { statusCode: 401 },
  })
})

test('somebody’s program with openid-client logs in, and is told when the password is wrong', async () => {
  const config = new openid.Configuration(
    { issuer: real.authUrl, token_endpoint: `${real.authUrl}token` },
    clientOf.client_id,
    undefined,
    openid.None(),
  )
  openid.allowInsecureRequests(config)
  const login = await openid.genericGrantRequest(config, 'password', JOHN)
  expect(login.token_type).toBe('bearer')
  const url = new URL(`${real.authUrl}users/me/`)
  const me = await byFetch(openid.fetchProtectedResource(config, login.access_token, url, 'GET'))
  expect(me).toMatchObject({ status: 200, json: { username: 'johndoe' } })
  const wrong = openid.genericGrantRequest(config, 'password', { ...JOHN, password: 'wrong' })
  await expect(wrong).rejects.toMatchObject({ status: 401 })
})

const one = (value: string | string[] | null | undefined): string | null =>
  value === undefined || value === null ? null : [value].flat().join(', ')

interface Fetched {
  status: number
  headers: { get: (name: string) => string | null }
  json: () => Promise<unknown>
}

async function byFetch(fetched: Promise<Fetched>): Promise<Got> {
  const response = await fetched.catch(challenged)
  const { status, headers } = response
  return { status, challenge: headers.get('www-authenticate'), json: await response.json() }
}

/** Libraries of OAuth throw where there is a challenge, and keep the response. */
function challenged(error: unknown): Fetched {
  const { response } = error as { response?: Fetched }
  if (!response) throw error
  return response
}

async function byAxios(
  ask: () => Promise<{ status: number; headers: object; data: unknown }>,
): Promise<Got> {
  const { status, headers, data } = await ask().catch((error: AxiosError) => {
    if (!error.response) throw error
    return error.response
  })
  const challenge = (headers as Record<string, string | undefined>)['www-authenticate']
  return { status, challenge: one(challenge), json: data }
}

async function byGot(
  ask: () => PromiseLike<{
    statusCode: number
    headers: Record<string, string | string[] | undefined>
    body: unknown
  }>,
): Promise<Got> {
  const settle = async () => ask()
  const { statusCode, headers, body } = await settle().catch((error: HTTPError) => {
    if (!error.response) throw error
    return error.response
  })
  return { status: statusCode, challenge: one(headers['www-authenticate']), json: body }
}

async function bySuperagent(asking: superagent.Request): Promise<Got> {
  // A 401 is an answer, not an exception.
  const { status, headers, body } = await asking.ok(() => true)
  const challenge = (headers as Record<string, string | undefined>)['www-authenticate']
  return { status, challenge: one(challenge), json: body as unknown }
}
