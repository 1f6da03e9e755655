/** The bench: any request a browser can send, the same answers from both, and a copy to take along. */

import { describe, expect, test } from 'vitest'
import { bench } from './support/bench.ts'
import type { Written } from '../../lessons/walk.ts'
import { startRealServer } from './support/playground.ts'
import { sharedVisit } from './support/shared-visit.ts'
import { visit } from './support/visit.ts'
import { copyWords } from '../../web/words/copy.ts'
import { problemWords } from '../../web/words/problems.ts'
import { WORDS } from './support/walk.ts'
import { opened } from './support/opened.ts'

const { en } = WORDS
const here = opened(startRealServer)

const shared = sharedVisit(() =>
  visit(here.browser, `${here.playground.url}#/en/first-steps/invent`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  }),
)

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
  const { page } = shared
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
}, 120_000)

const FINE: Written = {
  server: 'api',
  method: 'GET',
  path: '/items/',
  scheme: 'Bearer',
  token: 'fine',
}

test('a copy of the request is masked unless asked, and has the token when asked, as curl and as fetch', async () => {
  const { page } = shared
  const { curl, fetch, revealed, copied: done, masked, secrets } = copyWords.en
  await bench(page).write({ ...FINE, token: 'top-secret' })
  await page.getByText(en.form.copy).click()
  const copied = async (kind: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.getByRole('button', { name: kind, exact: true }).click()
    const text = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(text).not.toBe('')
    return text()
  }
  const first = await copied(curl)
  await page.getByText(masked(secrets.authorization)).waitFor()
  expect(first).toContain('Bearer …')
  expect(first).not.toContain('top-secret')

  await page.getByLabel(revealed).check()
  expect(await copied(curl)).toContain('Bearer top-secret')
  await page.getByText(done).waitFor()
  expect(await copied(fetch)).toContain('Bearer top-secret')
})

describe('the form says why it does not send', () => {
  // Neighbours are told different things: an alert of the one before is none of this.
  test.each([
    ['an empty method', { method: '' }, problemWords.en['method-empty']()],
    ['a method of two words', { method: 'GET IT' }, problemWords.en['method-invalid']('GET IT')],
    ['a method no server knows', { method: 'BREW' }, problemWords.en['method-unknown']('BREW')],
    ['TRACE', { method: 'TRACE' }, problemWords.en['method-forbidden']('TRACE')],
    ['a path without a slash', { path: 'items' }, problemWords.en['path-no-slash']()],
    ['a fragment', { path: '/items/#x' }, problemWords.en['path-fragment']()],
    ['dot segments', { path: '/items/../secret' }, /would change this path/],
    ['letters no header holds', { scheme: 'Bearer', token: '토큰' }, /only Latin-1/],
    ['letters outside ASCII in a path', { path: '/한국어' }, /would change this path/],
  ])('%s', async (_, written, message) => {
    const { page } = shared
    const { write, sendButton } = bench(page)
    const sent = await page.getByRole('tab').nth(2).innerText()
    await write({ ...FINE, ...written })
    await sendButton.click()
    await page.getByRole('alert').getByText(message).waitFor()
    // Nothing went out.
    expect(await page.getByRole('tab').nth(2).innerText()).toBe(sent)
  })

  test('and sends what is put right', async () => {
    const { page } = shared
    await bench(page).send({ ...FINE, token: 'right' })
    expect((await bench(page).answer()).body).toBe('{"token":"right"}')
    expect((await page.getByRole('alert').allInnerTexts()).join('').trim()).toBe('')
  })

  test('a header that is the browser’s own', async () => {
    const { page } = shared
    await page.getByText(en.form.more).click()
    await page.getByRole('button', { name: en.form.addHeader }).click()
    await page.getByLabel(en.form.headerName).fill('Host')
    await page.getByLabel(en.form.headerValue).fill('elsewhere')
    await bench(page).sendButton.click()
    await page.getByRole('alert').getByText(problemWords.en['header-forbidden']('Host')).waitFor()
  })
})
