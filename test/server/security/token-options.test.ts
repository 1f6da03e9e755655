/** Tokens with an issuer, an audience, another algorithm, or a key that the request's host lends. */

import { expect, test } from 'vitest'
import { jsonWebTokens } from '../../../server/security/json-web-tokens.ts'
import { judged, NOW, passedAll, stoppedAt } from '../support/judged.ts'

const KEY = 'a key of 32 bytes, or more, as it should be'
const at = { env: { now: () => new Date(NOW * 1000) } }
const options = { key: KEY, algorithm: 'HS256' } as const
const made = (more: object) =>
  jsonWebTokens({ ...options, ...more }).sign(at, { sub: 'johndoe' }, { minutes: 30 })

test.each([
  ['issuer', { issuer: 'https://auth.example' }, { iss: 'https://auth.example' }],
  ['audience', { audience: 'items' }, { aud: 'items' }],
])('%s is written into a token, and asked of it', async (_, named, claims) => {
  const by = jsonWebTokens({ ...options, ...named })
  expect(passedAll(await judged(await made(named), { by }))).toMatchObject(claims)
})

test.each([
  ['another issuer', { issuer: 'a' }, { issuer: 'b' }, 'issuer-differs'],
  ['no issuer', { issuer: 'a' }, {}, 'issuer-differs'],
  ['another audience', { audience: 'a' }, { audience: 'b' }, 'audience-differs'],
  ['no audience', { audience: 'a' }, {}, 'audience-differs'],
  ['an audience, of a server without a name', {}, { audience: 'b' }, 'audience-not-ours'],
])('a token with %s is refused', async (_, wanted, given, because) => {
  const by = jsonWebTokens({ ...options, ...wanted })
  stoppedAt(await judged(await made(given), { by }), 'subject', because)
})

test.each(['HS256', 'HS384', 'HS512'] as const)(
  '%s is the one that is taken',
  async (algorithm) => {
    const by = jsonWebTokens({ ...options, algorithm })
    passedAll(await judged(await made({ algorithm }), { by }))
    const other = algorithm === 'HS256' ? 'HS512' : 'HS256'
    stoppedAt(
      await judged(await made({ algorithm: other }), { by }),
      'algorithm',
      'algorithm-not-allowed',
    )
  },
)

test('a key is lent by the host, each its own', async () => {
  const tokens = jsonWebTokens({ algorithm: 'HS256', key: ({ env }) => env.SECRET_KEY })
  const lending = (SECRET_KEY: string) => ({ env: { ...at.env, SECRET_KEY } })
  const token = await tokens.sign(lending('one'), { sub: 'johndoe' }, { minutes: 30 })
  expect(await tokens.verify(lending('one'), token)).toMatchObject({ sub: 'johndoe' })
  await expect(tokens.verify(lending('two'), token)).rejects.toMatchObject({ status: 401 })
  expect(await tokens.verify(lending('one'), token)).toMatchObject({ sub: 'johndoe' })
  await expect(tokens.verify(at, token)).rejects.toThrow('there is no key')
})
