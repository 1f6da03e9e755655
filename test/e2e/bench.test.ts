/** The bench: any request a browser can send, the same answers from both, and a copy to take along. */

import { describe, expect, test } from 'vitest'
import { bench } from './support/bench.ts'
import type { Written } from '../../lessons/walk.ts'
import { startRealServer } from './support/playground.ts'
import { type Visit, visit } from './support/visit.ts'
import { copyWords } from '../../web/words/copy.ts'
import { problemWords } from '../../web/words/problems.ts'
import { WORDS } from './support/walk.ts'
import { opened } from './support/opened.ts'

const { en } = WORDS
const here = opened(startRealServer)

const open = (options?: Parameters<typeof visit>[2]): Promise<Visit> =>
  visit(here.browser, `${here.playground.url}#/en/first-steps/invent`, options)

const REQUESTS: Written[] = [
  {},
  { scheme: 'Bearer', token: 'foobar' },
  { scheme: 'bEaReR', token: '  two  blanks  ' },
  { scheme: 'Bearer', token: 'é'.repeat(2000) },
  { scheme: 'Bearer' },
  { scheme: 'Basic', token: 'eDp5' },
  { scheme: '__proto__', token: 'x' },
  { path: '/items' },
  { path: '/items/?access_token=x' },
  { path: '/items/%00/..%2f' },
  { path: '/nowhere' },
  { path: '/%ED%95%9C?q=%EB%8B%B5' },
  { method: 'DELETE' },
  { method: 'HEAD', scheme: 'Bearer', token: 'x' },
  { method: 'PROPFIND' },
  { path: '/openapi.json', server: 'v1' },
]

test('the real server and this browser give the same answer, painted, to every request', async () => {
  const { page, leave } = await open()
  const { send, answer } = bench(page)
  const answers: Record<string, unknown[]> = {}
  for (const mode of ['real', 'browser'] as const) {
    await page.getByRole('button', { name: en.mode[mode] }).click()
    await page.getByRole('button', { name: en.mode[mode], pressed: true }).waitFor()
    const given: unknown[] = (answers[mode] = [])
    for (const request of REQUESTS) {
      await send({
        method: 'GET',
        server: 'api',
        path: '/items/',
        scheme: '',
        token: '',
        ...request,
      })
      given.push({ request, ...(await answer()) })
    }
  }
  expect(answers['browser']).toEqual(answers['real'])
  expect(new Set(answers['real']!.map((given) => JSON.stringify(given))).size).toBe(REQUESTS.length)
  await leave()
})

describe('the form says why it does not send', () => {
  test.each([
    ['an empty method', { method: '' }, problemWords.en['method-empty']()],
    ['a method of two words', { method: 'GET IT' }, problemWords.en['method-invalid']('GET IT')],
    ['a method no server knows', { method: 'BREW' }, problemWords.en['method-unknown']('BREW')],
    ['TRACE', { method: 'TRACE' }, problemWords.en['method-forbidden']('TRACE')],
    ['a path without a slash', { path: 'items' }, problemWords.en['path-no-slash']()],
    ['a fragment', { path: '/items/#x' }, problemWords.en['path-fragment']()],
    ['dot segments', { path: '/items/../secret' }, /would change this path/],
    ['letters outside ASCII in a path', { path: '/한국어' }, /would change this path/],
    ['letters no header holds', { scheme: 'Bearer', token: '토큰' }, /only Latin-1/],
  ])('%s', async (_, written, message) => {
    const { page, leave } = await open()
    const { write, sendButton } = bench(page)
    await write(written)
    await sendButton.click()
    await page.getByRole('alert').getByText(message).waitFor()
    // Nothing went out, and what was written is still there.
    expect(await page.locator('bp-raw-message').count()).toBe(0)
    await write({ method: 'GET', path: '/items/', scheme: 'Bearer', token: 'fine' })
    await bench(page).send()
    await page.getByText('{"token":"fine"}').first().waitFor()
    await leave()
  })

  test('a header that is the browser’s own', async () => {
    const { page, leave } = await open()
    await page.getByText(en.form.more).click()
    await page.getByRole('button', { name: en.form.addHeader }).click()
    await page.getByLabel(en.form.headerName).fill('Host')
    await page.getByLabel(en.form.headerValue).fill('elsewhere')
    await bench(page).sendButton.click()
    await page.getByRole('alert').getByText(problemWords.en['header-forbidden']('Host')).waitFor()
    await leave()
  })
})

describe('a copy of the request', () => {
  test.each([
    ['is masked unless asked', false, 'curl', 'Bearer …'],
    ['has the token when asked', true, 'curl', 'Bearer top-secret'],
    ['as fetch has the token when asked', true, 'fetch', 'Bearer top-secret'],
  ] as const)('%s', async (_, reveal, kind, expected) => {
    const { page, leave } = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await bench(page).write({ scheme: 'Bearer', token: 'top-secret' })
    await page.getByText(en.form.copy).click()
    if (reveal) await page.getByLabel(copyWords.en.revealed).check()
    await page.getByRole('button', { name: copyWords.en[kind], exact: true }).click()
    const { copied: done, masked, secrets } = copyWords.en
    await page.getByText(reveal ? done : masked(secrets.authorization)).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(expected)
    expect(copied.includes('top-secret')).toBe(reveal)
    await leave()
  })
})
