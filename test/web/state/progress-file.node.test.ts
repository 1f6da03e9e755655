/** Progress as a file: what goes into it, what is taken out of it elsewhere, and what is refused. */

import { describe, expect, test } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import { OwnCopies } from '../../../web/state/own-copies.ts'
import {
  type FileRefusal,
  progressFile,
  readProgressFile,
  type TakenAlong,
} from '../../../web/state/progress-file.ts'
import { hold, predict, type Progress, read, visit } from '../../../web/state/progress.ts'
import { SavedState } from '../../../web/state/saved-state.ts'
import { gainOf, takeIn } from '../../../web/state/take-in.ts'
import { FakeStorage, KEY, open, PATH } from './support/tabs.ts'

const NOW = 5_000
const TOKEN = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqb2huZG9lIn0.c2lnbmF0dXJl`

/** A copy of the playground, with what a learner does in it. */
function copyAt(now: number) {
  const storage = new FakeStorage()
  const saved = new SavedState(open(storage, { now: () => now }))
  return { saved, storage, own: new OwnCopies({ path: PATH, storage: storage.open }) }
}

function copyOf(...changes: ((progress: Progress) => Progress)[]) {
  const copy = copyAt(1_000)
  for (const change of changes) copy.saved.advance(change)
  return copy
}

type Copy = ReturnType<typeof copyOf>

const write = ({ saved, own }: Copy) =>
  progressFile({ stored: saved.storage.stored, copies: own.copies }, new Date(NOW))

const opened = (text: string): TakenAlong => {
  const file = readProgressFile(text, lessons, NOW)
  if (typeof file === 'string') throw new Error(file)
  return file
}

const invented = (progress: Progress) => ({
  ...progress,
  'first-steps': { ...progress['first-steps'], invent: { parts: ['accepted'] } },
})
const predicted = (progress: Progress) => predict(progress, 'first-steps', 'knock', 'forbidden')
const wrote = (progress: Progress) => hold(progress, 'jwt', 'verify')

describe('a file of what was done', () => {
  test('brings it to a fresh copy, with where the learner was', () => {
    const one = copyOf(invented, predicted, wrote)
    one.saved.enter('first-steps', 'invent')
    const other = copyOf()
    takeIn(other, opened(write(one).text))
    expect(other.saved.data.progress).toEqual(one.saved.data.progress)
    expect(other.saved.data.last).toBe('first-steps')
    expect(other.saved.data.places).toEqual({ 'first-steps': 'invent' })
  })

  test('adds to what was done elsewhere, and takes nothing away', () => {
    const other = copyOf(wrote)
    takeIn(other, opened(write(copyOf(invented)).text))
    expect(other.saved.data.progress['jwt']).toEqual({ verify: { parts: ['held'] } })
    expect(other.saved.data.progress['first-steps']).toEqual({ invent: { parts: ['accepted'] } })
  })

  test('adds the same however often it is opened', () => {
    const file = opened(write(copyOf(invented, predicted)).text)
    const other = copyOf(wrote)
    takeIn(other, file)
    const once = other.storage.texts.get(KEY)
    takeIn(other, file)
    expect(other.storage.texts.get(KEY)).toBe(once)
  })

  test.each([
    ['there', ([one]: [Copy, Copy]) => one],
    ['here', ([, other]: [Copy, Copy]) => other],
  ])('brings all of it, though the course was begun anew %s', (_, which) => {
    const [one, other] = [copyOf(), copyOf(wrote)]
    const forgetful = which([one, other])
    forgetful.saved.forget({})
    forgetful.saved.forget({ lesson: 'first-steps' })
    forgetful.saved.forget({ lesson: 'first-steps', page: 'invent' })
    one.saved.advance(invented)
    if (which([one, other]) === other) other.saved.advance(wrote)
    takeIn(other, opened(write(one).text))
    expect(other.saved.data.progress).toMatchObject({
      'first-steps': { invent: { parts: ['accepted'] } },
      jwt: { verify: { parts: ['held'] } },
    })
  })

  test('brings the prediction that was made first, be it of the file or not', () => {
    const copies = [copyOf(predicted), copyAt(2_000)] as const
    copies[1].saved.advance((progress) => predict(progress, 'first-steps', 'knock', 'ok'))
    const files = copies.map((copy) => opened(write(copy).text))
    takeIn(copies[0], files[1]!)
    takeIn(copies[1], files[0]!)
    for (const { saved } of copies) {
      expect(saved.data.progress['first-steps']?.['knock']?.prediction?.option).toBe('forbidden')
    }
  })

  test('was made at no later time than it is opened at, whatever it says', () => {
    const one = copyOf(invented)
    one.saved.enter('first-steps', 'invent')
    const late = write(one).text.replaceAll(/"at": 1000/g, '"at": 8640000000000000')
    const other = copyOf()
    takeIn(other, opened(late))
    other.saved.enter('jwt', 'verify')
    expect(late).toContain('8640000000000000')
    expect(other.saved.data.last).toBe('jwt')
    expect(other.saved.notices).toEqual([])
  })
})

describe('in the file stands', () => {
  test('no choice of this browser', () => {
    const one = copyOf(invented)
    one.saved.choose({ theme: 'dark', language: 'ko', mode: 'real', shell: 'cmd' })
    const other = copyOf()
    other.saved.choose({ theme: 'light' })
    takeIn(other, opened(write(one).text))
    expect(other.saved.data).toMatchObject({ theme: 'light' })
    expect(other.saved.data.mode).toBeUndefined()
  })

  test('a reading that is right, and no wrong one: it may be a token', () => {
    const one = copyOf(
      (progress) => read(progress, 'jwt', 'read', TOKEN),
      (progress) => ({
        ...progress,
        'current-user': { read: { parts: [], reading: { text: '"johndoe"', came: 'johndoe' } } },
      }),
    )
    const { text } = write(one)
    expect(text).toContain('johndoe')
    expect(text).not.toContain('eyJ')
  })

  test('nothing that a version of before or after keeps besides', () => {
    const one = copyOf(invented)
    one.saved.storage.change((stored) => ({ ...stored, session: { cookie: 'secret' } }))
    expect(one.saved.storage.stored).toHaveProperty('session')
    expect(write(one).text).not.toContain('secret')
  })

  test('the learner’s own copies of servers, but for one with a token in it', () => {
    const one = copyOf()
    one.own.edit({ file: '4-jwt/app' }, 'export default mine', 'a')
    one.own.edit({ file: '1-first-steps/app' }, `const token = '${TOKEN}'`, 'b')
    const { text, left } = write(one)
    expect(left).toBe(1)
    expect(text).not.toContain('eyJ')
    const other = copyOf()
    takeIn(other, opened(text))
    expect(other.own.copies).toEqual({ '4-jwt/app': { text: 'export default mine', start: 'a' } })
  })
})

test('copies that are here stay as they are, and who opens the file can be told', () => {
  const [one, other] = [copyOf(invented, predicted), copyOf(invented)]
  one.own.edit({ file: '4-jwt/app' }, 'theirs', 'a')
  one.own.edit({ file: '4-jwt/app:verify' }, 'theirs too', 'a')
  other.own.edit({ file: '4-jwt/app' }, 'mine', 'a')
  const file = opened(write(one).text)
  expect(gainOf(other.saved.storage.stored, other.own.copies, file)).toEqual({
    pages: 1,
    copies: 1,
    left: 1,
  })
  takeIn(other, file)
  expect(other.own.get('4-jwt/app')?.text).toBe('mine')
  expect(other.own.get('4-jwt/app:verify')?.text).toBe('theirs too')
  expect(gainOf(other.saved.storage.stored, other.own.copies, file)).toEqual({
    pages: 0,
    copies: 0,
    left: 2,
  })
})

describe('a file is refused', () => {
  const good = JSON.parse(write(copyOf(invented, visited)).text) as Record<string, unknown>
  function visited(progress: Progress) {
    return visit(progress, 'first-steps', 'recap')
  }
  const changed = (part: object) => JSON.stringify({ ...good, ...part })
  const done = (lessonsIn: object) => ({
    version: 3,
    course: { epoch: 0, lessons: lessonsIn },
  })

  test.each<[string, string, FileRefusal]>([
    ['that is empty', '', 'broken'],
    ['that ends too early', JSON.stringify(good).slice(0, -20), 'broken'],
    ['that is a picture', '\u0089PNG\r\n', 'broken'],
    ['that is a list', '[]', 'foreign'],
    ['that is null', 'null', 'foreign'],
    ['of somebody else', '{"name":"bearer-playground","version":"0.1.0"}', 'foreign'],
    ['whose kind is inherited', '{"__proto__":{"kind":"bearer-playground-progress"}}', 'foreign'],
    ['to hand in', '{"kind":"bearer-playground-hand-in","version":1}', 'other'],
    ['without a version', changed({ version: '1' }), 'damaged'],
    ['of a later version', changed({ version: 2 }), 'newer'],
    ['with progress of a later version', changed({ done: { version: 4, course: {} } }), 'newer'],
    ['without progress', changed({ done: undefined }), 'damaged'],
    ['whose progress is a text', changed({ done: 'all of it' }), 'damaged'],
    [
      'with a task that is a number',
      changed({ done: done({ jwt: { epoch: 0, tasks: { x: 1 } } }) }),
      'damaged',
    ],
    [
      'with parts that are no names',
      changed({ done: done({ jwt: { epoch: 0, tasks: { verify: { epoch: 0, parts: [{}] } } } }) }),
      'damaged',
    ],
    [
      'with code that is no text',
      changed({ code: { '4-jwt/app': { text: 1, start: 'a' } } }),
      'damaged',
    ],
    ['with code that is a list', changed({ code: [], done: done({}) }), 'damaged'],
    [
      'with code that is too long',
      changed({ code: { '4-jwt/app': { text: 'x'.repeat(100_001), start: 'a' } } }),
      'damaged',
    ],
    [
      'with lessons that there are none of here',
      changed({ done: done({ cooking: { epoch: 0, tasks: { eggs: { epoch: 0, parts: [] } } } }) }),
      'empty',
    ],
    ['with nothing done', changed({ done: done({}) }), 'empty'],
    [
      'named after what every object has',
      changed({
        done: JSON.parse(
          '{"version":3,"course":{"epoch":0,"lessons":{"__proto__":{"epoch":0,"tasks":{"constructor":{"epoch":0,"parts":["x"]}}}}}}',
        ) as unknown,
      }),
      'empty',
    ],
  ])('%s', (_, text, why) => {
    expect(readProgressFile(text, lessons, NOW)).toBe(why)
  })

  test('and a sound one is not', () => {
    const file = readProgressFile(JSON.stringify(good), lessons, NOW)
    expect(file).toMatchObject({ stored: { course: { lessons: { 'first-steps': {} } } } })
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})
