/** What was done on pages that are in another lesson now, as the page of before wrote it down. */

import { describe, expect, test } from 'vitest'
import { visit } from '../../../web/state/progress.ts'
import { readRoute } from '../../../web/state/route.ts'
import { FIRST_KEY, FakeStorage, KEY, open, tell } from './support/tabs.ts'

const DONE = { epoch: 0, parts: ['broken', 'held'] }
const SEEN = { epoch: 0, parts: [] }

/** What the version before kept, word for word: progress in the lesson that had both halves. */
const before = (lesson: object, others: object = {}) =>
  JSON.stringify({
    course: {
      epoch: 2,
      last: { at: 5, value: 'two-servers' },
      lessons: { 'two-servers': { epoch: 1, tasks: {}, ...lesson }, ...others },
    },
    version: 2,
  })

const HALF_WAY = before({
  place: { at: 4, value: 'forge' },
  tasks: { recap: SEEN, steal: DONE, forge: { epoch: 3, parts: ['broken'] }, 'no-cookie': DONE },
})

const AFTERWARDS = {
  last: 'stolen-cookie',
  places: { 'stolen-cookie': 'forge' },
  progress: {
    'two-servers': { 'no-cookie': { parts: DONE.parts }, recap: { parts: [] } },
    'stolen-cookie': {
      steal: { parts: DONE.parts },
      forge: { parts: ['broken'] },
      recap: { parts: [] },
    },
  },
}

describe('progress of the lesson that had the attacks too', () => {
  test('moves along with the pages that moved', () => {
    const tab = open(new FakeStorage({ [KEY]: HALF_WAY }))
    expect(tab.data).toEqual(AFTERWARDS)
    expect([tab.incident, tab.trouble]).toEqual([undefined, undefined])
  })

  test('is written anew with the next thing that is done, and read again as it is', () => {
    const storage = new FakeStorage({ [KEY]: HALF_WAY })
    const tab = open(storage)
    tab.advance((progress) => visit(progress, 'stolen-cookie', 'worth'))
    tab.flush()
    expect(JSON.parse(storage.texts.get(KEY)!)).toMatchObject({
      version: 3,
      course: {
        lessons: {
          // Both have been started over as often as the one that they were.
          'stolen-cookie': { epoch: 1, tasks: { forge: { epoch: 3 } } },
          'two-servers': { epoch: 1 },
        },
      },
    })
    const { progress } = open(storage).data
    expect(progress['two-servers']).toEqual(AFTERWARDS.progress['two-servers'])
    expect(progress['stolen-cookie']).toEqual({
      ...AFTERWARDS.progress['stolen-cookie'],
      worth: { parts: [] },
    })
    expect([...storage.texts.keys()]).toEqual([KEY])
  })

  test('moves along where another tab of before writes it while the page is open', () => {
    const storage = new FakeStorage()
    const tab = open(storage)
    storage.texts.set(KEY, HALF_WAY)
    tell(tab, storage)
    expect(tab.data).toEqual(AFTERWARDS)
  })

  test('moves along from the first version of all', () => {
    const progress = { 'two-servers': { steal: { parts: ['broken'] } } }
    const places = { 'two-servers': 'steal' }
    const first = JSON.stringify({ last: 'two-servers', places, progress })
    const tab = open(new FakeStorage({ [FIRST_KEY]: first }))
    expect(tab.data).toEqual({
      last: 'stolen-cookie',
      places: { 'stolen-cookie': 'steal' },
      progress: { 'two-servers': {}, 'stolen-cookie': { steal: { parts: ['broken'] } } },
    })
  })

  test.each([
    ['nothing of them was done', before({ tasks: { 'who-sees': SEEN, recap: SEEN } })],
    ['the lesson was not begun', before({}, { jwt: { epoch: 0, tasks: { read: SEEN } } })],
  ])('stays where it is if %s', (_, text) => {
    const { progress, last } = open(new FakeStorage({ [KEY]: text })).data
    expect(progress['stolen-cookie']).toBeUndefined()
    expect(last).toBe('two-servers')
  })

  test('the learner was elsewhere in the lesson: the place stays, what was done moves', () => {
    const text = before({ place: { at: 4, value: 'stopped' }, tasks: { compare: SEEN } })
    expect(open(new FakeStorage({ [KEY]: text })).data).toEqual({
      last: 'two-servers',
      places: { 'two-servers': 'stopped' },
      progress: { 'two-servers': {}, 'stolen-cookie': { compare: { parts: [] } } },
    })
  })
})

test.each([
  ['#/en/two-servers/steal', 'stolen-cookie', 'steal'],
  ['#/ko/two-servers/compare', 'stolen-cookie', 'compare'],
  ['#/ko/two-servers/recap', 'two-servers', 'recap'],
  ['#/en/two-servers', 'two-servers', undefined],
  ['#/en/jwt/steal', 'jwt', 'steal'],
])('%s is in %s now', (hash, lesson, page) => {
  expect(readRoute(hash)).toMatchObject({ lesson, ...(page && { page }) })
})
