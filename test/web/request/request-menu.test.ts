/** The menu of requests: what it offers, what a choice tells, and what it hides. */

import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import passwordFlow from '../../../lessons/3-password-flow/lesson.ts'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import { get } from '../../../lessons/requests.ts'
import { MASKED } from '../../../web/kit/masking.ts'
import '../../../web/request/request-form.ts'
import '../../../web/request/request-menu.ts'
import type { RequestMenu } from '../../../web/request/request-menu.ts'
import { en } from '../../../web/words/en.ts'
import { requestsWords } from '../../../web/words/requests.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { all, focused, heard, mount, one, rendered, textIn } from '../../support/fixture.ts'

const words = requestsWords.en
const draft = passwordFlow.requests['login']!
const page = passwordFlow.pages.find(({ id }) => id === 'break')!

const sent = (id: number, asked: RequestDraft, status: number) =>
  exchangeWith({ id, server: asked.server, request: asked, response: { status } })

const exchanges = [sent(7, draft, 200), sent(8, get('/users/me', 'Bearer johndoe'), 401)]

afterEach(() => document.documentElement.removeAttribute(MASKED))

const show = (part: Partial<RequestMenu> = {}) =>
  mount('bp-request-menu', { lesson: passwordFlow, page, exchanges, draft, words: en, ...part })

const section = (menu: Element, title: string) =>
  all(menu, 'section').find((one) => textIn(one).startsWith(title))!

const lines = (within: Element) => [...within.querySelectorAll('.line')].map((line) => textIn(line))

describe('the menu', () => {
  test('offers the requests of the page, then what was sent last, then the lesson’s others, each once', async () => {
    const menu = await show()
    const titles = all(menu, 'h2').map((title) => textIn(title))
    expect(titles).toEqual([words.page, words.sent, words.lesson])
    expect(lines(section(menu, words.page))).toEqual(['GET …/api/users/me', 'GET …/api/users/me'])
    expect(textIn(section(menu, words.page))).toContain('Bearer johndoe')
    expect(lines(section(menu, words.sent))).toEqual(['GET …/api/users/me', 'POST …/api/token'])
    const offered = lines(section(menu, words.lesson)).length + 2
    expect(offered).toBe(Object.keys(passwordFlow.requests).length)
  })

  test('says where nothing was sent yet', async () => {
    const menu = await show({ exchanges: [] })
    expect(textIn(section(menu, words.sent))).toContain(words.none)
  })

  test('marks the request that is on the bench', async () => {
    const menu = await show()
    const current = all(menu, '[aria-current="true"]').map((button) => textIn(button))
    expect(current).toEqual([
      expect.stringContaining('200'),
      expect.stringContaining('username=johndoe&password=secret'),
    ])
  })

  test('puts on the bench what is chosen, or sends it again', async () => {
    const menu = await show()
    const told = {
      request: heard(menu, 'use-request'),
      sent: heard(menu, 'use-sent'),
      again: heard(menu, 'send-again'),
    }
    section(menu, words.page).querySelector('button')!.click()
    section(menu, words.sent).querySelector<HTMLElement>('.take')!.click()
    await userEvent.click(all(menu, '.again')[1]!)
    expect(told).toEqual({
      request: ['me'],
      sent: [8],
      again: [7],
    })
  })

  test('shows no password and no token while secrets are hidden, in what is said either', async () => {
    const menu = await show()
    expect(textIn(menu)).toContain('password=secret')
    document.documentElement.setAttribute(MASKED, '')
    await rendered()
    const { innerHTML } = menu.renderRoot as ShadowRoot
    expect(innerHTML).not.toMatch(/password=(?!•)|Bearer (?!•)|johndoe&amp;password=s/)
    expect(textIn(menu)).toContain('username=johndoe&password=••••••••')
  })
})

describe('in the form', () => {
  async function opened() {
    const form = await mount('bp-request-form', { draft, url: 'http://localhost/', words: en })
    const menu = document.createElement('bp-request-menu')
    Object.assign(menu, {
      slot: 'requests',
      lesson: passwordFlow,
      page,
      exchanges,
      draft,
      words: en,
    })
    form.append(menu)
    const fold = one(form, 'details.requests', HTMLDetailsElement)
    await userEvent.click(one(fold, 'summary'))
    await rendered()
    expect(fold.open).toBe(true)
    return { form, menu, fold }
  }

  test('what was chosen is there to be sent: the menu folds, and Send has the focus', async () => {
    const { form, menu, fold } = await opened()
    await userEvent.click(all(menu, '.take')[0]!)
    expect(fold.open).toBe(false)
    expect(focused()).toBe(one(form, '.send'))
  })

  test('what is sent again is under way: the menu folds, and keeps the focus at its place', async () => {
    const { menu, fold } = await opened()
    await userEvent.click(all(menu, '.again')[0]!)
    expect(fold.open).toBe(false)
    expect(focused()).toBe(one(fold, 'summary'))
  })

  test('it folds by Escape, which ends nothing else, and by a click elsewhere', async () => {
    const { form, menu, fold } = await opened()
    const elsewhere = heard(document.documentElement, 'keydown')
    all(menu, '.take')[0]!.focus()
    await userEvent.keyboard('{Escape}')
    expect(fold.open).toBe(false)
    expect(elsewhere).toEqual([])
    expect(focused()).toBe(one(fold, 'summary'))
    await userEvent.click(one(fold, 'summary'))
    expect(fold.open).toBe(true)
    await userEvent.click(one(form, '.path'))
    expect(fold.open).toBe(false)
  })
})
