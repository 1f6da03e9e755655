/** Attacks played in a frame: what a script reads there, what another site's form sends, and what stays inside. */

import { describe, expect, test } from 'vitest'
import stolenCookie from '../../../lessons/6-stolen-cookie/lesson.ts'
import type { BreakTask } from '../../../lessons/lesson.ts'
import '../../../web/two-servers/attack.ts'
import type { Cookie } from '../../../web/stage/cookie-jar.ts'
import type { Attack } from '../../../web/stage/other-site.ts'
import { twoServersWords } from '../../../web/words/two-servers.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import {
  all,
  BOTH,
  expectAccessible,
  heard,
  mount,
  next,
  one,
  textIn,
} from '../../support/fixture.ts'
import { provideContext } from '../../support/lesson-context.ts'

const { attack: words } = twoServersWords.en

const cookie = (httpOnly: boolean): Cookie => ({
  name: 'jwt_token',
  value: 'a.b.c',
  path: '/',
  created: 0,
  expires: undefined,
  httpOnly,
  secure: false,
  sameSite: undefined,
})

const SENDS = {
  method: 'POST',
  path: '/get-token',
  headers: [['Sec-Fetch-Site', 'cross-site'] as [string, string]],
  body: 'username=a',
}

const taskOf = (play: 'script' | 'form'): BreakTask => ({
  kind: 'break',
  id: play,
  hardened: 'client',
  play,
  ...(play === 'form' && { sends: SENDS }),
  parts: [
    { id: 'broken', done: () => false },
    { id: 'held', done: () => false },
  ],
})

/** Cookies of both servers: the vulnerable one's can be read. */
const loggedIn = {
  lesson: stolenCookie,
  cookiesFor: ({ server }: { server: string }) => [cookie(server === 'client')],
  exchanges: ['faithful', 'client'].map((server) =>
    exchangeWith({
      server,
      request: { method: 'POST' },
      response: { status: 200, body: `<p id="page">page of ${server}</p>` },
    }),
  ),
}

async function show(play: 'script' | 'form', part: { broken?: boolean } = {}) {
  const ready = next(document, 'frame-ready')
  const element = await mount('bp-attack', { task: taskOf(play), ...part })
  await element.updateComplete
  return {
    element,
    attacks: heard<Attack>(element, 'attack'),
    /** Resolves when the frame's document has its end of the channel: before what is told to it from then on. */
    ready,
  }
}

/** The next attack that an element plays. */
const played = (element: Element) => next<Attack>(element, 'attack')

/** What the page in the frame says, without its script. */
function say(element: Element, detail: unknown) {
  one(element, 'bp-frame').dispatchEvent(new CustomEvent('frame-message', { detail }))
}

const radio = (element: Element, server: string) =>
  all<HTMLInputElement>(element, 'input[type=radio]').find(({ value }) => value === server)!

describe('a script in the page', () => {
  test.each([
    { server: 'faithful', sends: 'Bearer a.b.c', says: words.read('jwt_token=a.b.c') },
    { server: 'client', sends: 'Bearer', says: words.readNothing },
  ])('of $server: the thief comes with "$sends"', async ({ server, sends, says }) => {
    provideContext(loggedIn)
    const { element, ready } = await show('script')
    await ready
    radio(element, server).click()
    await element.updateComplete
    const attack = played(element)
    one(element, 'button.primary').click()
    expect(await attack).toEqual({
      attacked: server,
      draft: {
        server: 'auth',
        method: 'GET',
        path: '/users/me/',
        headers: [['Authorization', sends]],
        body: '',
      },
    })
    await element.updateComplete
    expect(textIn(one(element, '.read'))).toBe(says)
  })

  test('runs in an origin of its own, which reaches nothing of ours', async () => {
    provideContext(loggedIn)
    const { element, ready } = await show('script')
    const frame = one(element, 'iframe', HTMLIFrameElement)
    expect([...frame.sandbox]).toEqual(['allow-scripts', 'allow-forms'])
    await ready
    expect(frame.contentDocument).toBeNull()
    // Nothing in it can be pressed or written in: the Tab key goes by.
    expect(frame.getAttribute('tabindex')).toBe('-1')
  })
})

describe('a form of another site', () => {
  test('sends what the task says, to the attacked server', async () => {
    provideContext(loggedIn)
    const { element } = await show('form')
    const attack = played(element)
    say(element, { kind: 'submitted' })
    expect(await attack).toEqual({
      attacked: 'faithful',
      draft: { ...SENDS, server: 'faithful' },
    })
  })

  test('is announced with what it will send', async () => {
    provideContext(loggedIn)
    const { element } = await show('form')
    expect(textIn(element)).toContain(words.prize.hidden('POST …/faithful/get-token'))
  })
})

describe('a message', () => {
  test.each([
    ['of another window', () => window],
    ['of nobody', () => null],
    [
      'of the frame itself, past the channel',
      (element: Element) => one(element, 'iframe', HTMLIFrameElement).contentWindow,
    ],
  ])('%s plays nothing', async (_, sourceIn) => {
    provideContext(loggedIn)
    const { element, attacks } = await show('form')
    for (const data of [{ kind: 'submitted' }, { type: 'attack', kind: 'submitted' }]) {
      dispatchEvent(new MessageEvent('message', { data, source: sourceIn(element) }))
    }
    expect(attacks).toEqual([])
  })

  test.each([
    null,
    'submitted',
    { type: 'submitted' },
    { kind: 'left' },
    { kind: 'left', url: 7 },
    { kind: 'left', url: 'nowhere' },
    { kind: 'toString' },
  ])('that is none of ours plays nothing: %j', async (data) => {
    provideContext(loggedIn)
    const { element, attacks } = await show('script')
    say(element, data)
    expect(attacks).toEqual([])
  })
})

describe('whose page is attacked', () => {
  test('is the vulnerable server’s first, and after that the other’s', async () => {
    provideContext(loggedIn)
    expect(radio((await show('form')).element, 'faithful').checked).toBe(true)
    expect(radio((await show('form', { broken: true })).element, 'client').checked).toBe(true)
  })

  test('is the vulnerable server’s again on the page of another attack', async () => {
    provideContext(loggedIn)
    const { element } = await show('script')
    radio(element, 'client').click()
    await element.updateComplete
    element.task = taskOf('form')
    await element.updateComplete
    await element.updateComplete
    expect(radio(element, 'faithful').checked).toBe(true)
  })

  test('changes to the other without moving what stands below', async () => {
    provideContext({
      ...loggedIn,
      cookiesFor: ({ server }) => (server === 'client' ? [] : [cookie(false)]),
    })
    const element = await mount('bp-attack', { task: taskOf('script') })
    radio(element, 'client').click()
    await element.updateComplete
    radio(element, 'faithful').click()
    element.broken = true
    await element.updateComplete
    await element.updateComplete
    const { height } = element.getBoundingClientRect()
    const again = all(element, 'button').at(-1)!
    expect(textIn(again)).toBe(words.again('client'))
    again.click()
    await element.updateComplete
    expect(textIn(element)).toContain(words.nobody)
    expect(element.getBoundingClientRect().height).toBe(height)
  })

  test('must have somebody logged in, and says how', async () => {
    provideContext({ lesson: stolenCookie })
    const { element } = await show('script')
    expect(all(element, 'iframe')).toEqual([])
    expect(textIn(element)).toContain(words.nobody)
    const used = heard<string>(element, 'use-request')
    one(element, 'button').click()
    expect(used).toEqual(['faithful-login'])
  })
})

describe.each(BOTH)('is accessible in $language', ({ words: spoken }) => {
  test.each(['script', 'form'] as const)('%s', async (play) => {
    provideContext({ ...loggedIn, words: spoken })
    await expectAccessible((await show(play)).element)
  })
})
