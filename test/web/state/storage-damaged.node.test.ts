/** What is kept and cannot be read, or cannot be kept: salvaged, set aside, left alone, and said truthfully. */

import { describe, expect, test } from 'vitest'
import { visit } from '../../../web/state/progress.ts'
import type { SavedStorage } from '../../../web/state/storage.ts'
import type { SavedData } from '../../../web/state/stored.ts'
import { FakeStorage, FIRST_KEY, KEY, open, tell } from './support/tabs.ts'

const NOTHING: SavedData = { places: {}, progress: {} }

const aside = (slot: number) => `${KEY}:set-aside-${slot}`

/** What is stored, as one writes it by hand. */
const stored = (fields: object) => ({ version: 3, ...fields })

const inLesson = (lesson: unknown) => stored({ course: { lessons: { jwt: lesson } } })

const inTask = (task: unknown) => inLesson({ tasks: { clock: task } })

const IN_TASK = { ...NOTHING, progress: { jwt: { clock: { parts: [] } } } }

/** What a tab says of keeping, and what it knows. */
const said = ({ data, incident, trouble }: SavedStorage) => ({ data, incident, trouble })

const LONG = 'x'.repeat(1_000_000)

const broken = [
  '',
  '{',
  'undefined',
  '{"version":3,"course":{}',
  '\0',
  '[object Object]',
  '"a":'.repeat(9),
  '['.repeat(10_000),
]

const hopeless: unknown[] = [
  null,
  true,
  0,
  'text',
  [],
  [stored({})],
  {},
  { version: 1 },
  { version: '4' },
  { version: null },
  { version: [4] },
  stored({ course: [] }),
  stored({ course: null }),
  stored({ course: { lessons: [] } }),
  stored({ course: { lessons: 'jwt' } }),
  stored({ course: { epoch: -1 } }),
  stored({ course: { epoch: 1.5 } }),
  stored({ course: { epoch: '1' } }),
  stored({ course: { epoch: 1e300 } }),
  stored({ course: { last: 'jwt' } }),
  stored({ course: { last: { value: 1, at: 1 } } }),
  stored({ course: { last: { value: LONG } } }),
  stored({ course: { lessons: { [LONG]: {} } } }),
  inLesson([]),
  inLesson(null),
  stored({ language: 'en' }),
  stored({ language: { value: 'tlh', at: 1 } }),
  stored({ language: { value: ['en'], at: 1 } }),
  stored({ language: { at: 1 } }),
  stored({ language: null }),
  stored({ theme: { value: 'sepia' } }),
  stored({ mode: { value: 'constructor' } }),
]

describe('what cannot be read at all', () => {
  test.each([...broken, ...hopeless.map((value) => JSON.stringify(value))])(
    'is set aside as it was, and told once: %.80j',
    (text) => {
      const storage = new FakeStorage({ [KEY]: text })
      const tab = open(storage)
      expect(tab.data).toEqual(NOTHING)
      expect([tab.incident, tab.trouble]).toEqual(['broken', undefined])
      expect(storage.texts.get(aside(1))).toBe(text)
      const next = open(storage)
      expect([next.incident, next.trouble]).toEqual([undefined, undefined])
    },
  )
})

describe('what can be read in part', () => {
  test.each([
    ['parts that are no list', inTask({ parts: 'it' }), IN_TASK],
    [
      'a part that is no name',
      inTask({ parts: ['before', 1, null, LONG] }),
      { ...NOTHING, progress: { jwt: { clock: { parts: ['before'] } } } },
    ],
    ['a prediction that is none', inTask({ parts: [], prediction: 'ok' }), IN_TASK],
    ['a prediction of nothing', inTask({ parts: [], prediction: {} }), IN_TASK],
    [
      'what came of another kind',
      inTask({ parts: [], prediction: { option: 'ok', came: 401, at: 1 } }),
      { ...NOTHING, progress: { jwt: { clock: { parts: [], prediction: { option: 'ok' } } } } },
    ],
    [
      'a time that is none',
      inTask({ parts: [], prediction: { option: 'ok', at: 'noon' } }),
      { ...NOTHING, progress: { jwt: { clock: { parts: [], prediction: { option: 'ok' } } } } },
    ],
    [
      'parts that are gone from a prediction',
      inTask({ epoch: [], prediction: { option: 'ok' } }),
      { ...NOTHING, progress: { jwt: { clock: { parts: [], prediction: { option: 'ok' } } } } },
    ],
    ['a reading too long', inTask({ parts: [], reading: { text: LONG } }), IN_TASK],
    [
      'a task that is none beside one that is',
      inLesson({ tasks: { read: 7, clock: { parts: [] } } }),
      IN_TASK,
    ],
    [
      'a lesson that is none beside one that is',
      stored({ course: { lessons: { two: [], jwt: { tasks: { clock: { parts: [] } } } } } }),
      IN_TASK,
    ],
    [
      'a place that is none',
      inLesson({ place: { value: 1 }, tasks: { clock: { parts: [] } } }),
      IN_TASK,
    ],
    [
      'a language there is not',
      stored({ language: { value: 'tlh' }, theme: { value: 'dark', at: 1 } }),
      { ...NOTHING, theme: 'dark' },
    ],
    ['no version', { ...inTask({ parts: [] }), version: undefined }, IN_TASK],
  ] satisfies [string, object, SavedData][])(
    '%s is left out, and the rest is there',
    (_, value, data) => {
      const text = JSON.stringify(value)
      const storage = new FakeStorage({ [KEY]: text })
      const tab = open(storage)
      expect(tab.data).toEqual(data)
      expect([tab.incident, tab.trouble]).toEqual(['salvaged', undefined])
      expect(storage.texts.get(aside(1))).toBe(text)
      expect(said(open(storage))).toMatchObject({ data, incident: undefined })
    },
  )
})

describe('what this version does not know', () => {
  const extra = { extra: [1, { deep: null }] }
  const value = stored({
    ...extra,
    theme: { value: 'dark', at: 1, ...extra },
    course: {
      ...extra,
      epoch: 0,
      lessons: {
        jwt: {
          ...extra,
          epoch: 0,
          tasks: {
            clock: {
              ...extra,
              epoch: 0,
              parts: [],
              prediction: { option: 'ok', at: 1, ...extra },
              reading: { text: 'x', at: 1, ...extra },
            },
          },
        },
      },
    },
  })

  test('is no damage, and stays where it is when the rest is written', () => {
    const storage = new FakeStorage({ [KEY]: JSON.stringify(value) })
    const tab = open(storage)
    expect([tab.incident, tab.trouble]).toEqual([undefined, undefined])
    tab.choose({ language: 'ko' })
    tab.advance((progress) => visit(progress, 'jwt', 'story'))
    const written = JSON.parse(storage.texts.get(KEY)!) as unknown
    expect(written).toMatchObject(value)
    expect(written).toMatchObject({ language: { value: 'ko' } })
  })

  test('is the newest there is, when another tab changes it', () => {
    const storage = new FakeStorage({ [KEY]: JSON.stringify(value) })
    const tab = open(storage)
    storage.texts.set(KEY, JSON.stringify({ ...value, extra: 'changed' }))
    tab.choose({ language: 'ko' })
    expect(JSON.parse(storage.texts.get(KEY)!)).toMatchObject({ extra: 'changed' })
  })

  test('and nests too deep to be written again is set aside', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const text = `{"version":3,"deep":${deep},"theme":{"value":"dark","at":1}}`
    const storage = new FakeStorage({ [KEY]: text })
    const tab = open(storage)
    expect(said(tab)).toMatchObject({ data: { theme: 'dark' }, incident: 'salvaged' })
    expect(storage.texts.get(aside(1))).toBe(text)
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'reaches the prototype of nothing: %s',
    (name) => {
      const text = `{"version":3,"${name}":{"polluted":true},"course":{"epoch":0,"lessons":{
        "${name}":{"epoch":0,"tasks":{"${name}":{"epoch":0,"parts":["${name}"]}}}}}}`
      const storage = new FakeStorage({ [KEY]: text })
      const [tab, other] = [open(storage), open(storage)]
      expect(tab.incident).toBeUndefined()
      expect(Object.entries(tab.data.progress)).toEqual([[name, { [name]: { parts: [name] } }]])
      tab.advance((progress) => visit(progress, 'jwt', 'story'))
      tab.enter(name, name)
      tell(other, storage)
      expect(Object.keys(other.data.progress).sort()).toEqual(['jwt', name].sort())
      other.forget({ lesson: name })
      const left = Object.entries(open(storage).data.progress)
      expect(left.filter(([, tasks]) => Object.keys(tasks).length > 0)).toEqual([
        ['jwt', { story: { parts: [] } }],
      ])
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
      expect(Object.prototype).not.toHaveProperty('tasks')
    },
  )

  test('is of no weight however much there is of it', () => {
    const lessons = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at) => [`lesson-${at}`, { epoch: 0, tasks: {} }]),
    )
    const storage = new FakeStorage({
      [KEY]: JSON.stringify(stored({ course: { epoch: 0, lessons }, extra: LONG })),
    })
    const tab = open(storage)
    tab.choose({ theme: 'dark' })
    expect(tab.incident).toBeUndefined()
    expect(storage.texts.get(KEY)!.length).toBeGreaterThan(LONG.length)
  })
})

describe('each incident', () => {
  test('has a slot of its own: what was set aside earlier is never written over', () => {
    const storage = new FakeStorage()
    for (const text of ['{', '[', '"']) {
      storage.texts.set(KEY, text)
      expect(open(storage).incident).toBe('broken')
    }
    expect([1, 2, 3].map((slot) => storage.texts.get(aside(slot)))).toEqual(['{', '[', '"'])
  })

  test('that comes again word for word needs no second slot', () => {
    const storage = new FakeStorage()
    for (let visits = 0; visits < 3; visits++) {
      storage.texts.set(KEY, '{')
      open(storage)
    }
    expect(storage.texts.has(aside(2))).toBe(false)
  })

  test('while the page is open loses nothing that the page knows', () => {
    const storage = new FakeStorage()
    const tab = open(storage)
    tab.choose({ theme: 'dark' })
    storage.texts.set(KEY, '{')
    tell(tab, storage)
    expect(said(tab)).toMatchObject({ incident: 'salvaged', trouble: undefined })
    expect(storage.texts.get(aside(1))).toBe('{')
    expect(said(open(storage))).toMatchObject({ data: { theme: 'dark' }, incident: undefined })
  })

  test('without room to set it aside leaves everything as it was, and says so', () => {
    const text = JSON.stringify(stored({ theme: { value: 'dark', at: 1 }, mode: 7 }))
    const storage = new FakeStorage({ [KEY]: text })
    storage.failing = { quota: text.length + 10 }
    const tab = open(storage)
    expect(said(tab)).toMatchObject({ trouble: 'unreadable', incident: undefined })
    expect(tab.data).toEqual({ ...NOTHING, theme: 'dark' })
    tab.advance((progress) => visit(progress, 'jwt', 'story'))
    tab.flush()
    expect([...storage.texts]).toEqual([[KEY, text]])
    expect(tab.data.progress).toEqual({ jwt: { story: { parts: [] } } })

    storage.failing = {}
    tab.refresh()
    expect(said(tab)).toMatchObject({ trouble: undefined, incident: 'salvaged' })
    expect(storage.texts.get(aside(1))).toBe(text)
    expect(open(storage).data).toEqual(tab.data)
  })

  test('whose slots cannot be read leaves everything as it was', () => {
    const storage = new FakeStorage({ [KEY]: '{' })
    const getItem = storage.getItem.bind(storage)
    storage.getItem = (key) => (key === KEY ? getItem(key) : 'always something else')
    expect(open(storage).trouble).toBe('unreadable')
    expect([...storage.texts]).toEqual([[KEY, '{']])
  })
})

describe('what a newer version wrote', () => {
  test.each([4, 3.5, 99, 1e300])('(version %j) is left alone, and that is said', (version) => {
    const text = JSON.stringify({ version, theme: { value: 'dark', at: 1 }, course: 'elsewhere' })
    const storage = new FakeStorage({ [KEY]: text })
    const tab = open(storage)
    expect(said(tab)).toMatchObject({ data: NOTHING, trouble: 'newer', incident: undefined })
    tab.choose({ theme: 'light' })
    tab.forget({})
    tab.flush()
    expect(tab.data.theme).toBe('light')
    expect([...storage.texts]).toEqual([[KEY, text]])
  })

  test('while the page was open is left alone too', () => {
    const storage = new FakeStorage()
    const tab = open(storage)
    tab.choose({ theme: 'dark' })
    storage.texts.set(KEY, '{"version":4}')
    tell(tab, storage)
    tab.advance((progress) => visit(progress, 'jwt', 'story'))
    expect(said(tab)).toMatchObject({ trouble: 'newer', data: { theme: 'dark' } })
    expect(tab.data.progress).toEqual({ jwt: { story: { parts: [] } } })
    expect([...storage.texts]).toEqual([[KEY, '{"version":4}']])
  })
})

describe('what the first version kept', () => {
  const first = {
    language: 'ko',
    theme: 'dark',
    mode: 'real',
    last: 'jwt',
    places: { jwt: 'clock' },
    progress: {
      jwt: {
        guess: { parts: [], prediction: { option: 'ok', came: 'no' } },
        read: { parts: [], reading: { text: 'nari', came: 'nari' } },
        clock: { parts: ['after', 'before'] },
        story: { parts: [] },
      },
    },
  } satisfies SavedData

  test('is taken over under the key of the path, and the old key is given up', () => {
    const storage = new FakeStorage({ [FIRST_KEY]: JSON.stringify(first) })
    const tab = open(storage)
    expect(tab.data).toEqual(first)
    expect([tab.incident, tab.trouble]).toEqual([undefined, undefined])
    expect([...storage.texts.keys()]).toEqual([KEY])
    expect(open(storage).data).toEqual(first)
  })

  test('is taken over once: what was reset since does not come back with it', () => {
    const storage = new FakeStorage({ [FIRST_KEY]: JSON.stringify(first) })
    open(storage).forget({})
    storage.texts.set(FIRST_KEY, JSON.stringify(first))
    expect(open(storage).data.progress).toEqual({})
    expect(storage.texts.get(FIRST_KEY)).toBe(JSON.stringify(first))
  })

  test('is taken over by one of two copies alone', () => {
    const storage = new FakeStorage({ [FIRST_KEY]: JSON.stringify(first) })
    expect(open(storage, { path: '/a/' }).data).toEqual(first)
    expect(open(storage, { path: '/b/' }).data).toEqual(NOTHING)
  })

  test('stays where it is as long as there is no room for it under the new key', () => {
    const text = JSON.stringify(first)
    const storage = new FakeStorage({ [FIRST_KEY]: text })
    storage.failing = { quota: text.length + 10 }
    expect(said(open(storage))).toMatchObject({ data: first, trouble: 'full' })
    expect([...storage.texts]).toEqual([[FIRST_KEY, text]])
  })

  test('is older than anything chosen since', () => {
    const storage = new FakeStorage({ [FIRST_KEY]: JSON.stringify(first) })
    const tab = open(storage)
    tab.choose({ theme: 'light' })
    expect(open(storage).data.theme).toBe('light')
  })

  test.each([
    ['no JSON', '{"places":', NOTHING, 'broken'],
    ['JSON of another shape', '[1, 2, 3]', NOTHING, 'broken'],
    [
      'a task of another type',
      '{"places":{},"progress":{"jwt":{"clock":7}}}',
      { places: {}, progress: { jwt: {} } },
      'broken',
    ],
    [
      'a language there is not',
      JSON.stringify({ ...first, language: 'fr' }),
      undefined,
      'salvaged',
    ],
    [
      'places that are none',
      '{"places":[],"progress":{"jwt":{"story":{"parts":[]}}}}',
      { places: {}, progress: { jwt: { story: { parts: [] } } } },
      'salvaged',
    ],
    [
      'progress that is none',
      '{"places":{"jwt":"clock"},"progress":null}',
      { places: { jwt: 'clock' }, progress: { jwt: {} } },
      'salvaged',
    ],
  ] satisfies [string, string, SavedData | undefined, string][])(
    'with %s is salvaged, and set aside as it was',
    (_, text, data, incident) => {
      const storage = new FakeStorage({ [FIRST_KEY]: text })
      const { language: __, ...others } = first
      const tab = open(storage)
      expect(said(tab)).toEqual({ data: data ?? others, incident, trouble: undefined })
      expect(storage.texts.get(aside(1))).toBe(text)
      expect(storage.texts.has(FIRST_KEY)).toBe(false)
    },
  )

  test('is not looked at where it bears the number of another version', () => {
    const storage = new FakeStorage({ [FIRST_KEY]: '{"version":7,"progress":{}}' })
    const tab = open(storage)
    tab.choose({ theme: 'dark' })
    expect([tab.incident, tab.trouble]).toEqual([undefined, undefined])
    expect(storage.texts.get(FIRST_KEY)).toBe('{"version":7,"progress":{}}')
  })
})

describe('a browser that keeps nothing', () => {
  test.each([
    ['whose storage may not be touched', { denied: true }, 'unavailable'],
    ['whose storage may not be read', { unreadable: true }, 'unavailable'],
    ['whose storage forgets what it takes', { forgetful: true }, 'unavailable'],
    ['whose storage is full', { quota: 0 }, 'full'],
  ] as const)('%s works until the tab is closed, and says why', (_, failing, trouble) => {
    const storage = new FakeStorage()
    storage.failing = failing
    const tab = open(storage)
    let told = 0
    tab.onChange = () => told++
    tab.choose({ theme: 'dark' })
    tab.enter('jwt', 'clock')
    tab.advance((progress) => visit(progress, 'jwt', 'story'))
    tab.forget({ lesson: 'first-steps' })
    tab.hear({ key: null, newValue: null })
    tab.flush()
    expect(said(tab)).toMatchObject({ trouble, data: { theme: 'dark', last: 'jwt' } })
    expect(told).toBeGreaterThan(0)

    storage.failing = {}
    tab.refresh()
    expect(tab.trouble).toBeUndefined()
    expect(open(storage).data).toEqual(tab.data)
  })

  test.each([null, undefined])('and has %j for a storage works too', (nothing) => {
    const storage = new FakeStorage()
    Object.assign(storage, { open: () => nothing })
    const tab = open(storage)
    tab.choose({ theme: 'dark' })
    expect(said(tab)).toMatchObject({ trouble: 'unavailable', data: { theme: 'dark' } })
  })
})
