/** What a learner has done, by what crossed the wire. */

import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type {
  BreakTask,
  DecodeTask,
  Lesson,
  PredictTask,
  WireTask,
} from '../../../lessons/lesson.ts'
import {
  advance,
  isDone,
  lostPart,
  predict,
  type Progress,
  read,
  standing,
  tasksOf,
  visit,
} from '../../../web/state/progress.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'

const status = (wanted: number) => (journal: readonly Exchange[]) =>
  journal.some(({ response }) => response.status === wanted)

const knock: PredictTask = {
  kind: 'predict',
  id: 'knock',
  request: 'no-header',
  options: [
    { id: 'ok', right: ({ response }) => response.status === 200 },
    { id: 'refused', right: ({ response }) => response.status === 401 },
  ],
  asked: ({ request }) => request.path === '/items/',
}

const both: WireTask = {
  kind: 'wire',
  id: 'both',
  parts: [
    { id: 'good', done: status(200) },
    { id: 'bad', done: status(401) },
  ],
}

const lesson: Lesson = {
  slug: 'first',
  folder: '1-first',
  minutes: 2,
  servers: {},
  requests: {},
  firstRequest: '',
  pages: [knock, { kind: 'reading', id: 'story' }, both],
  flow: { participants: [], steps: [] },
  detectors: [],
}

const on = (page: string) => ({
  ok: exchangeWith({ page, response: { status: 200 } }),
  refused: exchangeWith({ page, response: { status: 401 } }),
  elsewhere: exchangeWith({ page, request: { path: '/other' }, response: { status: 404 } }),
})

test('a lesson is done without its optional pages, and they are not counted', () => {
  const more = {
    ...lesson,
    pages: [...lesson.pages, { ...both, id: 'more', optional: true as const }],
  }
  const done: Progress[string] = {
    knock: { parts: [], prediction: { option: 'ok', came: 'ok' } },
    story: { parts: [] },
    both: { parts: ['good', 'bad'] },
  }
  expect(standing(more, done)).toEqual({ state: 'done', share: 1, done: 2, all: 2 })
  const only = { more: { parts: ['good', 'bad'] } }
  expect(standing(more, only)).toEqual({ state: 'begun', share: 0, done: 0, all: 2 })
})

test('the tasks of a lesson are its pages without the beats', () => {
  expect(tasksOf(lesson)).toEqual([knock, both])
})

describe('a prediction', () => {
  const { ok, refused, elsewhere } = on('knock')
  const predicted = predict({}, 'first', 'knock', 'ok')

  test('is written down, and the first one counts', () => {
    expect(predicted).toEqual({ first: { knock: { parts: [], prediction: { option: 'ok' } } } })
    expect(predict(predicted, 'first', 'knock', 'other')).toBe(predicted)
    expect(isDone(knock, predicted['first']!['knock'])).toBe(false)
  })

  test('is done when what it was about came, right or wrong', () => {
    const after = advance(predicted, lesson, [refused])
    expect(after['first']!['knock']!.prediction).toEqual({ option: 'ok', came: 'refused' })
    expect(isDone(knock, after['first']!['knock'])).toBe(true)
  })

  test('keeps the first answer it got', () => {
    const after = advance(predicted, lesson, [refused])
    expect(advance(after, lesson, [refused, ok])['first']!['knock']!.prediction!.came).toBe(
      'refused',
    )
  })

  test.each([
    { what: 'before it is made', progress: {}, journal: [refused] },
    { what: 'by another request', progress: predicted, journal: [elsewhere] },
    { what: 'by an exchange before the last', progress: predicted, journal: [refused, elsewhere] },
    { what: 'by an empty journal', progress: predicted, journal: [] },
    { what: 'from another page', progress: predicted, journal: [on('both').refused] },
    {
      what: 'by its own page when the news is another’s',
      progress: predicted,
      journal: [refused, on('both').ok],
    },
  ])('is not answered $what', ({ progress, journal }) => {
    expect(isDone(knock, advance(progress, lesson, journal)['first']?.['knock'])).toBe(false)
  })
})

test('a prediction that names none of what came is done all the same', () => {
  const after = advance(predict({}, 'first', 'knock', 'ok'), lesson, [
    exchangeWith({ page: 'knock', response: { status: 404 } }),
  ])
  expect(after['first']!['knock']!.prediction).toEqual({ option: 'ok', came: '' })
  expect(isDone(knock, after['first']!['knock'])).toBe(true)
})

describe('an attack that is played', () => {
  const from = (page: string, origin: Exchange['origin'], status: number) =>
    exchangeWith({ page, origin, response: { status } })
  const parts: BreakTask['parts'] = [
    { id: 'broken', done: (journal) => journal.some(({ origin }) => origin === 'attack') },
    { id: 'held', done: (journal) => journal.some(({ response }) => response.status === 200) },
  ]
  const after = (task: Partial<BreakTask>, ...journal: Exchange[]) => {
    const page: BreakTask = { kind: 'break', id: 'theft', hardened: 'api', parts, ...task }
    return advance({}, { ...lesson, pages: [page] }, journal)['first']?.['theft']?.parts
  }

  test('meets the logins of every page', () => {
    const journal = [from('both', 'bench', 200), from('theft', 'attack', 401)]
    expect(after({ play: 'script' }, ...journal)).toEqual(['broken', 'held'])
  })

  test('counts for its own page alone', () => {
    expect(after({ play: 'script' }, from('both', 'attack', 200))).toBeUndefined()
  })

  test('by hand counts for its own page alone, with all that goes before', () => {
    expect(after({}, from('both', 'bench', 200), from('theft', 'attack', 401))).toEqual(['broken'])
  })
})

describe('an attack that was played elsewhere', () => {
  const attack = (page: string, status = 200) =>
    exchangeWith({ page, origin: 'attack', response: { status } })

  test.each(['knock', 'both', 'story'])('on the page %s proves nothing of its task', (page) => {
    const before = predict({}, 'first', 'knock', 'ok')
    expect(advance(before, lesson, [attack(page), attack(page, 401)])).toBe(before)
  })
})

describe('a page with a table of attacks', () => {
  const table: Lesson['pages'][0] = {
    kind: 'reading',
    id: 'table',
    parts: [{ id: 'played', done: (journal) => journal.length >= 2 }],
  }
  const withTable = { ...lesson, pages: [table] }
  const attack = exchangeWith({ page: 'table', origin: 'attack' })

  test('is not done by being opened, nor by some of its rows', () => {
    const opened = visit({}, 'first', 'table')
    expect(isDone(table, opened['first']!['table'])).toBe(false)
    expect(advance(opened, withTable, [attack])).toBe(opened)
  })

  test('is done once all of them were played there', () => {
    const after = advance(visit({}, 'first', 'table'), withTable, [attack, attack])
    expect(isDone(table, after['first']!['table'])).toBe(true)
    const elsewhere = { ...attack, page: 'both' }
    expect(advance({}, withTable, [elsewhere, elsewhere])).toEqual({})
  })
})

describe('a part whose exchange is gone', () => {
  const chain: WireTask = {
    kind: 'wire',
    id: 'chain',
    parts: [
      { id: 'in', done: status(200) },
      { id: 'out', done: status(401), needs: { part: 'in', request: 'login' } },
      { id: 'alive', done: () => false, needs: { part: 'out', request: 'logout' } },
    ],
  }
  const came = (status: number, page = 'chain') => exchangeWith({ page, response: { status } })

  test.each([
    ['nothing is ticked', [], [], undefined],
    ['its exchange is there', ['in'], [came(200)], undefined],
    ['its exchange is gone', ['in'], [], 'in'],
    ['its exchange was sent from another page', ['in'], [came(200, 'story')], 'in'],
    ['two are gone: the first', ['in', 'out'], [], 'in'],
    ['the first is there again', ['in', 'out'], [came(200)], 'out'],
    ['both are there', ['in', 'out'], [came(200), came(401)], undefined],
    ['all are ticked', ['in', 'out', 'alive'], [], undefined],
  ])('is named where %s', (_, parts, journal, part) => {
    expect(lostPart(chain, { parts }, journal)?.part).toBe(part)
  })

  test.each([knock, lesson.pages[1]!, both])('is none of a page like %j', (page) => {
    expect(lostPart(page, { parts: ['good'] }, [])).toBeUndefined()
  })
})

describe('a reading', () => {
  const decode: DecodeTask = {
    kind: 'decode',
    id: 'whose',
    request: 'found',
    read: ({ response }) => (response.status === 200 ? response.body : undefined),
  }
  const reads = { ...lesson, pages: [decode] }
  const said = (body: string, status = 200) =>
    exchangeWith({ page: 'whose', response: { status, body } })
  const after = (text: string, ...journal: Exchange[]) =>
    advance(read({}, 'first', 'whose', text), reads, journal)['first']!['whose']!

  test.each(['johndoe', ' johndoe ', '"johndoe"', "'johndoe'"])(
    'of %j is right where a server reads johndoe',
    (text) => {
      expect(isDone(decode, after(text, said('johndoe')))).toBe(true)
    },
  )

  test.each(['', 'Johndoe', 'johndoe1', '"johndoe', 'john doe'])(
    'of %j is not right where a server reads johndoe',
    (text) => {
      expect(isDone(decode, after(text, said('johndoe')))).toBe(false)
    },
  )

  test('is compared with what a server read, and with nothing else', () => {
    expect(isDone(decode, after('johndoe'))).toBe(false)
    expect(isDone(decode, after('johndoe', said('johndoe', 401)))).toBe(false)
    expect(isDone(decode, after('johndoe', { ...said('johndoe'), page: 'story' }))).toBe(false)
  })

  test('can be made again', () => {
    const wrong = advance(read({}, 'first', 'whose', 'jane'), reads, [said('johndoe')])
    const again = advance(read(wrong, 'first', 'whose', 'johndoe'), reads, [said('johndoe')])
    expect(isDone(decode, again['first']!['whose'])).toBe(true)
  })
})

describe('a task on the wire', () => {
  const { ok, refused } = on('both')
  const partsAfter = (journal: Exchange[], before: Progress = {}) =>
    advance(before, lesson, journal)['first']?.['both']?.parts

  test('ticks the parts that the journal proves, in the order of the task', () => {
    expect(partsAfter([refused])).toEqual(['bad'])
    expect(partsAfter([refused, ok])).toEqual(['good', 'bad'])
  })

  test.each(['knock', 'story', '', 'gone'])(
    'an exchange sent from another page (%j) ticks nothing here',
    (page) => {
      expect(partsAfter([on(page).ok, on(page).refused])).toBeUndefined()
      expect(partsAfter([on(page).ok, refused])).toEqual(['bad'])
    },
  )

  test('what was sent from here counts though another page was in between', () => {
    const counts: WireTask = {
      ...both,
      parts: [{ id: 'two', done: (journal) => journal.length === 2 }],
    }
    const after = advance({}, { ...lesson, pages: [counts] }, [refused, on('knock').ok, refused])
    expect(after['first']!['both']!.parts).toEqual(['two'])
  })

  test('keeps what was ticked when the journal is gone', () => {
    expect(partsAfter([ok], { first: { both: { parts: ['bad'] } } })).toEqual(['good', 'bad'])
  })

  test('is done when all its parts are', () => {
    expect(isDone(both, undefined)).toBe(false)
    expect(isDone(both, { parts: ['good'] })).toBe(false)
    expect(isDone(both, { parts: ['bad', 'good', 'gone'] })).toBe(true)
  })
})

describe('a page to read', () => {
  const story = lesson.pages[1]!

  test('is done once it was opened', () => {
    expect(isDone(story, undefined)).toBe(false)
    const progress = visit({}, 'first', 'story')
    expect(progress).toEqual({ first: { story: { parts: [] } } })
    expect(isDone(story, progress['first']!['story'])).toBe(true)
  })

  test('opened again is no news', () => {
    const progress = visit({}, 'first', 'story')
    expect(visit(progress, 'first', 'story')).toBe(progress)
  })

  test('leaves what else is known as it is', () => {
    const before: Progress = { first: { both: { parts: ['bad'] } } }
    expect(visit(before, 'first', 'story')).toEqual({
      first: { both: { parts: ['bad'] }, story: { parts: [] } },
    })
    expect(before).toEqual({ first: { both: { parts: ['bad'] } } })
  })
})

describe('progress', () => {
  const { ok, refused, elsewhere } = on('both')

  test('without news is the very same object, so that nothing is written', () => {
    const before: Progress = { first: { both: { parts: ['bad'] } } }
    expect(advance(before, lesson, [refused])).toBe(before)
    expect(advance(before, lesson, [elsewhere])).toBe(before)
  })

  test('is never written into', () => {
    const before: Progress = { first: { both: { parts: ['bad'] } }, second: { x: { parts: [] } } }
    const copy = structuredClone(before)
    const after = advance(before, lesson, [ok])
    expect(before).toEqual(copy)
    expect(after['second']).toBe(before['second'])
  })

  test.each(['__proto__', 'constructor'])('of the lesson %j stays a plain entry', (slug) => {
    const progress = predict({}, slug, '__proto__', 'ok')
    expect(Object.keys(progress)).toEqual([slug])
    expect(({} as Record<string, unknown>)['option']).toBeUndefined()
  })
})

describe('how far one is in a lesson', () => {
  const told = { prediction: { option: 'ok', came: '' }, parts: [] }
  test.each([
    ['nothing kept', undefined, { state: 'new', share: 0, done: 0, all: 2 }],
    ['nothing left of it', {}, { state: 'new', share: 0, done: 0, all: 2 }],
    ['a page read', { story: { parts: [] } }, { state: 'begun', share: 1 / 3, done: 0, all: 2 }],
    ['a task begun', { both: { parts: ['good'] } }, { state: 'begun', share: 0, done: 0, all: 2 }],
    ['a task done', { knock: told }, { state: 'begun', share: 1 / 3, done: 1, all: 2 }],
    [
      'every page done',
      { knock: told, story: { parts: [] }, both: { parts: ['good', 'bad'] } },
      { state: 'done', share: 1, done: 2, all: 2 },
    ],
    [
      'a page there is no more',
      { gone: { parts: [] } },
      { state: 'new', share: 0, done: 0, all: 2 },
    ],
  ])('with %s', (_, progress, expected) => {
    expect(standing(lesson, progress)).toEqual(expected)
  })
})
