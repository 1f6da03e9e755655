/** Every lesson with its secrets hidden: no token, password, cookie or key that crossed the wire can be read. */

import type { Page, Request } from 'playwright'
import { expect, test } from 'vitest'
import { course, lessonCalled } from '../../lessons/index.ts'
import { comparisonWords } from '../../web/words/comparison.ts'
import { WALKS } from '../support/walks.ts'
import { mouse } from './support/hand-of-mouse.ts'
import { painted } from './support/painted.ts'
import { startRealServer } from './support/playground.ts'
import { visit } from './support/visit.ts'
import { WORDS } from './support/walk.ts'
import { opened } from './support/opened.ts'

const { en } = WORDS
/** The root's attribute. */
const MASKED = 'masked'

/** Long enough to be nobody's word: wherever such a text stands, it is the secret. */
const UNMISTAKABLE = 24

const here = opened(startRealServer)

test.each(course)(
  'nothing secret can be read while secrets are hidden: $slug',
  async ({ slug }) => {
    const lesson = (await lessonCalled(slug))!
    const { page, leave } = await visit(here.browser, `${here.playground.url}#/en/${slug}`)
    const secrets = secretsOf(page)
    await page.evaluate((name) => document.documentElement.setAttribute(name, ''), MASKED)
    const hand = mouse(page, 'en')
    const readable = new Set<string>()
    const steps = WALKS[lesson.folder]!
    for (const [index, { page: id, act }] of steps.entries()) {
      if (index > 0) await hand.next()
      await page.locator(`bp-lesson-page[page="${id}"]`).waitFor()
      await act(hand)
      // What has to be opened first is opened early, and once more at the end.
      const views = index === 1 || index === steps.length - 1 ? 'all' : 'tabs'
      for (const found of await look(page, await secrets(), views)) readable.add(`${id}: ${found}`)
    }
    expect([...readable]).toEqual([])

    // The test can fail: the same views show them once they are not hidden.
    await page.evaluate((name) => document.documentElement.removeAttribute(name), MASKED)
    expect(await look(page, await secrets())).not.toEqual([])
    await leave()
  },
  240_000,
)

/** Collects what crosses the wire: whatever a server was sent as credentials, or gave out. */
function secretsOf(page: Page): () => Promise<string[]> {
  const requests: Request[] = []
  page.on('requestfinished', (request) => {
    if (new URL(request.url()).pathname.includes('/lessons/')) requests.push(request)
  })
  return async () => {
    const found = await Promise.all(requests.map(secretsIn))
    return [...new Set(found.flat())].filter((secret) => secret !== '')
  }
}

async function secretsIn(request: Request): Promise<string[]> {
  const headers = await request.allHeaders()
  const response = await request.response()
  const body = await response!.text().catch(() => '')
  const cookies = [headers['cookie'] ?? '', (await response!.headerValue('set-cookie')) ?? '']
  return [
    headers['authorization']?.split(' ').slice(1).join(' ') ?? '',
    new URLSearchParams(request.postData() ?? '').get('password') ?? '',
    /"access_token":\s*"([^"]+)/.exec(body)?.[1] ?? '',
    ...cookies.flatMap((line) => /=([^;]{2,})/.exec(line)?.[1] ?? ''),
  ]
}

/** The secrets that can be read in any view of the page. */
async function look(
  page: Page,
  secrets: string[],
  views: 'tabs' | 'all' = 'tabs',
): Promise<string[]> {
  const found: string[] = []
  const here = async (view: string) => {
    const { text, unprinted, fields } = await painted(page)
    const isReadable = (secret: string) =>
      secret.length >= UNMISTAKABLE
        ? [secret, ...secret.split('.').filter((part) => part.length >= UNMISTAKABLE)].some(
            (part) => text.includes(part.slice(0, UNMISTAKABLE)),
          )
        : fields.some((field) => field === secret || field.includes(`=${secret}`)) ||
          [
            `Bearer ${secret}`,
            `password=${secret}`,
            `token":"${secret}"`,
            `token": "${secret}"`,
          ].some((part) => unprinted.includes(part))
    found.push(...secrets.filter(isReadable).map((secret) => `${view}: ${secret.slice(0, 40)}`))
  }
  const open = (tab: keyof typeof en.tabs) => page.getByRole('tab', { name: en.tabs[tab] }).click()

  await here('bench')
  if (views === 'all') for await (const gate of openedGates(page)) await here(gate)
  await open('journal')
  await page.locator('bp-journal').waitFor()
  await here('journal')
  if (views === 'all' && (await compareLastTwo(page))) {
    await here('comparison')
    await page.getByRole('button', { name: comparisonWords.en.close }).click()
  }
  await open('token')
  await page.locator('bp-token-inspector').waitFor()
  await here('token')
  return found
}

/** Opens one gate after the other: each says what it found. */
async function* openedGates(page: Page): AsyncGenerator<string> {
  const gates = page.locator('bp-exchange > bp-gates button, bp-exchange section > bp-gates button')
  for (let index = 0; index < (await gates.count()); index++) {
    const gate = gates.nth(index)
    if ((await gate.getAttribute('aria-expanded')) === 'false') await gate.click()
    await page.locator('bp-gate-detail').first().waitFor()
    yield `gate ${index + 1}`
  }
}

/** Opens the comparison of the two newest exchanges, if there are two. */
async function compareLastTwo(page: Page): Promise<boolean> {
  const { choose } = comparisonWords.en
  const button = page.getByRole('button', { name: choose })
  if ((await button.count()) === 0) return false
  await button.click()
  const rows = page.locator('bp-journal li button')
  if ((await rows.first().getAttribute('aria-pressed')) === 'false') await rows.first().click()
  await rows.nth(1).click()
  await page.getByRole('dialog').locator('bp-comparison').waitFor()
  return true
}
