/** One task: predicting, ticking, hints, the solution, what to take from it. */

import { html } from 'lit'
import { describe, expect, test } from 'vitest'
import type { BreakTask, PredictTask, WireTask } from '../../../lessons/lesson.ts'
import type { PageProse } from '../../../web/lesson/prose.ts'
import { LostView } from '../../../web/lesson/lost.ts'
import '../../../web/lesson/prose-elements.ts'
import '../../../web/lesson/task-card.ts'
import type { TaskCard } from '../../../web/lesson/task-card.ts'
import { en } from '../../../web/words/en.ts'
import { lostWords } from '../../../web/words/lost.ts'
import {
  all,
  BOTH,
  byRole,
  expectAccessible,
  heard,
  mount,
  one,
  textIn,
} from '../../support/fixture.ts'

const predictTask: PredictTask = {
  kind: 'predict',
  id: 'knock',
  request: 'no-header',
  options: [
    { id: 'ok', right: () => false },
    { id: 'unauthorized', right: () => true },
  ],
  asked: () => true,
}

const PARTS: BreakTask['parts'] = [
  { id: 'one', done: () => false },
  { id: 'two', done: () => false },
]

const wireTask: WireTask = {
  kind: 'wire',
  id: 'two-spellings',
  request: 'foobar',
  parts: PARTS,
}

const prose: PageProse = {
  title: 'Knock',
  text: html`Read this.`,
  ask: html`<p>What comes?</p>`,
  options: { ok: html`200 and the items`, unauthorized: html`401` },
  parts: { one: html`one spelling`, two: html`another` },
  checks: {},
  fails: {},
  hints: [html`first hint`, html`second hint`],
  solution: html`the solution`,
  after: html`what to take`,
}

const show = (part: Partial<TaskCard>) =>
  mount('bp-task-card', { task: wireTask, prose, words: en, ...part })

const button = (card: Element, label: string) => byRole<HTMLButtonElement>(card, 'button', label)[0]

const kind = (card: Element) => textIn(one(card, '.kind'))

test.each([
  ['the first answer', predictTask, 'input'],
  ['the first request that is named', wireTask, 'bp-request'],
])('the focus goes to %s, before all that helps', async (_, task, first) => {
  const named = html`<p>Send <bp-request name="foobar">this one</bp-request>.</p>`
  const card = await show({ task, prose: { ...prose, ask: named } })
  card.focus()
  expect(card.renderRoot.querySelector(':focus')?.localName).toBe(first)
})

describe('a prediction', () => {
  const radios = (card: Element) => byRole<HTMLInputElement>(card, 'radio')

  test('asks for a choice before it can be sent', async () => {
    const card = await show({ task: predictTask })
    expect(kind(card)).toBe(en.task.predict)
    expect(textIn(card)).toContain('What comes?')
    expect(all(card, '.option').map(textIn)).toEqual(['200 and the items', '401'])
    expect(button(card, en.task.send)!.disabled).toBe(true)

    radios(card)[1]!.click()
    await card.updateComplete
    expect(button(card, en.task.send)!.disabled).toBe(false)
  })

  test('tells the chosen option when it is sent', async () => {
    const card = await show({ task: predictTask })
    const predicted = heard<string>(card, 'predict')
    radios(card)[1]!.click()
    await card.updateComplete
    button(card, en.task.send)!.click()
    expect(predicted).toEqual(['unauthorized'])
  })

  test('is sent by Ctrl Enter once it is chosen, and not before', async () => {
    const card = await show({ task: predictTask })
    const predicted = heard<string>(card, 'predict')
    const press = () => {
      const init = { key: 'Enter', ctrlKey: true, bubbles: true, composed: true, cancelable: true }
      const event = new KeyboardEvent('keydown', init)
      radios(card)[1]!.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([press(), predicted]).toEqual([false, []])
    radios(card)[1]!.click()
    await card.updateComplete
    expect([press(), predicted]).toEqual([true, ['unauthorized']])
  })

  test('once made cannot be changed, and is sent again as it was', async () => {
    const prediction = { option: 'ok' }
    const card = await show({ task: predictTask, progress: { parts: [], prediction } })
    const predicted = heard<string>(card, 'predict')
    expect(byRole<HTMLFieldSetElement>(card, 'group')[0]!.disabled).toBe(true)
    expect(radios(card).map(({ checked }) => checked)).toEqual([true, false])
    expect(all(card, '.outcome')).toEqual([])
    button(card, en.task.send)!.click()
    expect(predicted).toEqual(['ok'])
  })

  test.each([
    { option: 'unauthorized', says: `✓ ${en.task.right}` },
    { option: 'ok', says: en.task.surprise },
  ])('of $option says "$says" when 401 came', async ({ option, says }) => {
    const progress = { parts: [], prediction: { option, came: 'unauthorized' } }
    const card = await show({ task: predictTask, progress, done: true })
    expect(textIn(one(card, '.outcome'))).toBe(says)
    expect(button(card, en.task.send)).toBeUndefined()
    expect(textIn(card)).toContain('what to take')
  })

  test.each(['ok', 'unauthorized'])('of %s has the option that came marked', async (option) => {
    const progress = { parts: [], prediction: { option, came: 'unauthorized' } }
    const card = await show({ task: predictTask, progress, done: true })
    const mine = option === 'ok' ? ` ${en.task.yours}` : ''
    expect(all(card, '.option').map(textIn)).toEqual([
      `200 and the items${mine}`,
      `401 ✓ ${en.task.came}`,
    ])
    expect(all(card, '.came').map(textIn)).toEqual([`401 ✓ ${en.task.came}`])
  })

  test('has no option marked before it came', async () => {
    const prediction = { option: 'ok' }
    const card = await show({ task: predictTask, progress: { parts: [], prediction } })
    expect(all(card, '.option').map(textIn)).toEqual(['200 and the items', '401'])
    expect(all(card, '.came')).toEqual([])
  })

  test('of which none came has what was predicted marked alone', async () => {
    const prediction = { option: 'ok', came: '' }
    const card = await show({ task: predictTask, progress: { parts: [], prediction } })
    const marked = `200 and the items ${en.task.yours}`
    expect(all(card, '.option').map(textIn)).toEqual([marked, '401'])
    expect(all(card, '.came')).toEqual([])
  })

  test('of an option there is no more says nothing about it', async () => {
    const progress = { parts: [], prediction: { option: 'gone', came: 'unauthorized' } }
    const card = await show({ task: predictTask, progress, done: true })
    expect(all(card, '.outcome')).toEqual([])
    expect(textIn(card)).not.toContain('undefined')
  })
})

describe('a task with parts', () => {
  test('ticks those that are done, and says so without colour', async () => {
    const card = await show({ progress: { parts: ['two'] } })
    expect(kind(card)).toBe(en.task.wire)
    expect(all(card, '.parts li > span:last-child').map(textIn)).toEqual([
      'one spelling , open',
      'another , done',
    ])
    expect(all(card, '.ticked')).toHaveLength(1)
  })

  test('puts its request on the bench, until it is done', async () => {
    const card = await show({})
    const used = heard<string>(card, 'use-request')
    button(card, en.task.prepare)!.click()
    expect(used).toEqual(['foobar'])

    card.done = true
    await card.updateComplete
    expect(kind(card)).toBe(`✓ ${en.task.done}`)
    expect(button(card, en.task.prepare)).toBeUndefined()
    expect(textIn(card)).toContain('what to take')
  })

  test('at the docs page opens that', async () => {
    const { request: _, ...task } = wireTask
    const card = await show({ task: { ...task, place: 'docs' } })
    const opened = heard<string>(card, 'open-tab')
    expect(kind(card)).toBe(en.task.docs)
    button(card, en.task.open.docs)!.click()
    expect(opened).toEqual(['docs'])
    expect(button(card, en.task.prepare)).toBeUndefined()
  })
})

describe('doing a task again', () => {
  test('is offered as soon as something of it is kept, and asks for it', async () => {
    const card = await show({})
    expect(button(card, en.task.again)).toBeUndefined()
    card.progress = { parts: ['one'] }
    await card.updateComplete
    const asked = heard(card, 'task-again')
    button(card, en.task.again)!.click()
    expect(asked).toHaveLength(1)
  })

  test('takes hints and solution away with what was done', async () => {
    const card = await show({ progress: { parts: ['one'] } })
    for (const _ of [1, 2, 3]) card.hint()
    await card.updateComplete
    expect(all(card, '.aside')).toHaveLength(3)
    card.progress = undefined
    await card.updateComplete
    expect(all(card, '.aside')).toEqual([])
    expect(all(card, '.ticked')).toEqual([])
  })
})

describe('help', () => {
  const asides = (card: Element) => all(card, '.aside').map(textIn)

  test('comes hint by hint, then as the solution', async () => {
    const card = await show({})
    expect(asides(card)).toEqual([])
    const told: string[] = []
    for (const label of [en.task.hint, en.task.nextHint, en.task.solution]) {
      button(card, label)!.click()
      await card.updateComplete
      told.push(asides(card).at(-1)!)
    }
    expect(told).toEqual(['Hint 1 first hint', 'Hint 2 second hint', 'Solution the solution'])
    expect(button(card, en.task.solution)).toBeUndefined()
  })

  test('comes for a key too', async () => {
    const card = await show({})
    card.hint()
    await card.updateComplete
    expect(asides(card)).toEqual(['Hint 1 first hint'])
  })

  test('gives way to what to take from it when the task is done', async () => {
    const card = await show({})
    for (const _ of [1, 2, 3]) card.hint()
    await card.updateComplete
    expect(asides(card)).toHaveLength(3)
    card.done = true
    await card.updateComplete
    expect(asides(card)).toEqual(['what to take'])
  })

  test('is not asked for in secret while the task is done', async () => {
    const card = await show({ done: true })
    card.hint()
    card.done = false
    await card.updateComplete
    expect(asides(card)).toEqual([])
  })

  test('starts over with another task, and not with a new state of the same', async () => {
    const card = await show({})
    card.hint()
    card.task = { ...wireTask }
    await card.updateComplete
    expect(asides(card)).toHaveLength(1)
    card.task = { ...wireTask, id: 'other' }
    await card.updateComplete
    expect(asides(card)).toEqual([])
  })
})

describe.each(BOTH)('is accessible in $language', ({ words }) => {
  test.each([
    { task: predictTask },
    {
      task: predictTask,
      progress: { parts: [], prediction: { option: 'ok', came: 'unauthorized' } },
    },
    { task: wireTask, progress: { parts: ['one'] } },
    { task: wireTask, progress: { parts: ['one', 'two'] }, done: true },
  ])('%j', async (part) => {
    const card = await show({ ...part, words })
    card.hint()
    await card.updateComplete
    await expectAccessible(card)
  })
})

describe.each(BOTH)('a part whose exchange is gone, in $language', ({ words }) => {
  const lost = { part: 'one', request: 'foobar', line: 'GET /items/' }

  /** What is said of it, once it is there. */
  async function lostIn(card: Element): Promise<LostView> {
    const view = one(card, 'bp-lost', LostView)
    await view.updateComplete
    return view
  }

  test('is named, with the request it begins with', async () => {
    const card = await show({ progress: { parts: ['one'] }, lost, words })
    expect(textIn(await lostIn(card))).toContain(lostWords[words.id].part)
    expect(textIn(one(await lostIn(card), 'q'))).toBe('one spelling')
    const ids = heard<string>(card, 'use-request')
    one(await lostIn(card), 'button').click()
    expect(ids).toEqual(['foobar'])
    expect(textIn(one(await lostIn(card), 'button'))).toBe(
      `${lostWords[words.id].begin} GET /items/`,
    )
    await expectAccessible(card)
  })

  test('is not named where a login of an earlier page is what is missing', async () => {
    const missing = { request: 'foobar', line: 'POST /token' }
    const card = await show({ lost: missing, words })
    expect(textIn(await lostIn(card))).toContain(lostWords[words.id].login)
    expect(all(await lostIn(card), 'q')).toEqual([])
    expect(textIn(one(await lostIn(card), 'button'))).toBe(
      `${lostWords[words.id].begin} POST /token`,
    )
  })

  test('that no request of the bench begins is named alone', async () => {
    const card = await show({ progress: { parts: ['one'] }, lost: { part: 'one' }, words })
    expect(all(await lostIn(card), 'button')).toEqual([])
  })
})

test('a recorded attack that is gone cannot be sent again', async () => {
  const task: BreakTask = { ...wireTask, kind: 'break', hardened: 'api', parts: PARTS }
  const progress = { parts: ['one'] }
  expect(button(await show({ task, progress }), en.task.replay)).toBeDefined()
  expect(
    button(await show({ task, progress, lost: { part: 'one' } }), en.task.replay),
  ).toBeUndefined()
  expect(
    button(await show({ task, progress, lost: { request: 'foobar' } }), en.task.replay),
  ).toBeDefined()
})
