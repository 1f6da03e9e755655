/** A Set-Cookie line: what is safe about it, and what is not. */

import { describe, expect, test } from 'vitest'
import '../../../web/exchange/cookie-anatomy.ts'
import { readSetCookie } from '../../../web/stage/set-cookie.ts'
import { cookieWords } from '../../../web/words/cookies.ts'
import { en } from '../../../web/words/en.ts'
import { all, BOTH, expectAccessible, mount, textIn } from '../../support/fixture.ts'

const show = (line: string, words = en) => mount('bp-cookie-anatomy', { line, words })

const signs = (element: Element) =>
  all(element, 'li').map((row) => [row.className, all(row, '.mono').map(textIn)[0]])

describe('reading a line', () => {
  test.each([
    ['a=b', 'a', 'b', {}],
    ['a=b=c; Path=/x', 'a', 'b=c', { path: '/x' }],
    [
      'a=; HttpOnly;SameSite=Lax; max-age=10',
      'a',
      '',
      { httponly: '', samesite: 'Lax', 'max-age': '10' },
    ],
    ['a=b; constructor; __proto__=x', 'a', 'b', { constructor: '', ['__proto__']: 'x' }],
  ])('%s', (line, name, value, attributes) => {
    const read = readSetCookie(line)!
    expect([read.name, read.value]).toEqual([name, value])
    expect([...read.attributes]).toEqual(Object.entries(attributes))
  })

  test.each(['', 'a', '=b', '; Path=/'])('%j is no cookie', (line) => {
    expect(readSetCookie(line)).toBeUndefined()
  })
})

test('a careful cookie is safe in all but what plain http forbids', async () => {
  const line = 'jwt_token=a.b.c; Max-Age=1800; Path=/app/; HttpOnly; SameSite=Lax'
  expect(signs(await show(line))).toEqual([
    ['safe', 'HttpOnly'],
    ['open', 'Secure'],
    ['safe', 'SameSite=lax'],
    ['safe', 'Path=/app/'],
    ['safe', 'Max-Age=1800'],
  ])
})

test('a bare cookie is open in every way, and each is said', async () => {
  const element = await show('jwt_token=a.b.c')
  expect(signs(element).map(([state]) => state)).toEqual(Array(5).fill('open'))
  const { httpOnly, sameSite, path, maxAge } = cookieWords.en
  for (const [, unset] of [httpOnly, sameSite, path, maxAge]) {
    expect(textIn(element)).toContain(unset)
  }
})

test('SameSite=None keeps nobody out', async () => {
  const rows = signs(await show('a=b; SameSite=None'))
  expect(rows).toContainEqual(['open', 'SameSite=none'])
})

test('a cookie that is taken back says so', async () => {
  const element = await show('jwt_token=; Max-Age=0; Path=/')
  expect(textIn(element)).toContain(cookieWords.en.gone)
})

test('a line without a name says that browsers drop it', async () => {
  expect(textIn(await show('=x'))).toContain(cookieWords.en.unreadable)
})

test.each(BOTH)('is accessible ($language)', async ({ words }) => {
  await expectAccessible(await show('a=<b>; HttpOnly', words))
})
