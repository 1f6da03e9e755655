/** However three tabs write, hear, reset and close: they end with the same, and lose nothing that was not reset. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Forgotten, predict, read } from '../../../web/state/progress.ts'
import { readStored } from '../../../web/state/read-stored.ts'
import { SavedStorage } from '../../../web/state/storage.ts'
import { savedDataOf, NOTHING, STORED, type Stored, textOf } from '../../../web/state/stored.ts'
import { FakeStorage, KEY, PATH } from './support/tabs.ts'

const LESSONS = ['jwt', 'two']
const TASKS = ['clock', 'read']
const PARTS = ['a', 'b', 'c']
const TABS = [0, 1, 2] as const

/** What a learner, or a browser, does in a tab. */
type Act = { tab: number } & (
  | { kind: 'tick'; lesson: string; task: string; part: string }
  | { kind: 'predict' | 'read'; lesson: string; task: string; part: string }
  | { kind: 'choose'; theme: 'light' | 'dark' }
  | { kind: 'forget'; what: Forgotten }
  | { kind: 'hear' | 'turn' | 'reload' }
)

const lesson = fc.constantFrom(...LESSONS)
const task = fc.constantFrom(...TASKS)
const part = fc.constantFrom(...PARTS)
const tab = fc.constantFrom(...TABS)

const doing = fc.oneof(
  fc.record({ tab, kind: fc.constant('tick' as const), lesson, task, part }),
  fc.record({
    tab,
    kind: fc.constantFrom('predict' as const, 'read' as const),
    lesson,
    task,
    part,
  }),
  fc.record({ tab, kind: fc.constant('choose' as const), theme: fc.constantFrom('light', 'dark') }),
)
const what = fc.oneof(
  fc.constant({}),
  fc.record({ lesson }),
  fc.record({ lesson, page: task }),
) as fc.Arbitrary<Forgotten>
const forgetting = fc.record({ tab, kind: fc.constant('forget' as const), what })
const moving = fc.record({ tab, kind: fc.constantFrom('hear' as const, 'turn' as const) })
const reloading = fc.record({ tab, kind: fc.constant('reload' as const) })

const acts = (...kinds: fc.Arbitrary<unknown>[]) =>
  fc.array(fc.oneof(...kinds), { maxLength: 40 }) as fc.Arbitrary<Act[]>

/**
 * Three tabs of one browser. Each sees its own writes at once and those of others when it hears of them,
 * in the order in which the browser took them; a tab whose own write is newer does not go back to an older one.
 */
class Browser {
  private time = 1_000
  /** Each write, in order, and whose it was. */
  private readonly writes: { tab: number; text: string }[] = []
  private readonly heard = [0, 0, 0]
  private readonly waiting: (() => void)[][] = [[], [], []]
  private readonly own: FakeStorage[]
  readonly tabs: SavedStorage[]

  private readonly shared: boolean

  /** @param shared whether what one tab writes is at once what the others read. */
  constructor(shared: boolean) {
    this.shared = shared
    const one = new FakeStorage()
    this.own = TABS.map(() => (shared ? one : new FakeStorage()))
    this.tabs = TABS.map((tab) => this.open(tab))
  }

  private open(tab: number): SavedStorage {
    const storage = this.own[tab]!
    const request = ((_: string, work: () => void) =>
      new Promise<void>((resolve) => {
        this.waiting[tab]!.push(() => resolve(work()))
      })) as LockManager['request']
    const view = {
      getItem: (key: string) => storage.getItem(key),
      removeItem: (key: string) => storage.removeItem(key),
      setItem: (key: string, text: string) => {
        storage.setItem(key, text)
        this.writes.push({ tab, text })
      },
    }
    const now = () => this.time
    return new SavedStorage({ path: PATH, storage: () => view, locks: { request }, now })
  }

  do(act: Act): void {
    this.time += act.tab - 1
    const tab = this.tabs[act.tab]!
    switch (act.kind) {
      case 'tick':
        return tab.advance((progress) => ({
          ...progress,
          [act.lesson]: {
            ...progress[act.lesson],
            [act.task]: { ...progress[act.lesson]?.[act.task], parts: [act.part] },
          },
        }))
      case 'predict':
        return tab.advance((progress) => predict(progress, act.lesson, act.task, act.part))
      case 'read':
        return tab.advance((progress) => read(progress, act.lesson, act.task, act.part))
      case 'choose':
        return tab.choose({ theme: act.theme })
      case 'forget':
        return tab.forget(act.what)
      case 'hear':
        return void this.hear(act.tab)
      case 'turn':
        return this.waiting[act.tab]!.shift()?.()
      case 'reload':
        tab.flush()
        this.waiting[act.tab] = []
        this.tabs[act.tab] = this.open(act.tab)
        return undefined
      default:
        return act satisfies never
    }
  }

  /** Tells a tab of the next write that it has not heard of; false where there is none. */
  private hear(tab: number): boolean {
    const write = this.writes[this.heard[tab]!]
    if (!write) return false
    this.heard[tab]!++
    if (write.tab === tab) return true
    const hasNewer = this.writes.slice(this.heard[tab]).some((later) => later.tab === tab)
    if (!this.shared && !hasNewer) this.own[tab]!.texts.set(KEY, write.text)
    this.tabs[tab]!.hear({ key: KEY, newValue: write.text })
    return true
  }

  /** Lets everybody hear and write all there is. @throws where that has no end. */
  settle(): void {
    for (let round = 0; round < 1_000; round++) {
      const turned = TABS.filter((tab) => {
        const turn = this.waiting[tab]!.shift()
        turn?.()
        return turn !== undefined
      })
      const heard = TABS.filter((tab) => this.hear(tab))
      if (turned.length + heard.length === 0) return
    }
    throw new Error('the tabs never come to rest')
  }

  /** What lies in the storage that each tab sees. */
  get texts(): (string | undefined)[] {
    return this.own.map(({ texts }) => texts.get(KEY))
  }
}

/** What came of acts that happened one after the other, as one tab would have it. */
function ticksAfter(all: Act[]): string[] {
  const ticks = new Set<string>()
  for (const act of all) {
    if (act.kind === 'tick') ticks.add(`${act.lesson}/${act.task}/${act.part}`)
    if (act.kind !== 'forget') continue
    const prefix = [act.what.lesson, act.what.page].filter(Boolean).join('/')
    for (const tick of ticks) if (`${tick}/`.startsWith(prefix && `${prefix}/`)) ticks.delete(tick)
  }
  return [...ticks].sort()
}

const ticksOf = ({ data }: SavedStorage): string[] =>
  Object.entries(data.progress)
    .flatMap(([lesson, tasks]) =>
      Object.entries(tasks).flatMap(([task, { parts }]) =>
        parts.map((part) => `${lesson}/${task}/${part}`),
      ),
    )
    .sort()

function expectOneMind(browser: Browser): void {
  const [first, ...others] = browser.tabs.map(({ data }) => data)
  for (const other of others) expect(other).toEqual(first)
  expect(new Set(browser.texts).size).toBe(1)
  const text = browser.texts[0]
  const found = text === undefined ? { stored: NOTHING } : readStored(text)
  expect(found).toMatchObject({ stored: expect.anything() as unknown })
  expect(savedDataOf((found as { stored: Stored }).stored)).toEqual(first)
  for (const { trouble, incident } of browser.tabs)
    expect([trouble, incident]).toEqual([undefined, undefined])
}

describe('three tabs', () => {
  test('that see each other’s writes at once end as one tab would have', () => {
    fc.assert(
      fc.property(acts(doing, forgetting, moving, reloading), (all) => {
        const browser = new Browser(true)
        for (const act of all) {
          browser.do(act)
          // A tab gets its turn at once, and hears of the others' writes later.
          browser.do({ kind: 'turn', tab: act.tab })
        }
        browser.settle()
        expectOneMind(browser)
        expect(ticksOf(browser.tabs[0]!)).toEqual(ticksAfter(all))
      }),
      { numRuns: 150 },
    )
  })

  test('whose writes cross lose nothing', () => {
    fc.assert(
      fc.property(acts(doing, moving, reloading), (all) => {
        const browser = new Browser(false)
        for (const act of all) browser.do(act)
        browser.settle()
        expectOneMind(browser)
        expect(ticksOf(browser.tabs[0]!)).toEqual(ticksAfter(all))
      }),
      { numRuns: 150 },
    )
  })

  test('whose writes and resets cross agree, and bring back nothing that all had forgotten', () => {
    fc.assert(
      fc.property(
        acts(doing, forgetting, moving),
        forgetting,
        acts(doing, moving),
        (all, last, after) => {
          const browser = new Browser(false)
          for (const act of all) browser.do(act)
          browser.settle()
          browser.do({ ...last, what: {} })
          browser.settle()
          for (const act of after) browser.do(act)
          browser.settle()
          expectOneMind(browser)
          expect(ticksOf(browser.tabs[0]!)).toEqual(ticksAfter(after))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('whose writes and resets cross agree, whatever it is', () => {
    fc.assert(
      fc.property(acts(doing, forgetting, moving, reloading), (all) => {
        const browser = new Browser(false)
        for (const act of all) browser.do(act)
        browser.settle()
        expectOneMind(browser)
        // Nothing is there that nobody did, and what was done without a reset is.
        const done = ticksAfter(all.filter(({ kind }) => kind !== 'forget'))
        const left = ticksOf(browser.tabs[0]!)
        expect(done).toEqual(expect.arrayContaining(left))
      }),
      { numRuns: 150 },
    )
  })
})

describe('merging', () => {
  const { merge } = STORED
  const epoch = fc.nat(2)
  const at = fc.nat(3)
  const choice = fc.record({ value: part, at })
  const some = <Value>(value: fc.Arbitrary<Value>) =>
    fc.dictionary(fc.constantFrom('x', 'y', '__proto__'), value, { maxKeys: 3 })
  const optional = { requiredKeys: ['epoch'] as never[] }
  const state = fc.record({
    language: fc.record({ value: fc.constantFrom('en', 'ko'), at }),
    course: fc.record({
      epoch,
      last: choice,
      lessons: some(
        fc.record({
          epoch,
          place: choice,
          tasks: some(
            fc.record(
              {
                epoch,
                parts: fc.uniqueArray(part),
                prediction: fc.record(
                  { option: part, at, came: part },
                  { requiredKeys: ['option', 'at'] },
                ),
                reading: fc.record(
                  { text: part, at, came: part },
                  { requiredKeys: ['text', 'at'] },
                ),
                effort: fc.record(
                  { tries: epoch, time: at, slips: fc.uniqueArray(part) },
                  { requiredKeys: ['tries', 'time'] },
                ),
              },
              optional,
            ),
          ),
        }),
      ),
    }),
  })
  /** States as they are read. */
  const stored = state.map((value) => {
    const found = readStored(JSON.stringify({ ...value, version: 3 }))
    if (found === 'newer' || found.damaged) throw new Error('these are sound')
    return found.stored
  })
  const expectEqual = (one: Stored, other: Stored) => expect(textOf(one)).toBe(textOf(other))

  test('makes no difference the second time, whichever way and in whatever order', () => {
    fc.assert(
      fc.property(stored, stored, stored, (a, b, c) => {
        expectEqual(merge(a, a), a)
        expectEqual(merge(a, NOTHING), a)
        expectEqual(merge(a, b), merge(b, a))
        expectEqual(merge(merge(a, b), c), merge(a, merge(b, c)))
      }),
      { numRuns: 400 },
    )
  })

  test('gives what is read as it was written', () => {
    fc.assert(
      fc.property(stored, stored, (a, b) => {
        const both = merge(a, b)
        const found = readStored(textOf(both))
        expect(found).toMatchObject({ damaged: false })
        expectEqual((found as { stored: Stored }).stored, both)
      }),
    )
  })
})
