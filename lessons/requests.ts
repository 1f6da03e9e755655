/** The requests that lessons offer, written short. */

import type { RequestDraft } from './exchange/exchange.ts'

/** A GET to the lesson's server `api`, with an `Authorization` header if one is given. */
export const get = (path: string, authorization?: string): RequestDraft => ({
  server: 'api',
  method: 'GET',
  path,
  headers: authorization === undefined ? [] : [['Authorization', authorization]],
  body: '',
})

/** The form of the password flow (RFC 6749 section 4.3.2), as the learner would type its body. */
export const login = (body: string): RequestDraft => ({
  server: 'api',
  method: 'POST',
  path: '/token',
  headers: [['Content-Type', 'application/x-www-form-urlencoded']],
  body,
})
