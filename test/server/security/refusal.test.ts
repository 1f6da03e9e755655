/** A refusal: the client's half is in the response, the trace's half is not. */

import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { describe, expect, test } from 'vitest'
import type { RefusalReason } from '../../../server/security/codes.ts'
import { type FieldError, Refusal } from '../../../server/security/refusal.ts'

test.each<[status: 400 | 401 | 403, given: string | null | undefined, challenge: string | null]>([
  [401, undefined, 'Bearer'],
  [401, 'Bearer error="invalid_token"', 'Bearer error="invalid_token"'],
  [401, 'Basic realm="r"', 'Basic realm="r"'],
  [400, undefined, null],
  [403, undefined, null],
  [401, null, null],
  [403, 'Bearer error="insufficient_scope"', 'Bearer error="insufficient_scope"'],
])('a refusal with %i and the challenge %j answers WWW-Authenticate %j', async (...row) => {
  const [status, given, challenge] = row
  const options = { because: 'expired' as const, ...(given !== undefined && { challenge: given }) }
  const response = new Refusal(status, 'Public', options).getResponse()
  expect(response.status).toBe(status)
  expect(response.headers.get('www-authenticate')).toBe(challenge)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toEqual({ detail: 'Public' })
})

test.each<[given: RefusalReason | RefusalReason[], because: string[]]>([
  ['expired', ['expired']],
  [
    ['expired', 'ERR_JWT_EXPIRED'],
    ['expired', 'ERR_JWT_EXPIRED'],
  ],
  [[], []],
])('the reasons %j are kept as the list %j', (given, because) => {
  expect(new Refusal(401, 'Public', { because: given }).because).toEqual(because)
})

test('a refusal without a reason is one all the same, and says that none was written down', async () => {
  const refusal = new Refusal(401, 'Public')
  expect(refusal.because).toEqual(['refused'])
  expect(refusal.getResponse().headers.get('www-authenticate')).toBe('Bearer')
  expect(await refusal.getResponse().json()).toEqual({ detail: 'Public' })
})

test('the reasons and the cause stay out of the response', async () => {
  const cause = new Error('signature broken')
  const refusal = new Refusal(401, 'Public', { because: ['signature-differs'], cause })
  expect(refusal.cause).toBe(cause)
  const response = refusal.getResponse()
  const sent = JSON.stringify([[...response.headers], await response.text()])
  expect(sent).not.toMatch(/signature/)
})

test('a detail with markup and quotes is JSON, not markup', async () => {
  const detail = '</script>"\\\u2028\u00e9'
  const response = new Refusal(400, detail, { because: 'expired' }).getResponse()
  expect(await response.json()).toEqual({ detail })
})

test('each getResponse is a response of its own', async () => {
  const refusal = new Refusal(401, 'Public', { because: 'expired' })
  await refusal.getResponse().text()
  expect(await refusal.getResponse().json()).toEqual({ detail: 'Public' })
})

test('an app with no host around it answers a thrown refusal by itself', async () => {
  const app = new Hono().get('/', () => {
    throw new Refusal(403, 'No', { because: 'expired' })
  })
  const response = await app.request('/')
  expect([response.status, await response.text()]).toEqual([403, '{"detail":"No"}'])
})

test('a refusal is an HTTPException whose name survives minifying', () => {
  const refusal = new Refusal(401, 'Public', { because: 'expired' })
  expect(refusal).toBeInstanceOf(HTTPException)
  expect([refusal.name, refusal.message]).toEqual(['Refusal', 'Public'])
})

describe('a list of errors', () => {
  const errors: FieldError[] = [
    { type: 'missing', loc: ['body', 'username'], msg: 'Field required', input: null },
    { type: 'pattern', loc: ['body', 'grant_type'], msg: 'Odd', input: 'hunter2', ctx: { n: 1 } },
  ]

  test('is sent as it is', async () => {
    const response = new Refusal(422, errors, { because: 'expired' }).getResponse()
    expect([response.status, await response.json()]).toEqual([422, { detail: errors }])
    expect(response.headers.get('www-authenticate')).toBeNull()
  })

  test('is one line in words, without what was sent', () => {
    const { message, detail } = new Refusal(422, errors, { because: 'expired' })
    expect(message).toBe('username: Field required; grant_type: Odd')
    expect(detail).toBe(errors)
  })

  test('may be empty', async () => {
    const refusal = new Refusal(422, [], { because: 'expired' })
    expect([refusal.message, await refusal.getResponse().json()]).toEqual(['', { detail: [] }])
  })
})

test.each<[retryAfter: number | undefined, header: string | null]>([
  [undefined, null],
  [0, '0'],
  [30, '30'],
])('a refusal to be tried again after %j seconds says Retry-After %j', (retryAfter, header) => {
  const options = { because: 'expired' as const, ...(retryAfter !== undefined && { retryAfter }) }
  const response = new Refusal(429, 'Too many', options).getResponse()
  expect(response.headers.get('retry-after')).toBe(header)
})
