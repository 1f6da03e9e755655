/** A lesson presented by commands alone: what is sent, what is kept, and that nothing of it is a learner's progress. */

import { html } from 'lit'
import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../../lessons/checks.ts'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { Prose } from '../../../web/lesson/prose.ts'
import { Kept } from '../../../web/present/kept.ts'
import type { PresentCommand } from '../../../web/present/present-command.ts'
import { Presentation } from '../../../web/present/presentation.ts'
import { Playground } from '../../../web/state/playground.ts'
import type { Responder } from '../../../web/state/responder.ts'
import { eventually } from '../../support/eventually.ts'
import { exchangeOf } from '../../support/exchange.ts'
import { BASE, emptyCopies, emptyState, visitTo } from '../state/support/state.ts'

const lessons = [firstSteps, jwt]

/** Every page says two paragraphs. */
function proseOf({ pages }: Lesson): Prose {
  const text = html`<p>One.</p>
    <p>Two.</p>`
  return {
    title: 'Lesson',
    pages: Object.fromEntries(
      pages.map(({ id }) => [
        id,
        { title: id, text, ask: html`?`, options: {}, parts: {}, checks: {}, fails: {} },
      ]),
    ),
    participants: {},
    flow: {},
    attacks: {},
    notes: () => Promise.resolve(html``),
    help: () => Promise.resolve({ pages: { knock: { after: html`<p>So.</p>` } }, detectors: {} }),
  }
}

class Memory {
  private readonly texts = new Map<string, string>()
  getItem = (key: string) => this.texts.get(key) ?? null
  setItem = (key: string, text: string) => void this.texts.set(key, text)
}

const memories = () => ({ browser: new Memory(), tab: new Memory() })

/** A presentation of a lesson's page, whose servers answer as the step apps do. */
async function presenting(
  lesson: Lesson,
  page: string,
  { browser, tab } = memories(),
  now = () => 0,
) {
  let sent = 0
  const send: Responder['send'] = (draft, { lesson }) => {
    sent++
    return exchangeOf(lesson, draft)
  }
  const responder: Partial<Responder> = { mode: 'browser', send, change: () => true }
  const playground = new Playground({
    saved: emptyState(),
    responder: responder as Responder,
    own: emptyCopies(),
    base: BASE,
    open: (route) => {
      const opened = lessons.find(({ slug }) => slug === route.lesson)!
      const visit = visitTo(opened, route.page)
      playground.enter(visit)
      presentation.show({ visit, prose: proses.get(opened)!, sources: {} })
    },
  })
  const proses = new Map(lessons.map((one) => [one, proseOf(one)]))
  const kept = new Kept({ path: '/', browser: () => browser, tab: () => tab })
  const presentation = new Presentation(playground, kept, now)
  await playground.perform({ kind: 'open', route: { lesson: lesson.slug, page } })
  // What to take from the page has come.
  await Promise.resolve()
  await Promise.resolve()
  const perform = async (...commands: (PresentCommand | PresentCommand['kind'])[]) => {
    for (const command of commands) {
      // It crosses to another window.
      const whole = typeof command === 'string' ? ({ kind: command } as PresentCommand) : command
      await presentation.perform(JSON.parse(JSON.stringify(whole)) as PresentCommand)
    }
  }
  const times = (count: number, kind: PresentCommand['kind']) =>
    perform(...Array.from({ length: count }, () => kind))
  return {
    playground,
    presentation,
    perform,
    times,
    kept,
    now: () => presentation.steps[presentation.at],
    sent: () => sent,
  }
}

const TO_SEND = 4

describe('a prediction in front of a room', () => {
  test('is sent once, however often one goes back and forth', async () => {
    const { times, perform, now, sent } = await presenting(firstSteps, 'knock')
    await times(TO_SEND - 1, 'forward')
    expect([now()?.kind, sent()]).toEqual(['request', 0])
    await perform('forward')
    expect([now()?.kind, sent()]).toEqual(['send', 1])
    await times(4, 'back')
    await times(4, 'forward')
    expect([now()?.kind, sent()]).toEqual(['send', 1])
    await perform('forward')
    expect(now()).toEqual({ kind: 'decision', gate: 'route', passed: true })
  })

  test('is sent once, in whatever moment of it the key is pressed again', async () => {
    const { presentation, times, perform, sent } = await presenting(firstSteps, 'knock')
    await times(TO_SEND - 1, 'forward')
    const pressed: Promise<void>[] = []
    while (!presentation.exchange) {
      // Between any two things that are done, and while what takes longer is waited for.
      for (let moment = 0; moment < 20 && !presentation.exchange; moment++) {
        pressed.push(perform('forward'))
        await Promise.resolve()
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(pressed)
    expect(sent()).toBe(1)
  })

  test('is nobody’s progress: neither hands nor what was sent', async () => {
    const { playground, presentation, times, perform } = await presenting(firstSteps, 'knock')
    const before = structuredClone(playground.progress.all)
    await times(2, 'forward')
    await perform(
      { kind: 'vote', option: 0, by: 1 },
      { kind: 'vote', option: 1, by: 1 },
      { kind: 'vote', option: 1, by: 1 },
      { kind: 'vote', option: 0, by: -1 },
      { kind: 'vote', option: 9, by: 1 },
    )
    const [first, second] =
      firstSteps.pages[0]!.kind === 'predict' ? firstSteps.pages[0]!.options : []
    expect(presentation.vote.hands).toEqual({ [first!.id]: 0, [second!.id]: 2 })
    await times(3, 'forward')
    expect(presentation.exchange?.response.status).toBe(401)
    expect(presentation.came).toBe('unauthorized')
    expect(playground.progress.all).toEqual(before)
    // What is the learner's own to predict still is.
    expect(playground.workbench.mustPredict).toBe(true)
  })

  test('closes the vote on the way on, and no hand is counted after that', async () => {
    const { presentation, times, perform } = await presenting(firstSteps, 'knock')
    await times(3, 'forward')
    expect(presentation.vote.isClosed).toBe(true)
    await perform({ kind: 'vote', option: 0, by: 1 })
    expect(presentation.vote.hands).toEqual({})
    await perform('close-vote', { kind: 'vote', option: 0, by: 1 })
    expect(Object.values(presentation.vote.hands)).toEqual([1])
  })

  test('asks what the page asks, whatever was on the bench', async () => {
    const { playground, presentation, times } = await presenting(firstSteps, 'knock')
    const { draft } = playground.workbench
    await playground.perform({ kind: 'edit-draft', draft: { ...draft, path: '/other' } })
    await times(TO_SEND, 'forward')
    expect(presentation.exchange?.request.path).toBe('/items/')
  })

  test('is asked anew, whatever was tried before the class came', async () => {
    const { playground, presentation, times, sent } = await presenting(firstSteps, 'invent')
    await playground.perform({ kind: 'send' })
    expect([presentation.exchange, sent()]).toEqual([undefined, 1])
    await times(TO_SEND, 'forward')
    expect([presentation.exchange?.request.path, sent()]).toEqual(['/items/', 2])
  })
})

describe('a request beside the way', () => {
  test('that is prepared is one key away, is shown step by step, and leads back to the place', async () => {
    const { playground, presentation, times, perform, now, sent } = await presenting(
      jwt,
      'signature',
    )
    const { side } = presentation
    await times(2, 'forward')
    expect(now()?.kind).toBe('ask')
    await perform('next-request')
    const { workbench } = playground
    // The login that it takes for granted was made; the forged token is not sent yet.
    expect([workbench.exchanges.length, sent(), side.exchange]).toEqual([1, 1, undefined])
    const [, payload] = workbench.draft.headers[0]![1].split('.')
    expect(Buffer.from(payload!, 'base64url').toString()).toContain('alice')
    const kinds = [side.way.steps[side.way.at]?.kind]
    while (side.isOpen) {
      await perform('forward')
      if (side.isOpen) kinds.push(side.way.steps[side.way.at]?.kind)
    }
    expect(kinds.slice(0, 3)).toEqual(['request', 'send', 'decision'])
    expect(kinds.at(-1)).toBe('answer')
    const forged = workbench.exchanges.at(-1)!
    expect(forged.trace).toContainEqual(
      expect.objectContaining({ gate: 'signature', pass: false, because: 'signature-differs' }),
    )
    // Back at the question; the page's own request is what is sent next.
    expect([now()?.kind, presentation.exchange]).toEqual(['ask', undefined])
    await times(2, 'forward')
    expect([now()?.kind, sent(), presentation.exchange?.response.status]).toEqual(['send', 3, 200])
  })

  test('takes its time: the clock stands where the task wants it, and runs again afterwards', async () => {
    const { playground, presentation, perform, times } = await presenting(jwt, 'clock')
    const { workbench } = playground
    await perform('next-request', 'next-request')
    const end = Number(claimsOf(workbench.issued)?.['exp']) * 1000
    expect(workbench.now?.getTime()).toBe(end)
    await times(2, 'forward')
    // A change of mind: back is back at once.
    await perform('back')
    expect([presentation.side.isOpen, workbench.now]).toEqual([false, undefined])
  })

  test('that nobody planned shows all at once, and the next key leads back to the place', async () => {
    const { playground, presentation, times, perform, now, sent } = await presenting(
      firstSteps,
      'invent',
    )
    const { side } = presentation
    await times(TO_SEND + 2, 'forward')
    const place = now()
    await playground.perform({ kind: 'use-request', request: 'basic' })
    await perform('send')
    expect(side.exchange?.request.headers).toContainEqual(['Authorization', expect.any(String)])
    expect(side.way.steps[side.way.at]?.kind).toBe('answer')
    await perform('forward')
    expect([side.isOpen, now(), sent()]).toEqual([false, place, 2])
  })

  test('may come to nothing: then the way back is open too', async () => {
    const { presentation, playground, perform } = await presenting(firstSteps, 'invent')
    playground.responder.send = () => Promise.reject(new Error('nobody is there'))
    await perform('send')
    expect([presentation.side.isOpen, presentation.side.exchange]).toEqual([true, undefined])
    await perform('back')
    expect(presentation.side.isOpen).toBe(false)
  })
})

describe('turning pages', () => {
  test('at the end comes the next page, and the way back leads to the last thing of the one before', async () => {
    const { playground, presentation, perform, now, sent } = await presenting(firstSteps, 'knock')
    const page = () => playground.workbench.visit!.page.id
    while (page() === 'knock') await perform('forward')
    expect([page(), presentation.at, sent()]).toEqual(['invent', 0, 1])
    await perform('back')
    await eventually(() => expect([page(), now()?.kind]).toEqual(['knock', 'why']))
    // Its answer is there again, and nothing was sent for it.
    expect(presentation.exchange?.response.status).toBe(401)
    await perform('forward')
    expect([page(), sent()]).toEqual(['invent', 1])
  })

  test('before the first page and after the last there is none', async () => {
    const { playground, perform } = await presenting(firstSteps, 'recap')
    await perform({ kind: 'turn', by: 1 })
    expect(playground.workbench.visit!.page.id).toBe('recap')
    await perform('forward', 'forward', 'forward')
    expect(playground.workbench.visit!.page.id).toBe('recap')
  })
})

describe('a page that takes a login for granted', () => {
  const authorization = ({ workbench }: Playground) =>
    workbench.draft.headers.find(([name]) => name === 'Authorization')?.[1]

  test('has one made, and the request carries its token', async () => {
    const { playground, perform, now, sent } = await presenting(jwt, 'clock')
    for (let count = 0; now()?.kind !== 'request' && count < 9; count++) await perform('forward')
    expect([now()?.kind, sent()]).toEqual(['request', 1])
    expect(playground.workbench.draft.path).toBe('/users/me/')
    expect(authorization(playground)).toBe(`Bearer ${playground.workbench.issued}`)
    await perform('back', 'forward')
    expect(sent()).toBe(1)
    await perform('forward')
    expect(playground.workbench.journal.newest?.response.status).toBe(200)
  })

  test('has no other made where there is one', async () => {
    const { playground, perform, now, sent } = await presenting(jwt, 'clock')
    await playground.perform({ kind: 'use-request', request: 'login' })
    await playground.perform({ kind: 'send', isPresented: true })
    for (let count = 0; now()?.kind !== 'request' && count < 9; count++) await perform('forward')
    expect(sent()).toBe(1)
  })
})

describe('the rest at once', () => {
  test('is all of a text, and all decisions; nothing is sent by it', async () => {
    const { perform, now, presentation, sent } = await presenting(firstSteps, 'knock')
    await perform('rest')
    expect([now(), presentation.steps[presentation.at + 1]?.kind]).toEqual([
      { kind: 'text', block: 1 },
      'vote',
    ])
    await perform('rest', 'rest', 'rest')
    expect([now()?.kind, sent()]).toEqual(['request', 0])
    await perform('forward', 'rest')
    expect([now()?.kind, sent()]).toEqual(['decision', 1])
    expect(presentation.steps[presentation.at + 1]?.kind).toBe('answer')
  })
})

describe('a page that one turns to', () => {
  test('begins with its first thing, also where one was in its middle; the answer is not asked for again', async () => {
    const { presentation, perform, times, now, sent } = await presenting(firstSteps, 'knock')
    await times(TO_SEND + 2, 'forward')
    await perform({ kind: 'turn', by: 1 }, { kind: 'turn', by: -1 })
    expect([presentation.at, now()?.kind, sent()]).toEqual([0, 'text', 1])
    await times(TO_SEND + 1, 'forward')
    expect(sent()).toBe(1)
  })

  test('is left for the one before from its beginning, and begun anew from its middle', async () => {
    const { playground, presentation, perform } = await presenting(firstSteps, 'knock')
    await perform({ kind: 'turn', by: 1 }, 'forward')
    const { id } = playground.workbench.visit!.page
    await perform({ kind: 'turn', by: -1 })
    expect([playground.workbench.visit!.page.id, presentation.at]).toEqual([id, 0])
    await perform({ kind: 'turn', by: -1 })
    expect(playground.workbench.visit!.page.id).toBe('knock')
  })
})

describe('what is kept', () => {
  test('the place, the vote and the time last over a reload; the answer does not, and is asked for anew', async () => {
    const storages = memories()
    const first = await presenting(firstSteps, 'knock', storages, () => 1_000)
    await first.times(2, 'forward')
    await first.perform({ kind: 'vote', option: 1, by: 1 })
    await first.times(4, 'forward')
    expect(first.now()?.kind).toBe('decision')

    const { presentation, kept, now, perform, sent } = await presenting(
      firstSteps,
      'knock',
      storages,
      () => 9_000,
    )
    expect(presentation.vote).toEqual(first.presentation.vote)
    expect(kept.progressed.lessons).toEqual({ 'first-steps': 1_000 })
    expect(kept.progressed.page).toEqual({ key: 'first-steps/knock', at: 1_000 })
    // What was sent is gone: it is about to be sent again.
    expect([now()?.kind, sent()]).toEqual(['request', 0])
    await perform('forward')
    expect([now()?.kind, sent()]).toEqual(['send', 1])
  })

  test('size, look and the rest are there at the next presentation', async () => {
    const storages = memories()
    const { perform } = await presenting(firstSteps, 'knock', storages)
    await perform({ kind: 'scale', by: 1 }, 'change-look', 'split', 'hide-votes')
    const { kept } = await presenting(firstSteps, 'knock', { ...storages, tab: new Memory() })
    expect(kept.chosen).toEqual({ look: 'light', scale: 125, isSplit: true, hidesVotes: true })
  })

  test('texts are never smaller than as they were, nor larger than two and a half times that', async () => {
    const { perform, times, kept } = await presenting(firstSteps, 'knock')
    await perform({ kind: 'scale', by: -1 })
    expect(kept.chosen.scale).toBe(100)
    for (let more = 0; more < 9; more++) await perform({ kind: 'scale', by: 1 })
    expect(kept.chosen.scale).toBe(250)
    await perform({ kind: 'scale', by: 0 })
    expect(kept.chosen.scale).toBe(100)
    await times(0, 'forward')
  })

  test.each([['{'], ['null'], ['{"scale":"big","look":"neon"}'], ['[]']])(
    'what is kept may be %s, and nothing breaks',
    async (text) => {
      const storages = memories()
      storages.browser.setItem('bearer-playground-present:/', text)
      storages.tab.setItem('bearer-playground-present:/', text)
      const { kept, now } = await presenting(firstSteps, 'knock', storages)
      expect(kept.chosen).toMatchObject({ look: 'projector', scale: 100 })
      expect(now()?.kind).toBe('text')
    },
  )
})
