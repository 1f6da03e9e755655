/** Logins and tokens as only a socket can carry them: repeated lines, chunks, and bytes that are no text. */

import { expect, test } from 'vitest'
import type { HeaderList } from '../../server/security/trace.ts'
import { createSite } from '../../server/playground/site.ts'
import { forge } from '../../lessons/contract/forge.ts'
import { askRaw, exchange, parseResponse, type RawResponse } from '../support/raw-http.ts'
import { realServer } from '../support/real-server.ts'
import { type Answer, decisionsOf, jsonOf, normal, traceOf } from '../../lessons/contract/answer.ts'
import { form, JOHN } from '../../lessons/contract/form-rows.ts'
import { authorization } from '../../lessons/contract/row.ts'

const CURRENT_USER = '/lessons/current-user/api'
const PASSWORD_FLOW = '/lessons/password-flow/api'
const LEAKY = '/lessons/password-flow/leaky'
const JWT = '/lessons/jwt/api'
const CLIENT = '/lessons/two-servers/client'

const server = realServer(createSite({ weak: true }))

const answerOf = ({ body, ...rest }: RawResponse): Answer => ({
  ...rest,
  body: new Uint8Array(body).buffer,
})

const token = `${PASSWORD_FLOW}/token`
const FORM = 'application/x-www-form-urlencoded'

const johnsToken = await forge({ payload: '{"sub":"johndoe","exp":4102444800}' })

test.each([
  [`${CURRENT_USER}/users/me`, 'someone', 'else'],
  [`${PASSWORD_FLOW}/users/me`, 'johndoe', 'alice'],
  [`${PASSWORD_FLOW}/users/me`, 'alice', 'johndoe'],
  [`${LEAKY}/users/me`, 'johndoe', 'johndoe'],
  [`${JWT}/users/me/`, johnsToken, 'garbage'],
  [`${JWT}/users/me/`, 'garbage', johnsToken],
  [`${JWT}/users/me/items/`, johnsToken, johnsToken],
])('GET %s with two Authorization lines answers 400, whatever they say', async (path, a, b) => {
  const headers = [...authorization(`Bearer ${a}`), ...authorization(`Bearer ${b}`)]
  const answer = answerOf(await askRaw(server.port, { method: 'GET', path, headers }))
  expect(normal(answer)).toMatchObject({ status: 400, headers: { 'www-authenticate': null } })
  expect(jsonOf(answer)).toEqual({ detail: 'Several Authorization headers' })
  expect(decisionsOf(traceOf(answer))).toEqual(['+ route-found', '- authorization-repeated'])
})

/** POST /token in chunks, all in one write. */
const inChunks = async (type: string, chunks: string[]): Promise<Answer> => {
  const sizes = chunks.map((text) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`)
  const head = `POST ${token} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n`
  const fields = `Content-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`
  const bytes = `${head}${fields}${sizes.join('')}0\r\n\r\n`
  return answerOf(parseResponse(await exchange(server.port, bytes)))
}

test('POST /token in chunks that cut its fields apart is read whole', async () => {
  const answer = await inChunks(FORM, ['username=j', 'ohndoe&pass', 'word=secret'])
  expect(answer.status).toBe(200)
  expect(jsonOf(answer)).toEqual({ access_token: 'johndoe', token_type: 'bearer' })
})

test('POST /token in chunks of more than 64 KiB in all answers 413', async () => {
  const answer = await inChunks(FORM, [`${JOHN}&x=`, 'y'.repeat(40_000), 'y'.repeat(40_000)])
  expect(answer.status).toBe(413)
  expect(decisionsOf(traceOf(answer))).toEqual(['+ route-found', '- body-too-long'])
})

const post = async (body: Buffer): Promise<Answer> =>
  answerOf(
    await askRaw(server.port, {
      method: 'POST',
      path: token,
      headers: [['Content-Type', FORM]],
      body,
    }),
  )

test.each([
  ['Latin-1', Buffer.from('username=johndo\u00e9&password=secret', 'latin1'), 'user-unknown'],
  [
    'half a letter',
    Buffer.from('username=johndoe&password=secret\u00c3', 'latin1'),
    'password-wrong',
  ],
  ['UTF-16', Buffer.from(JOHN, 'utf16le'), 'username-missing'],
  ['NULs', Buffer.from(`username=johndoe\0&password=secret`), 'user-unknown'],
])('POST /token of bytes in %s is a wrong login, and no error', async (_, body, because) => {
  const answer = await post(body)
  expect(answer.status).toBe(because.endsWith('missing') ? 422 : 400)
  const refused = traceOf(answer).find((event) => event.kind === 'refused')
  expect(refused?.because[0]).toBe(because)
})

test.each([
  [FORM, 'text/plain'],
  ['text/plain', FORM],
])('POST /token with the media types %s and %s reads no form', async (first, second) => {
  const headers: HeaderList = [
    ['Content-Type', first],
    ['Content-Type', second],
  ]
  const request = { method: 'POST', path: token, headers, body: JOHN }
  const answer = answerOf(await askRaw(server.port, request))
  expect(answer.status).toBe(422)
  expect(decisionsOf(traceOf(answer))).toEqual(['+ route-found', '- username-missing'])
})

// Elsewhere the contract compares passwords at bcrypt's lowest cost; these are at the cost that people pay.
test.each([
  [`${JWT}/token`, JOHN, 200, undefined],
  [`${JWT}/token`, 'username=johndoe&password=incorrect', 401, 'password-wrong'],
  [`${JWT}/token`, 'username=nobody&password=secret', 401, 'user-unknown'],
  [`${CLIENT}/get-token`, JOHN, 200, undefined],
])('POST %s of %s, at full cost, answers %i', async (path, login, status, because) => {
  const { method = '', headers = [], body = '' } = form(login)
  const answer = answerOf(await askRaw(server.port, { method, path, headers, body }))
  expect(answer.status).toBe(status)
  const refused = traceOf(answer).find((event) => event.kind === 'refused')
  expect(refused?.because[0]).toBe(because)
})
