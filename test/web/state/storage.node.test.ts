/** What the browser keeps: read with care, set aside when damaged, done without when forbidden. */

import { describe, expect, test } from 'vitest'
import { predict, read, type TaskProgress, visit } from '../../../web/state/progress.ts'
import type { SavedStorage } from '../../../web/state/storage.ts'
import type { SavedData } from '../../../web/state/stored.ts'
import { FakeStorage, KEY, open, tell } from './support/tabs.ts'

const NOTHING: SavedData = { places: {}, progress: {} }

/** Writes down that parts of a task are done. */
const tick = (tab: SavedStorage, lesson: string, task: string, ...parts: string[]) =>
  tab.advance((progress) => ({
    ...progress,
    [lesson]: { ...progress[lesson], [task]: { ...progress[lesson]?.[task], parts } },
  }))

const taskIn = (tab: SavedStorage, lesson: string, task: string): TaskProgress | undefined =>
  tab.data.progress[lesson]?.[task]

describe('what is kept', () => {
  test('is nothing at the first visit, and nothing is written', () => {
    const storage = new FakeStorage()
    const tab = open(storage)
    expect(tab.data).toEqual(NOTHING)
    expect([tab.incident, tab.trouble]).toEqual([undefined, undefined])
    expect(storage.texts.size).toBe(0)
  })

  test('comes back as it was', () => {
    const storage = new FakeStorage()
    const tab = open(storage)
    tab.choose({ language: 'ko', theme: 'dark', mode: 'real' })
    tab.enter('first-steps', 'knock')
    tab.advance((progress) => predict(progress, 'first-steps', 'knock', 'ok'))
    tab.advance((progress) => read(progress, 'jwt', 'read', 'nari'))
    tab.advance((progress) => visit(progress, 'jwt', 'story'))
    tick(tab, 'first-steps', 'invent', 'passed')
    const kept: SavedData = {
      language: 'ko',
      theme: 'dark',
      mode: 'real',
      last: 'first-steps',
      places: { 'first-steps': 'knock' },
      progress: {
        'first-steps': {
          knock: { parts: [], prediction: { option: 'ok' } },
          invent: { parts: ['passed'] },
        },
        jwt: { read: { parts: [], reading: { text: 'nari' } }, story: { parts: [] } },
      },
    }
    expect(tab.data).toEqual(kept)
    expect(open(storage).data).toEqual(kept)
    expect([...storage.texts.keys()]).toEqual([KEY])
  })

  test('belongs to its path: two copies on one origin know nothing of each other', () => {
    const storage = new FakeStorage()
    const [a, b] = [open(storage, { path: '/a/' }), open(storage, { path: '/b/' })]
    tick(a, 'jwt', 'clock', 'before')
    tell(b, storage, 'bearer-playground:/a/')
    expect(b.data).toEqual(NOTHING)
    tick(b, 'jwt', 'clock', 'after')
    expect(open(storage, { path: '/a/' }).data.progress).toEqual({
      jwt: { clock: { parts: ['before'] } },
    })
  })

  test('without news is not written again', () => {
    const storage = new FakeStorage()
    const tab = open(storage)
    tab.choose({ theme: 'dark' })
    storage.texts.delete(KEY)
    tab.choose({ theme: 'dark' })
    tab.advance((progress) => ({ ...progress }))
    expect(storage.texts.size).toBe(0)
  })
})

describe('a second tab', () => {
  const two = () => {
    const storage = new FakeStorage()
    let time = 1_000
    const now = () => time++
    const changes: string[] = []
    const [first, second] = [open(storage, { now }), open(storage, { now })]
    second.onChange = () => changes.push('change')
    second.onForgotten = (what) => changes.push(`forgotten ${JSON.stringify(what)}`)
    return { storage, first, second, changes }
  }

  test('shows what the first one did as soon as it hears of it', () => {
    const { storage, first, second, changes } = two()
    tick(first, 'jwt', 'clock', 'before')
    expect(second.data).toEqual(NOTHING)
    tell(second, storage)
    expect(second.data).toEqual(first.data)
    expect(changes).toEqual(['change'])
  })

  test('adds to what the first one did before it has heard of it', () => {
    const { storage, first, second } = two()
    tick(first, 'jwt', 'clock', 'before')
    tick(second, 'jwt', 'clock', 'after')
    tell(first, storage)
    for (const tab of [first, second, open(storage)]) {
      expect(taskIn(tab, 'jwt', 'clock')).toEqual({ parts: ['after', 'before'] })
    }
  })

  test('writes again what a crossed write has lost', () => {
    const { storage, first, second } = two()
    tick(first, 'jwt', 'clock', 'before')
    const crossed = storage.texts.get(KEY)!
    tick(second, 'jwt', 'clock', 'after')
    storage.texts.set(KEY, crossed)
    tell(second, storage)
    expect(taskIn(open(storage), 'jwt', 'clock')).toEqual({ parts: ['after', 'before'] })
  })

  test('keeps what it heard, though that was written over meanwhile', () => {
    const { storage, first, second } = two()
    tick(first, 'jwt', 'clock', 'before')
    const heard = storage.texts.get(KEY)!
    storage.texts.delete(KEY)
    second.hear({ key: KEY, newValue: heard })
    expect(taskIn(open(storage), 'jwt', 'clock')).toEqual({ parts: ['before'] })
  })

  test('sees it when it comes back from where nothing is heard', () => {
    const { first, second } = two()
    tick(first, 'jwt', 'clock', 'before')
    second.refresh()
    expect(second.data).toEqual(first.data)
  })

  test('goes on where the storage was emptied', () => {
    const { storage, first, second } = two()
    tick(first, 'jwt', 'clock', 'before')
    tell(second, storage)
    storage.texts.clear()
    second.hear({ key: null, newValue: null })
    expect(taskIn(open(storage), 'jwt', 'clock')).toEqual({ parts: ['before'] })
  })

  test('whose language is another has the last word on it, and on nothing else', () => {
    const { storage, first, second } = two()
    first.choose({ language: 'ko', theme: 'dark', mode: 'browser' })
    second.choose({ language: 'en' })
    tell(first, storage)
    expect(first.data).toMatchObject({ language: 'en', theme: 'dark', mode: 'browser' })
  })

  test('has the last word also where its clock goes behind', () => {
    const storage = new FakeStorage()
    open(storage, { now: () => 9_000 }).choose({ theme: 'dark' })
    const late = open(storage, { now: () => 5 })
    late.choose({ theme: 'light' })
    expect([late.data.theme, open(storage).data.theme]).toEqual(['light', 'light'])
  })

  test('that predicted later keeps the first prediction, and what came of either', () => {
    const { storage, first, second } = two()
    first.advance((progress) => predict(progress, 'jwt', 'guess', 'b'))
    const crossed = storage.texts.get(KEY)!
    storage.texts.delete(KEY)
    second.advance((progress) => predict(progress, 'jwt', 'guess', 'a'))
    second.advance(() => ({
      jwt: { guess: { parts: [], prediction: { option: 'a', came: 'c' } } },
    }))
    second.hear({ key: KEY, newValue: crossed })
    expect(taskIn(open(storage), 'jwt', 'guess')?.prediction).toEqual({ option: 'b', came: 'c' })
  })

  test.each([
    ['the later of two wrong readings', ['jane', 'johndoe'], ['joe', 'johndoe'], 'joe'],
    [
      'a right reading, though a wrong one is later',
      ['johndoe', 'johndoe'],
      ['joe', 'x'],
      'johndoe',
    ],
    ['a later reading that nobody compared yet', ['jane', 'johndoe'], ['joe'], 'joe'],
  ])('keeps %s', (_, one, other, text) => {
    const { storage, first, second } = two()
    const readAs = (tab: SavedStorage, [text, came]: string[]) =>
      tab.advance(() => ({
        jwt: { whose: { parts: [], reading: { text: text!, ...(came && { came }) } } },
      }))
    readAs(first, one)
    const crossed = storage.texts.get(KEY)!
    storage.texts.delete(KEY)
    readAs(second, other)
    second.hear({ key: KEY, newValue: crossed })
    expect(taskIn(open(storage), 'jwt', 'whose')?.reading?.text).toBe(text)
  })

  describe('when the first one takes back', () => {
    const done = () => {
      const tabs = two()
      tick(tabs.first, 'jwt', 'clock', 'before')
      tick(tabs.first, 'jwt', 'signature', 'whole')
      tick(tabs.first, 'first-steps', 'invent', 'passed')
      tabs.first.enter('jwt', 'clock')
      tell(tabs.second, tabs.storage)
      tabs.changes.length = 0
      return tabs
    }

    test.each([
      [{ lesson: 'jwt', page: 'clock' }, ['jwt signature', 'first-steps invent'], 'jwt'],
      [{ lesson: 'jwt' }, ['first-steps invent'], 'jwt'],
      [{}, [], undefined],
    ])('%j, it obeys and says so', (what, left, last) => {
      const { storage, first, second, changes } = done()
      first.forget(what)
      tell(second, storage)
      for (const tab of [first, second, open(storage)]) {
        const names = Object.entries(tab.data.progress).flatMap(([lesson, tasks]) =>
          Object.keys(tasks).map((task) => `${lesson} ${task}`),
        )
        expect(new Set(names)).toEqual(new Set(left))
        expect(tab.data.last).toBe(last)
      }
      expect(changes).toContain(`forgotten ${JSON.stringify(what)}`)
    })

    test.each([{ lesson: 'jwt', page: 'clock' }, { lesson: 'jwt' }, {}])(
      '%j, it cannot bring it back, whatever it writes',
      (what) => {
        const { storage, first, second } = done()
        first.forget(what)
        tick(second, 'current-user', 'anybody', 'one')
        second.choose({ theme: 'dark' })
        tell(first, storage)
        for (const tab of [first, second, open(storage)]) {
          expect(taskIn(tab, 'jwt', 'clock')).toBeUndefined()
          expect(taskIn(tab, 'current-user', 'anybody')).toEqual({ parts: ['one'] })
        }
      },
    )

    test.each([{ lesson: 'jwt', page: 'clock' }, { lesson: 'jwt' }, {}])(
      '%j, a crossed write of what was before does not bring it back',
      (what) => {
        const { storage, first } = done()
        const before = storage.texts.get(KEY)!
        first.forget(what)
        storage.texts.set(KEY, before)
        tell(first, storage)
        expect(taskIn(open(storage), 'jwt', 'clock')).toBeUndefined()
      },
    )

    test('it can be done again, and taken back again', () => {
      const { storage, first, second } = done()
      first.forget({ lesson: 'jwt', page: 'clock' })
      tick(second, 'jwt', 'clock', 'after')
      tell(first, storage)
      expect(taskIn(first, 'jwt', 'clock')).toEqual({ parts: ['after'] })
      second.forget({ lesson: 'jwt' })
      tell(first, storage)
      expect(first.data.progress['jwt']).toEqual({})
    })

    test('nothing that was there, it stays so', () => {
      const { storage, first, second } = two()
      first.forget({ lesson: 'jwt', page: 'clock' })
      tell(second, storage)
      expect(second.data).toEqual({ ...NOTHING, progress: { jwt: {} } })
    })
  })
})

describe('turns', () => {
  /** Locks that are granted when the test says so. */
  function turns() {
    const waiting: (() => void)[] = []
    const request = ((_: string, work: () => void) =>
      new Promise<void>((resolve) => {
        waiting.push(() => resolve(work()))
      })) as LockManager['request']
    return { locks: { request }, waiting }
  }

  test('are waited for, once for all that is written meanwhile', () => {
    const storage = new FakeStorage()
    const { locks, waiting } = turns()
    const tab = open(storage, { locks })
    tick(tab, 'jwt', 'clock', 'before')
    tab.choose({ theme: 'dark' })
    expect(storage.texts.size).toBe(0)
    expect(waiting).toHaveLength(1)
    waiting[0]!()
    expect(open(storage).data).toEqual(tab.data)
  })

  test('are not waited for when the page goes', () => {
    const storage = new FakeStorage()
    const tab = open(storage, { locks: turns().locks })
    tick(tab, 'jwt', 'clock', 'before')
    tab.flush()
    expect(open(storage).data).toEqual(tab.data)
  })

  test('that are refused are done without', async () => {
    const storage = new FakeStorage()
    const request = () => Promise.reject(new DOMException('gone', 'InvalidStateError'))
    const tab = open(storage, { locks: { request } })
    tick(tab, 'jwt', 'clock', 'before')
    await Promise.resolve()
    await Promise.resolve()
    expect(open(storage).data).toEqual(tab.data)
  })
})

describe('a reset', () => {
  test('leaves an epoch and nothing else, also of what was set aside, and touches no other name', () => {
    const storage = new FakeStorage()
    storage.texts.set(`${KEY}:set-aside-1`, 'damaged')
    storage.texts.set(`${KEY}:set-aside-2`, 'damaged too')
    storage.texts.set('another app', 'x')
    const tab = open(storage)
    tab.choose({ theme: 'dark' })
    tick(tab, 'first-steps', 'invent', 'passed')
    tab.reset()
    expect([...storage.texts.keys()].toSorted()).toEqual(['another app', KEY].toSorted())
    expect(storage.texts.get(KEY)).not.toMatch(/invent|dark/)
    expect(open(storage).data).toEqual(NOTHING)
  })

  test('is kept from a tab that goes on writing: it writes no more', () => {
    const storage = new FakeStorage()
    const tab = open(storage)
    tab.reset()
    tick(tab, 'first-steps', 'invent', 'passed')
    tab.flush()
    expect(open(storage).data.progress).toEqual({})
  })

  test('takes back what a tab knows that has not heard of it', () => {
    const storage = new FakeStorage()
    const [deaf, tab] = [open(storage), open(storage)]
    tick(deaf, 'first-steps', 'invent', 'passed')
    tab.reset()
    tick(deaf, 'jwt', 'read', 'passed')
    expect(taskIn(open(storage), 'first-steps', 'invent')).toBeUndefined()
  })

  test('leaves alone what a newer version of the page keeps', () => {
    const storage = new FakeStorage()
    storage.texts.set(KEY, '{"version":99}')
    const tab = open(storage)
    tab.reset()
    expect(storage.texts.get(KEY)).toBe('{"version":99}')
  })
})
