/** The jar as it is shown: values, tokens in them, and who may read or send a cookie. */

import { describe, expect, test } from 'vitest'
import '../../../web/two-servers/cookie-jar.ts'
import type { Cookie } from '../../../web/stage/cookie-jar.ts'
import { en, type Words } from '../../../web/words/en.ts'
import { twoServersWords } from '../../../web/words/two-servers.ts'
import { all, BOTH, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'

const { jar } = twoServersWords.en

const base64url = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')

const TOKEN = `${base64url({ alg: 'HS256' })}.${base64url({ sub: 'johndoe' })}.c2ln`

const cookieWith = (part: Partial<Cookie> = {}): Cookie => ({
  name: 'jwt_token',
  value: TOKEN,
  path: '/lessons/two-servers/client/',
  created: 0,
  expires: undefined,
  httpOnly: false,
  secure: false,
  sameSite: undefined,
  ...part,
})

const show = (cookies: Cookie[], words: Words = en) => mount('bp-cookie-jar', { cookies, words })

/** What the list says about a cookie, by its question. */
async function said(part: Partial<Cookie>): Promise<Record<string, string>> {
  const view = await show([cookieWith(part)])
  const answers = all(view, 'dd').map(textIn)
  return Object.fromEntries(all(view, 'dt').map((term, index) => [textIn(term), answers[index]!]))
}

test('an empty jar says so', async () => {
  expect(textIn(await show([]))).toContain(jar.empty)
})

describe('of a cookie it says', () => {
  test('that scripts can read it, where nothing keeps them from it', async () => {
    expect(await said({})).toEqual({
      [jar.scripts]: jar.canRead,
      [jar.path]: '/lessons/two-servers/client/',
      [jar.others]: jar.sameSite.unset,
      [jar.transport]: jar.anyTransport,
      [jar.ends]: jar.session,
    })
  })

  test('that they cannot, and the rest of its attributes', async () => {
    const expires = Date.UTC(2030, 0, 2, 3, 4, 5)
    expect(await said({ httpOnly: true, secure: true, sameSite: 'Lax', expires })).toMatchObject({
      [jar.scripts]: jar.cannotRead,
      [jar.others]: jar.sameSite.Lax,
      [jar.transport]: jar.onlySecure,
      [jar.ends]: '2030-01-02 03:04:05 UTC',
    })
  })

  test('what the token in it says', async () => {
    const text = all(await show([cookieWith()]), 'pre').map(textIn)
    expect(text).toEqual(['{ "alg": "HS256" }', '{ "sub": "johndoe" }'])
  })

  test.each(['', 'x', 'a.b.c', TOKEN.slice(3), 'e30.W10'])(
    'nothing of a token where there is none: %j',
    async (value) => {
      expect(all(await show([cookieWith({ value })]), 'pre')).toEqual([])
    },
  )
})

test('a cookie can be put on the bench', async () => {
  const view = await show([cookieWith({ value: 'x' })])
  const used = heard<string>(view, 'use-cookie')
  one(view, 'article button').click()
  expect(used).toEqual(['jwt_token=x'])
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  await expectAccessible(
    await show([cookieWith(), cookieWith({ path: '/', httpOnly: true })], words),
  )
})
