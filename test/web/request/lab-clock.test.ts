/** The lab clock: the time that counts, moments to go to, and the way back. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import '../../../web/request/lab-clock.ts'
import type { LabClock } from '../../../web/request/lab-clock.ts'
import { clockWords } from '../../../web/words/clock.ts'
import { en } from '../../../web/words/en.ts'
import { base64url } from '../../../lessons/contract/forge.ts'
import {
  all,
  BOTH,
  expectAccessible,
  focused,
  heard,
  mount,
  one,
  textIn,
} from '../../support/fixture.ts'

const words = clockWords.en

const EXP = Date.UTC(2030, 0, 1) / 1000
const NOW = new Date('2029-12-31T23:30:00.250Z')

const token = `${base64url('{}')}.${base64url(JSON.stringify({ exp: EXP }))}.x`

const empty: RequestDraft = { server: 'api', method: 'GET', path: '/', headers: [], body: '' }
const carrying: RequestDraft = { ...empty, headers: [['Authorization', `Bearer ${token}`]] }

/** Frames go on; only the clock's own time stands still. */
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const show = (part: Partial<LabClock> = {}) =>
  mount('bp-lab-clock', { draft: carrying, words: en, ...part })

const buttons = (clock: Element) => all<HTMLButtonElement>(clock, '.moments button')
const button = (clock: Element, label: string) =>
  buttons(clock).find((found) => textIn(found) === label)!

describe('a clock that runs', () => {
  test('shows the time, second by second', async () => {
    const clock = await show()
    expect(textIn(one(clock, 'summary'))).toContain('2029-12-31 23:30:00 UTC')
    vi.advanceTimersByTime(2000)
    await clock.updateComplete
    expect(textIn(one(clock, 'summary'))).toContain('2029-12-31 23:30:02 UTC')
    expect(textIn(one(clock, 'summary'))).toContain(words.runs)
  })

  test('says nothing of it to a screen reader, and has no way back', async () => {
    const clock = await show()
    expect(textIn(one(clock, '[role=status]'))).toBe('')
    expect(button(clock, words.back)).toBeUndefined()
  })

  test('says how long the newest token still counts', async () => {
    const clock = await show()
    expect(textIn(one(clock, '.expiry'))).toBe(
      `${words.newest('2030-01-01 00:00:00 UTC')}: ${words.left('30\u00a0min')}`,
    )
  })
})

test.each([
  [words.stop, '2029-12-31T23:30:00.250Z'],
  [words.minute, '2029-12-31T23:31:00.250Z'],
  [words.before, '2029-12-31T23:59:59.000Z'],
  [words.at, '2030-01-01T00:00:00.000Z'],
  [words.after, '2030-01-01T00:00:01.000Z'],
])('“%s” moves it to %s', async (label, time) => {
  const clock = await show()
  const moved = heard<number>(clock, 'clock-change')
  button(clock, label).click()
  expect(moved.map((time) => new Date(time).toISOString())).toEqual([time])
})

describe('a clock that was moved', () => {
  const AT = new Date(EXP * 1000)

  test('says so, stands still, and is open', async () => {
    const clock = await show({ now: AT })
    vi.advanceTimersByTime(5000)
    await clock.updateComplete
    const said = textIn(one(clock, 'summary'))
    expect(said).toContain(words.stands)
    expect(said).toContain('2030-01-01 00:00:00 UTC')
    expect(textIn(clock)).toContain(words.still)
    expect(one(clock, 'details', HTMLDetailsElement).open).toBe(true)
    expect(textIn(one(clock, '[role=status]'))).toBe(words.movedTo('2030-01-01 00:00:00 UTC'))
  })

  test('marks the moment it stands at, and no other', async () => {
    const clock = await show({ now: AT })
    const current = buttons(clock).filter(({ ariaCurrent }) => ariaCurrent === 'time')
    expect(current.map(textIn)).toEqual([words.at])
  })

  test('goes on by a minute from where it stands', async () => {
    const clock = await show({ now: AT })
    const moved = heard<number>(clock, 'clock-change')
    button(clock, words.minute).click()
    expect(new Date(moved[0]!).toISOString()).toBe('2030-01-01T00:01:00.000Z')
  })

  test('goes back to now, keeps the focus, and says that it runs', async () => {
    const clock = await show({ now: AT })
    const moved = heard<number | null>(clock, 'clock-change')
    button(clock, words.back).focus()
    button(clock, words.back).click()
    expect(moved).toEqual([null])
    clock.now = undefined
    await clock.updateComplete
    expect(focused()).toBe(buttons(clock)[0])
    expect(textIn(one(clock, '[role=status]'))).toBe(words.runsAgain)
    expect(textIn(one(clock, 'summary'))).toContain('2029-12-31 23:30:00 UTC')
  })

  test.each([
    [-1, words.left('1\u00a0s')],
    [0, words.justOver],
    [1, words.over('1\u00a0s')],
    [3600 * 24 * 3 + 61, words.over('3\u00a0d 1\u00a0min 1\u00a0s')],
    [-7384, words.left('2\u00a0h 3\u00a0min 4\u00a0s')],
  ])('%i seconds from exp says “%s”', async (seconds, said) => {
    const clock = await show({ now: new Date((EXP + seconds) * 1000) })
    expect(textIn(one(clock, '.expiry b'))).toBe(said)
  })
})

test('the moments stay where they are once it is moved', async () => {
  const clock = await show({ now: undefined })
  one(clock, 'details', HTMLDetailsElement).open = true
  const places = () =>
    buttons(clock)
      .slice(0, 5)
      .map((each) => each.getBoundingClientRect())
  const before = places()
  clock.now = new Date(EXP * 1000)
  await clock.updateComplete
  expect(places()).toEqual(before)
})

test('without a token the moments around exp cannot be chosen, and the reason is given', async () => {
  const clock = await show({ draft: empty })
  const disabled = buttons(clock).filter((found) => found.disabled)
  expect(disabled.map(textIn)).toEqual([words.before, words.at, words.after])
  const [reason] = one(clock, '[role=group]').ariaDescribedByElements ?? []
  expect(textIn(reason!)).toBe(words.noToken)
})

test.each(
  BOTH.flatMap((both) => [
    { ...both, state: 'running', part: { draft: empty } },
    { ...both, state: 'moved', part: { now: new Date(EXP * 1000) } },
  ]),
)('is accessible in $language: $state', async ({ words: language, part }) => {
  vi.useRealTimers()
  const clock = await show({ ...part, words: language })
  one(clock, 'details', HTMLDetailsElement).open = true
  await expectAccessible(clock)
})
