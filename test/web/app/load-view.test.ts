/** Where an address leads, and where a learner goes on. */

import { describe, expect, test } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { loadView } from '../../../web/app/load-view.ts'
import { resumePoint } from '../../../web/state/resume-point.ts'
import type { SavedData } from '../../../web/state/stored.ts'
import { en } from '../../../web/words/en.ts'
import { ko } from '../../../web/words/ko.ts'

const NOTHING: SavedData = { places: {}, progress: {} }

const lessonOf = (slug: string): Lesson => ({
  slug,
  folder: slug,
  minutes: 2,
  servers: {},
  requests: {},
  firstRequest: '',
  pages: [
    { kind: 'reading', id: 'begin' },
    { kind: 'reading', id: 'end' },
  ],
  detectors: [],
})

const course = ['one', 'two', 'three'].map(lessonOf)
const DONE = { begin: { parts: [] }, end: { parts: [] } }

describe('a learner', () => {
  test.each([
    ['who comes first has no way to go on', NOTHING, undefined],
    [
      'goes on at the page last open',
      { ...NOTHING, last: 'two', places: { one: 'end', two: 'end' } },
      'two end',
    ],
    ['goes on at the first page where none is known', { ...NOTHING, last: 'two' }, 'two begin'],
    [
      'goes on at the first page where that page is gone',
      { ...NOTHING, last: 'two', places: { two: 'gone' } },
      'two begin',
    ],
    [
      'goes on with the lesson after one that is done',
      { last: 'one', places: { one: 'end' }, progress: { one: DONE } },
      'two begin',
    ],
    [
      'goes back to what was left out',
      { last: 'three', places: { one: 'end' }, progress: { three: DONE } },
      'one end',
    ],
    [
      'who has done everything has nothing left',
      { last: 'one', places: {}, progress: { one: DONE, two: DONE, three: DONE } },
      undefined,
    ],
    ['of a lesson there is no more begins', { ...NOTHING, last: 'gone' }, undefined],
  ] satisfies [string, SavedData, string | undefined][])('%s', (_, kept, expected) => {
    const way = resumePoint(course, kept)
    expect(way && `${way.lesson.slug} ${way.page.id}`).toBe(expected)
  })
})

describe('the start page', () => {
  test.each(['', '#', '#/', '#/ko', '#/ko/'])('is at %j', async (hash) => {
    const view = await loadView(hash, { ...NOTHING, language: 'ko' })
    expect(view.route).toEqual({ language: 'ko' })
    expect(view.words).toBe(ko)
    expect(view.start).toEqual({ lessons })
    expect(view.open).toBeUndefined()
  })

  test('knows the title of the page to go on with, in its own language', async () => {
    const { start } = await loadView('#/en', {
      ...NOTHING,
      language: 'ko',
      last: 'first-steps',
      places: { 'first-steps': 'story' },
    })
    expect(start?.resume).toMatchObject({ lesson: lessons[0], page: { id: 'story' } })
    expect(start?.resume?.title).toMatch(/^[\x20-\x7e’]+$/)
  })

  test.each(['#/ko/summary', '#/ko/summary/', '#/ko/summary/knock'])(
    'is not at %j, for the course on one page is there',
    async (hash) => {
      const view = await loadView(hash, NOTHING)
      expect(view.route).toEqual({ language: 'ko', lesson: 'summary' })
      expect(view).toMatchObject({ words: ko, sheet: { lessons } })
      expect(view.start ?? view.open).toBeUndefined()
    },
  )

  test('is not at the address of the tools', async () => {
    const view = await loadView('#/en/tools', NOTHING)
    expect(view.route).toEqual({ language: 'en', lesson: 'tools' })
    expect(view.sheet?.title(en)).toBe('Tools')
    expect(view.start ?? view.open).toBeUndefined()
  })

  test.each(['#nonsense', '#/xx', '#/en/no-such-lesson'])('is not at %j', async (hash) => {
    const view = await loadView(hash, { ...NOTHING, language: 'en' })
    expect(view).toMatchObject({ words: en })
    expect(view.start ?? view.open).toBeUndefined()
  })
})
