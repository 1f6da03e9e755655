/** What is handed in: what stands in the file, and what is believed of one that anybody may have written. */

import { describe, expect, test } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import { guessOf, handInFile, nameOf, readHandIn } from '../../../web/state/hand-in.ts'
import type { FileRefusal } from '../../../web/state/progress-file.ts'
import { NOTHING, type Stored, type StoredTask } from '../../../web/state/stored.ts'

const NOW = new Date('2026-03-31T10:00:00Z')

const keeping = (tasks: Record<string, StoredTask>, slug = 'first-steps'): Stored => ({
  ...NOTHING,
  course: { epoch: 0, lessons: { [slug]: { epoch: 0, tasks } } },
})

const handedIn = (stored: Stored) => {
  const read = readHandIn(handInFile('Kim Minji', stored, lessons, NOW)!, lessons)
  if (typeof read === 'string') throw new Error(read)
  return read
}

describe('handed in is', () => {
  test('the name, the time, and what each task took', () => {
    const effort = { tries: 4, time: 150_000, slips: ['scheme-token'] }
    const stored = keeping({
      invent: { epoch: 0, parts: ['passed'], effort },
      'wrong-scheme': { epoch: 0, effort: { tries: 2, time: 1_000 } },
    })
    expect(handedIn(stored)).toEqual({
      name: 'Kim Minji',
      saved: NOW.getTime(),
      lessons: {
        'first-steps': {
          invent: { done: true, tries: 4, minutes: 2.5, wrong: ['scheme-token'] },
          'wrong-scheme': { done: false, tries: 2, minutes: 0 },
        },
      },
    })
  })

  test('of a task that an older version kept only that it is done', () => {
    const stored = keeping({ invent: { epoch: 0, parts: ['passed'] } })
    expect(handedIn(stored).lessons).toEqual({ 'first-steps': { invent: { done: true } } })
  })

  test('a prediction that was wrong, as one, and none that has no answer yet', () => {
    const stored = keeping({
      knock: { epoch: 0, prediction: { option: 'ok', came: 'unauthorized', at: 1 } },
      'no-token-yet': { epoch: 0, prediction: { option: 'token', at: 1 } },
    })
    const tasks = handedIn(stored).lessons['first-steps']!
    expect(tasks['knock']).toEqual({ done: true, wrong: ['guess:ok'] })
    expect(tasks['no-token-yet']).toEqual({ done: false })
    expect(guessOf('guess:ok')).toBe('ok')
    expect(guessOf('scheme-token')).toBeUndefined()
  })

  test('nothing where nothing was begun', () => {
    expect(handInFile('K', NOTHING, lessons, NOW)).toBeUndefined()
  })

  test('nothing that the learner wrote or read out of a token', () => {
    const reading = { text: 'eyJhbGciOiJIUzI1NiJ9.secret', came: 'johndoe', at: 1 }
    const text = handInFile('K', keeping({ read: { epoch: 0, reading } }, 'jwt'), lessons, NOW)!
    expect(text).not.toMatch(/eyJ|johndoe/)
    expect(JSON.parse(text)).toMatchObject({ lessons: { jwt: { read: { done: false } } } })
  })
})

test.each([
  ['  Kim   Minji ', 'Kim Minji'],
  ['김민지', '김민지'],
  ['a\u202Egnp.exe', 'a gnp.exe'],
  ['two\nlines\u0000', 'two lines'],
  ['\u200b\u2066', ''],
  ['<b>x</b>', '<b>x</b>'],
  ['x'.repeat(500), 'x'.repeat(80)],
])('the name %j is taken as %j', (typed, name) => {
  expect(nameOf(typed)).toBe(name)
})

describe('a file', () => {
  const good = {
    kind: 'bearer-playground-hand-in',
    version: 1,
    name: 'Kim',
    saved: NOW,
    lessons: {},
  }
  const changed = (part: object) => JSON.stringify({ ...good, ...part })
  const inLesson = (tasks: unknown) => changed({ lessons: { 'first-steps': tasks } })
  const inTask = (task: unknown) => inLesson({ invent: task })

  test.each<[string, string, FileRefusal]>([
    ['that ends too early', changed({}).slice(0, -3), 'broken'],
    ['of HTML', '<!doctype html><script>alert(1)</script>', 'broken'],
    ['of somebody else', '{"students":[]}', 'foreign'],
    ['of progress', '{"kind":"bearer-playground-progress","version":1}', 'other'],
    ['of a later version', changed({ version: 2 }), 'newer'],
    ['without a name', changed({ name: undefined }), 'damaged'],
    ['whose name cannot be seen', changed({ name: '\u200b\u202e' }), 'damaged'],
    ['whose name is an object', changed({ name: { toString: 'x' } }), 'damaged'],
    ['without a time', changed({ saved: 'yesterday' }), 'damaged'],
    ['without lessons', changed({ lessons: [] }), 'damaged'],
    ['whose lesson is a text', inLesson('all'), 'damaged'],
    ['whose task is done by a text', inTask({ done: 'true' }), 'damaged'],
    ['with half a try', inTask({ done: true, tries: 1.5 }), 'damaged'],
    ['with fewer tries than none', inTask({ done: true, tries: -1 }), 'damaged'],
    ['with endless minutes', inTask({ done: true, minutes: 1e300 }), 'damaged'],
    ['with tries in words', inTask({ done: true, tries: '=1+1' }), 'damaged'],
    [
      'with more that was wrong than there is',
      inTask({ done: true, wrong: Array(101).fill('x') }),
      'damaged',
    ],
  ])('%s is refused', (_, text, why) => {
    expect(readHandIn(text, lessons)).toBe(why)
  })

  test.each<[string, string, object]>([
    ['lessons that there are none of here', changed({ lessons: { cooking: { eggs: 1 } } }), {}],
    ['pages that are no tasks', inLesson({ story: { done: true } }), { 'first-steps': {} }],
    [
      'what every object inherits',
      `{"kind":"bearer-playground-hand-in","version":1,"name":"K","saved":"2026-03-31","lessons":{"__proto__":{"x":1},"constructor":{},"first-steps":{"__proto__":{"done":true},"toString":{"done":true}}}}`,
      { 'first-steps': {} },
    ],
    [
      'wrong attempts that nobody can make',
      inTask({ done: false, wrong: ['<img src=x onerror=alert(1)>', 'scheme-token', '__proto__'] }),
      { 'first-steps': { invent: { done: false, wrong: ['scheme-token'] } } },
    ],
    [
      'fields that nobody reads',
      inTask({ done: false, html: '<b>', note: 'x' }),
      { 'first-steps': { invent: { done: false } } },
    ],
  ])('is read without %s', (_, text, read) => {
    expect(readHandIn(text, lessons)).toMatchObject({ lessons: read })
    expect((readHandIn(text, lessons) as { lessons: object }).lessons).toEqual(read)
  })
})
