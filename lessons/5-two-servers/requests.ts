/** The requests to a client server and its auth server, written short. */

import type { RequestDraft } from '../exchange/exchange.ts'
import { login } from '../requests.ts'

/** The login form of a client server, as a browser sends it. */
export const form = (server: string, body: string): RequestDraft => ({
  ...login(body),
  server,
  path: '/get-token',
})

export const get = (server: string, path: string): RequestDraft => ({
  server,
  method: 'GET',
  path,
  headers: [],
  body: '',
})

/** Data asked with a token that no auth server made. */
export const spoilt = (server: string): RequestDraft => ({
  ...get(server, '/test-users-me'),
  headers: [['Cookie', 'jwt_token=a.b.c']],
})
