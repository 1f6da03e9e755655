/** After Send, the answer in short is in sight beside the button, in every lesson and on every screen. */

import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { headerValue } from '../../lessons/exchange/headers.ts'
import { lessons } from '../../lessons/all.ts'
import { docsWords } from '../../web/words/docs.ts'
import { en } from '../../web/words/en.ts'
import { ownWords } from '../../web/words/own.ts'
import { bench } from './support/bench.ts'
import { startRealServer } from './support/playground.ts'
import { clearJournal, sharedVisit, turnTo } from './support/shared-visit.ts'
import { visit } from './support/visit.ts'
import { answered } from './support/walk.ts'
import { opened } from './support/opened.ts'

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]

const here = opened(startRealServer)
/** One visit for all: whoever turns the phone, or makes the window smaller, has the same page. */
const shared = sharedVisit(() =>
  visit(here.browser, `${here.playground.url}#/en/first-steps/invent`),
)

/** Farther below Send, the eye has to look for the answer; in pixels. */
const FAR = 400

/** What the answer in short says; not all of it each time. */
const PARTS = ['status', 'time', 'verdict', 'header', 'body', 'hop']

/** What a person sees of the answer without scrolling, and how far below Send it begins, in pixels. */
const inSight = (page: Page) =>
  page.evaluate((NAMES) => {
    const all = (selector: string, root: ParentNode = document): Element[] => [
      ...root.querySelectorAll(selector),
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? all(selector, shadowRoot) : [],
      ),
    ]
    const topmost = (
      x: number,
      y: number,
      root: DocumentOrShadowRoot = document,
    ): Element | null => {
      const hit = root.elementFromPoint(x, y)
      return hit?.shadowRoot && hit.shadowRoot !== root
        ? (topmost(x, y, hit.shadowRoot) ?? hit)
        : hit
    }
    const around = (node: Node | null, part: Element): boolean =>
      node !== null &&
      (node === part || around(node.parentNode ?? (node as ShadowRoot).host ?? null, part))
    // A place behind a bar of the page, or beside the window, is no place where it is seen.
    const isSeen = (part: Element) => {
      const { left, top } = part.getClientRects()[0] ?? new DOMRect(-1, -1)
      return around(topmost(left + 4, top + 8), part)
    }
    const [answer] = all('bp-answer')
    const parts = answer ? all(NAMES.map((name) => `.${name}`).join(), answer.shadowRoot!) : []
    const [send] = all('button.send')
    return {
      there: parts.map(({ classList }) => NAMES.find((name) => classList.contains(name))),
      hidden: parts.filter((part) => !isSeen(part)).map(({ className }) => className),
      isSendSeen: isSeen(send!),
      below: answer!.getBoundingClientRect().top - send!.getBoundingClientRect().bottom,
    }
  }, PARTS)

/** A draft in the parts that are typed. */
function typed({ server, method, path, headers, body }: RequestDraft) {
  const [scheme = '', token = ''] = (headerValue(headers, 'authorization') ?? '').split(' ')
  // A body that the method has not waits by itself: nobody has to unfold it, to empty it.
  return { server, method, path, scheme, token, ...(body !== '' && { body }) }
}

/** The first request on each screen, each other one on one of them; a lesson's first answer is on another each time. */
const SENT = lessons.flatMap((lesson, number) => {
  const ids = Object.keys(lesson.requests)
  const screens = [...SCREENS.slice(number % SCREENS.length), ...SCREENS].slice(0, SCREENS.length)
  return screens.map((screen, at) => ({
    lesson,
    screen,
    slug: lesson.slug,
    width: screen.width,
    isNext: number > 0 && at === 0,
    requests: [lesson.firstRequest, ...ids.filter((_, index) => index % SCREENS.length === at)],
  }))
})

describe.each(SENT)('in $slug, $width pixels wide', ({ lesson, screen, isNext, requests }) => {
  test('the answer is in sight right below what was sent, without scrolling', async () => {
    const { page } = shared
    await page.setViewportSize(screen)
    if (isNext) await clearJournal(page)
    await turnTo(
      page,
      `#/en/${lesson.slug}/${lesson.pages.find(({ kind }) => kind === 'wire')!.id}`,
    )
    const { send } = bench(page)
    const servers = Object.keys(lesson.servers).length
    for (const id of new Set(requests)) {
      const { server, ...draft } = typed(lesson.requests[id]!)
      await send(servers > 1 ? { server, ...draft } : draft)
      await page.locator('bp-answer').waitFor()
      let seen: Awaited<ReturnType<typeof inSight>> | undefined
      await expect
        .poll(async () => (seen = await inSight(page)), { message: id, timeout: 10_000 })
        // A phone has room for the answer, and not always for all of a long request above it.
        .toMatchObject({ hidden: [], ...(screen.width > 400 && { isSendSeen: true }) })
      expect(seen!.there, id).toEqual(expect.arrayContaining(['status', 'time', 'verdict']))
      expect(seen!.below, `${id}: pixels from Send to the answer`).toBeLessThan(FAR)
    }
  })
})

describe('on a phone', () => {
  const open = async (hash: `#/${string}/${string}/${string}`) => {
    const { page } = shared
    await page.setViewportSize({ width: 390, height: 844 })
    await turnTo(page, hash)
    return page
  }

  test('what a check of a code task has sent is in sight once it is asked for', async () => {
    const words = ownWords.en
    const page = await open('#/en/two-servers/hop')
    await page.getByRole('button', { name: words.run }).click()
    // The result is read out as well: on the page it stands in the lesson's text.
    const lesson = page.getByRole('region', { name: en.columns.lesson })
    await lesson.getByText(words.checked(3, 8)).waitFor()
    await page.getByRole('button', { name: words.show }).nth(1).click()
    await expect.poll(() => inSight(page), { timeout: 10_000 }).toMatchObject({ hidden: [] })
  })

  test('a request that the text names is in sight once it is tapped', async () => {
    const page = await open('#/en/two-servers/no-cookie')
    await page.locator('bp-lesson-page bp-request [role=button]').first().click()
    const send = page.locator('bp-request-form button.send')
    await expect
      .poll(() => send.evaluate((it) => it.getBoundingClientRect().bottom))
      .toBeLessThan(844)
    expect(await send.evaluate((it) => it.getBoundingClientRect().top)).toBeGreaterThan(0)
  })

  test('what the lesson says of an answer is in sight once the lesson is tapped', async () => {
    const page = await open('#/en/first-steps/knock')
    await page.getByRole('radio').first().check()
    await answered(page, () => page.getByRole('button', { name: en.task.send }).click())
    await page.locator('.jump').getByRole('button', { name: en.jump.lesson }).click()
    const outcome = page.locator('bp-task-card p.outcome')
    await expect
      .poll(() => outcome.evaluate((it) => it.getBoundingClientRect().bottom))
      .toBeLessThan(844)
    expect(await outcome.evaluate((it) => it.getBoundingClientRect().top)).toBeGreaterThan(0)
  })

  test('the docs page stays where it is once it is answered, and leads to the whole answer', async () => {
    const page = await open('#/en/first-steps/authorize')
    await page.locator('.jump').getByRole('button', { name: en.jump.server }).click()
    await page.getByRole('tab', { name: en.tabs.docs }).click()
    const panel = page.locator('bp-docs-panel')
    const docs = panel.frameLocator('iframe')
    await docs.getByRole('button', { name: 'Authorize' }).first().click()
    await docs.locator('#oauth_username').fill('johndoe')
    await docs.locator('#oauth_password').fill('secret')
    const top = () => panel.evaluate((it) => it.getBoundingClientRect().top)
    const before = await top()
    await docs.locator('button.authorize').last().click()
    await panel.getByText('404 Not Found').waitFor()
    await page.locator('bp-header-anatomy').waitFor()
    await expect.poll(top).toBeCloseTo(before, 0)
    await panel.getByRole('button', { name: docsWords.en.see }).click()
    await expect.poll(() => inSight(page), { timeout: 10_000 }).toMatchObject({ hidden: [] })
  })

  test('the lessons of the course stand in one row', async () => {
    const page = await open('#/en/two-servers/no-cookie')
    const rows = await page
      .locator('bp-top-bar nav li')
      .evaluateAll((all) => new Set(all.map((it) => it.getBoundingClientRect().top)).size)
    expect(rows).toBe(1)
  })
})
