/** A lesson presented in the built page: by keys alone, from the presenter's window, with no secret on the screen. */

import { readFileSync } from 'node:fs'
import type { Page, Request } from 'playwright'
import { describe, expect, test } from 'vitest'
import jwt from '../../lessons/4-jwt/lesson.ts'
import { presentWords } from '../../web/words/present.ts'
import { toolsWords } from '../../web/words/tools.ts'
import { violations } from './support/axe.ts'
import { opened } from './support/opened.ts'
import { startRealServer } from './support/playground.ts'
import { lead, openPresenter, placeIn, readIn, showToRoom } from './support/rooms.ts'
import { secretsIn } from './support/secrets.ts'
import { sharedVisit, turnTo } from './support/shared-visit.ts'
import { visit } from './support/visit.ts'

const { en } = presentWords

const here = opened(startRealServer)
const at = (hash: string) => `${here.playground.url}#/en/${hash}`

/** What is asked of a lesson's servers from now on. */
function askedBy(page: Page): Request[] {
  const asked: Request[] = []
  page.on('request', (request) => {
    if (/\/lessons\/\w[\w-]*\/(api|secret)\//.test(request.url())) asked.push(request)
  })
  return asked
}

/** Keys and hashes that stand in the lesson's source. */
const PRINTED = readFileSync('lessons/4-jwt/app.ts', 'utf8').match(
  /(?<=['"`])[\w$./]{32,}(?=['"`])/g,
)!

test('a whole lesson is led by keys from the presenter’s window, each request sent once, and no secret is read', async () => {
  const { page: room, leave } = await visit(here.browser, at('jwt/three-parts'))
  const asked = askedBy(room)
  await showToRoom(room)
  const presenter = await openPresenter(room)
  const seen: string[] = []
  const titles: string[] = []
  const look = async () => {
    const title = await room.locator('bp-room h1').innerText()
    seen.push(await readIn(room, 'bp-room'))
    // The notes are a page's: they are heard with its first picture.
    seen.push(await readIn(presenter, 'bp-presenter', title !== titles.at(-1)))
    titles.push(title)
  }
  const isAtEnd = () => place.includes(en.presenter.end) && place.includes('Summary')
  // A decision that was looked at before is taken with the rest of its answer's.
  const decided = new Set<string>()
  const next = async () => {
    const [comes = ''] = await presenter.locator('bp-presenter .then li').allInnerTexts()
    const isKnown = comes.startsWith('Decision: ') && decided.has(comes)
    decided.add(comes)
    return isKnown ? 'a' : 'ArrowRight'
  }
  // It gives away what the room is still to find out.
  expect(await presenter.locator('.comes').innerText()).toContain(en.presenter.right)
  let place = await placeIn(presenter)
  expect(place).toContain('Text: In lesson 3 the token was a username')
  let besides = 0
  while (!isAtEnd()) {
    await look()
    place = await lead(presenter, await next())
    const title = await presenter.locator('#notes').innerText()
    if (title.endsWith('Change a claim') && besides === 0) {
      // The forged token is one key away, and is taken step by step: first it is large and not sent.
      await lead(presenter, 'r')
      await room.getByText(en.besideUnsent).waitFor()
      await look()
      await lead(presenter, 'ArrowRight')
      await room.getByText(en.sent).waitFor()
      for (const key of ['a', 'ArrowRight']) await lead(presenter, key)
      await room.locator('bp-room-message .status').getByText('401 Unauthorized').waitFor()
      expect(await room.locator('bp-room-gates .because').innerText()).toMatch(/^Signature/)
      await look()
      place = await lead(presenter, 'ArrowRight')
      besides = 1
    }
    if (title.endsWith('The last letter') && (await room.locator('bp-room .result').count()) > 0)
      expect(await room.locator('bp-room .stop').innerText()).toMatch(/^✕ Parts/)
  }
  await look()
  // What is not there was not hidden, but left out.
  expect(seen.some((text) => /password\s+•+/.test(text))).toBe(true)
  expect(seen.filter((text) => /password\s+secret/.test(text))).toEqual([])

  const pages = jwt.pages.filter(
    ({ kind, request }) => kind !== 'code' && (kind !== 'reading' || request !== undefined),
  )
  expect(new Set(titles).size).toBe(jwt.pages.length)
  // Named, for whoever reads that one was sent again.
  const sent = asked.map((request) => `${request.method()} ${request.url()}`)
  expect(sent, sent.join(', ')).toHaveLength(pages.length + besides)

  const crossed = (await Promise.all(asked.map(secretsIn))).flat().filter((one) => one.length > 20)
  expect(crossed.length).toBeGreaterThan(4)
  expect(PRINTED.length).toBeGreaterThan(0)
  const secrets = [...new Set([...crossed, ...PRINTED, 'password=secret'])]
  const parts = secrets.flatMap((secret) => [
    secret,
    ...secret.split('.').filter((part) => part.length > 20),
  ])
  expect(parts.filter((part) => seen.some((text) => text.includes(part)))).toEqual([])
  await leave()
}, 240_000)

describe('in one visit', () => {
  const shared = sharedVisit(() => visit(here.browser, at('jwt/three-parts')))

  /** Shows the lesson, and goes back to the page's first text, which has a password in it. */
  const showFirstText = async (room: Page) => {
    await showToRoom(room)
    const password = room.locator('bp-room-text bp-password code')
    while (!(await password.isVisible())) await room.keyboard.press('ArrowLeft')
    return password
  }

  test('hands are counted by keys and clicks, hidden until the vote is closed, and stand beside what came', async () => {
    const { page: room } = shared
    await showToRoom(room)
    const vote = room.locator('bp-room-vote')
    while (!(await vote.isVisible())) await room.keyboard.press('ArrowRight')
    for (const key of ['1', '3', '3', '3', 'Shift+3']) await room.keyboard.press(key)
    await vote.getByRole('button', { name: en.add(2) }).click()
    // The button that was clicked does not have the keys: space goes on with the lesson.
    const hands = () => vote.locator('.hands').allInnerTexts()
    await expect.poll(hands).toEqual(['1', '1', '2'])
    await room.keyboard.press('h')
    await expect.poll(hands).toEqual(['·', '·', '·'])
    await room.keyboard.press('c')
    await expect.poll(hands).toEqual(['1', '1', '2'])
    await room.keyboard.press(' ')
    await vote.waitFor({ state: 'detached' })
    while (!(await vote.isVisible())) await room.keyboard.press('ArrowRight')
    expect(await vote.locator('.came').innerText()).toContain(en.came)
    await room.locator('bp-room-message .status').getByText('200 OK').waitFor()
    await room.keyboard.press('f')
    // The learner's own prediction is still to be made.
    await room.getByRole('radio').first().waitFor()
    expect(await room.getByRole('radio', { checked: true }).count()).toBe(0)
  })

  test('secrets are shown while a key is held, and no longer than that; afterwards the page is as it was', async () => {
    const { page: room } = shared
    const password = await showFirstText(room)
    await expect.poll(() => password.innerText()).toBe('••••••••')
    await room.keyboard.down('v')
    await expect.poll(() => password.innerText()).toBe('secret')
    await room.keyboard.up('v')
    const message = room.locator('bp-room-message[tone=good] section')
    while (!(await message.isVisible())) await room.keyboard.press('ArrowRight')
    const text = () => message.innerText()
    const token = /"eyJ[\w-]+\.[\w-]+\.[\w-]+"/
    // That there are three parts is what the page is about; which key shows them is said beside them.
    expect(await text()).toContain('"••••.••••.••••"')
    expect(await text()).toContain(en.reveals)
    await room.keyboard.down('v')
    await expect.poll(text).toMatch(token)
    await room.keyboard.up('v')
    await expect.poll(text).not.toMatch(token)
    await room.keyboard.down('v')
    await expect.poll(text).toMatch(token)
    // Another window has the keys now: that this one is let go of would not be heard.
    await room.evaluate(() => dispatchEvent(new Event('blur')))
    await expect.poll(text).not.toMatch(token)
    await room.keyboard.press('Escape')
    await room.locator('bp-room').waitFor({ state: 'detached' })
    expect(await room.evaluate(() => document.documentElement.hasAttribute('masked'))).toBe(false)
  })

  test.each([
    { width: 512, height: 384 },
    { width: 1024, height: 768 },
    { width: 1920, height: 1080 },
  ])('at $width × $height nothing hangs out, in every look and at every size', async (viewport) => {
    const { page: room } = shared
    await room.setViewportSize(viewport)
    await showFirstText(room)
    const letters = room.locator('bp-room footer :is(span, li, button)')
    const sizes = await letters.evaluateAll((all) =>
      all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(viewport.width < 1024 ? 12 : 16)
    const stage = room.locator('bp-room .stage')
    const beside = () => stage.evaluate((one) => one.scrollWidth - one.clientWidth)
    const message = room.locator('bp-room-message')
    while ((await message.count()) < 2) {
      await room.keyboard.press('ArrowRight')
      expect(await beside()).toBe(0)
    }
    // Small letters want the most contrast: where they are smallest, every look is read.
    const looks = viewport.width < 1024 ? ['projector', 'light', 'dark'] : ['projector']
    for (const look of viewport.width > 1024 ? [] : looks) {
      await room.locator(`bp-room [data-look=${look}]`).waitFor()
      expect(await violations(room, look === 'projector' ? 'all' : 'colours'), look).toEqual([])
      if (viewport.width < 1024) await room.keyboard.press('t')
    }
    for (let more = 0; more < 6; more++) await room.keyboard.press('+')
    // The answer stays in sight, also when the picture is drawn again for another reason.
    const isSeen = () =>
      room
        .locator('bp-room-message .status')
        .evaluate((one) => one.getBoundingClientRect().top < innerHeight)
    await expect.poll(isSeen).toBe(true)
    await room.keyboard.press('h')
    expect(await isSeen()).toBe(true)
    for (let less = 0; less < 8; less++) {
      expect(await beside()).toBe(0)
      await room.keyboard.press('ArrowLeft')
    }
    await room.keyboard.press('w')
    expect(await beside()).toBe(0)
    await room.keyboard.press('w')
    await room.keyboard.press('0')
    await room.keyboard.press('Escape')
    await room.locator('bp-room').waitFor({ state: 'detached' })
  })

  test('the page of tools leads to the lesson for the room', async () => {
    const { page } = shared
    await turnTo(page, '#/en/jwt/clock')
    await page.goto(at('tools'))
    await page.getByRole('heading', { name: toolsWords.en.title }).waitFor()
    await page.getByRole('button', { name: en.tool.begin }).click()
    await page.getByRole('dialog', { name: en.title }).getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).hash).toBe('#/en/jwt/clock')
  })
})

test('on a phone hands are counted by taps, one each', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const { page: room, leave } = await visit(here.browser, at('jwt/three-parts'), phone)
  await showToRoom(room)
  const vote = room.locator('bp-room-vote')
  const forward = room.getByRole('button', { name: en.next, exact: true })
  while (!(await vote.isVisible())) await forward.tap()
  const more = vote.getByRole('button', { name: en.add(2) })
  const { width, height } = (await more.boundingBox())!
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
  for (let hand = 0; hand < 3; hand++) await more.tap()
  await vote.getByRole('button', { name: en.remove(2) }).tap()
  const hands = () => vote.locator('.hands').allInnerTexts()
  await expect.poll(hands).toEqual(['0', '2', '0'])
  await vote.getByRole('button', { name: en.close }).tap()
  await more.waitFor({ state: 'detached' })
  await leave()
})
