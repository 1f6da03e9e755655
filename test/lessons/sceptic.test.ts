/** Every task of every lesson, looked at as a sceptic: what shows no skill ticks nothing. */

import { compare } from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Sceptic } from '../../lessons/walk.ts'
import { useBcrypt } from '../../server/security/password.ts'
import { advance, isDone, lostPart, type Progress, tasksOf } from '../../web/state/progress.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { exchangeOf } from '../support/exchange.ts'
import { type Walked, walked } from '../support/walked.ts'
import { Walker } from '../support/walker.ts'

const cases = import.meta.glob<Sceptic>('../../lessons/*/sceptic.ts', {
  eager: true,
  import: 'default',
})

/** What the lesson itself says to a sceptic. */
const scepticOf = ({ folder }: Lesson): Sceptic => cases[`../../lessons/${folder}/sceptic.ts`] ?? {}

const walks = new Map<Lesson, Walked>()

beforeAll(async () => {
  useBcrypt(cheapBcrypt())
  for (const lesson of lessons) walks.set(lesson, await walked(lesson))
}, 60_000)
afterAll(() => useBcrypt(compare))

/** What a page's parts, prediction or reading came to, when a changed journal is gone through again. */
function afterwards(lesson: Lesson, change: (exchange: Exchange) => Exchange): Progress {
  const { journal, before } = walks.get(lesson)!
  const changed: Exchange[] = []
  return journal.reduce<Progress>((progress, exchange, at) => {
    changed.push(change(exchange))
    return advance(withAnswers(progress, before[at]!), lesson, changed)
  }, {})
}

/** What is known, with what was predicted and read until then. */
function withAnswers(progress: Progress, before: Progress): Progress {
  const added = { ...progress }
  for (const [slug, tasks] of Object.entries(before)) {
    for (const [id, { prediction, reading }] of Object.entries(tasks)) {
      const known = added[slug]?.[id] ?? { parts: [] }
      const told = prediction && !known.prediction && { prediction: { option: prediction.option } }
      const read = reading && !known.reading && { reading: { text: reading.text } }
      added[slug] = { ...added[slug], [id]: { ...known, ...told, ...read } }
    }
  }
  return added
}

/** Progress without code tasks: a run of all their checks proves them, and no exchange by itself. */
function byExchanges(lesson: Lesson, progress: Progress): Progress {
  const code = tasksOf(lesson).filter(({ kind }) => kind === 'code')
  const tasks = Object.entries(progress[lesson.slug] ?? {})
  const rest = tasks.filter(([id]) => !code.some((task) => task.id === id))
  return { ...progress, [lesson.slug]: Object.fromEntries(rest) }
}

/** The pages of a lesson that something proved done, or begun. */
function proved(lesson: Lesson, progress: Progress): string[] {
  const tasks = progress[lesson.slug] ?? {}
  return Object.entries(tasks)
    .filter(
      ([, { parts, prediction, reading }]) =>
        parts.length > 0 || prediction?.came !== undefined || reading?.came !== undefined,
    )
    .map(([id]) => id)
}

const rows = lessons.map((lesson) => ({ slug: lesson.slug, lesson }))

describe.each(rows)('$slug', ({ lesson }) => {
  test('is done by its walk', () => {
    const { progress } = walks.get(lesson)!
    const open = tasksOf(lesson).filter((task) => !isDone(task, progress[lesson.slug]?.[task.id]))
    expect(open.map(({ id }) => id)).toEqual([])
    expect(afterwards(lesson, (exchange) => exchange)).toEqual(byExchanges(lesson, progress))
  })

  test.each<[string, (exchange: Exchange) => Exchange]>([
    ['sent from no page', (exchange) => ({ ...exchange, page: '' })],
    ['sent from another page', (exchange) => ({ ...exchange, page: 'recap' })],
    [
      'answered by a page of some other server',
      (exchange) => ({
        ...exchange,
        trace: [],
        response: { ...exchange.response, status: 404, body: '<h1>Not found</h1>' },
      }),
    ],
    [
      'answered by a host that broke',
      (exchange) => ({
        ...exchange,
        trace: [],
        response: { ...exchange.response, status: 500, body: 'Internal Server Error' },
      }),
    ],
    [
      'answered by a proxy',
      (exchange) => ({
        ...exchange,
        trace: [],
        response: { ...exchange.response, status: 502, body: '' },
      }),
    ],
  ])('what is %s ticks no part of a task', (_, change) => {
    const pages = proved(lesson, afterwards(lesson, change))
    const parts = lesson.pages.filter(({ kind }) => kind === 'wire' || kind === 'break')
    const ticked = parts.filter(({ id }) => pages.includes(id)).map(({ id }) => id)
    const { answeredByAnybody = [] } = scepticOf(lesson)
    expect(ticked.filter((id) => !answeredByAnybody.includes(id))).toEqual([])
  })

  test('what an attack sends ticks only where attacks are played', () => {
    const all = afterwards(lesson, (exchange) => ({ ...exchange, origin: 'attack' }))
    const others = lesson.pages.filter(({ kind }) => kind !== 'break').map(({ id }) => id)
    expect(proved(lesson, all).filter((id) => others.includes(id))).toEqual([])
  })

  test('what each page brings, sent as it is, does no task', async () => {
    const walker = new Walker(lesson)
    let brought = lesson.firstRequest
    for (const { id, kind, request } of lesson.pages) {
      brought = request ?? brought
      // A prediction cannot be sent before it is made.
      if (kind !== 'predict') await walker.send(brought, id)
    }
    const done = tasksOf(lesson).filter((task) =>
      isDone(task, walker.progress[lesson.slug]?.[task.id]),
    )
    expect(walker.journal).not.toEqual([])
    expect(done.map(({ id }) => id)).toEqual([])
  })

  test('no request that is offered finishes a prediction that was not made', async () => {
    for (const page of lesson.pages.filter(({ kind }) => kind === 'predict' || kind === 'decode')) {
      for (const draft of Object.values(lesson.requests)) {
        const exchange = await exchangeOf(lesson, draft, { page: page.id })
        expect(isDone(page, advance({}, lesson, [exchange])[lesson.slug]?.[page.id])).toBe(false)
      }
    }
  })

  test('no part is open for good once the journal is gone: the one to begin with is named', () => {
    const { journal, progress } = walks.get(lesson)!
    for (const page of lesson.pages) {
      if (page.kind !== 'wire' && page.kind !== 'break') continue
      const own = journal.filter((exchange) => exchange.page === page.id)
      for (const [index, part] of page.parts.entries()) {
        // All before it was ticked, and then the page was loaded anew.
        const parts = page.parts.slice(0, index).map(({ id }) => id)
        const needs = lostPart(page, { parts }, [])
        const standsAlone = own.some((exchange) => part.done([exchange]))
        // The frame of a played attack asks for a login by itself.
        const isPlayed = page.kind === 'break' && page.play !== undefined
        expect(needs !== undefined, `${page.id}: ${part.id}`).toBe(!standsAlone && !isPlayed)
        if (!needs) continue
        expect(parts).toContain(needs.part)
        if (needs.request) expect(lesson.requests).toHaveProperty(needs.request)
        expect(lostPart(page, progress[lesson.slug]![page.id], journal)).toBeUndefined()
      }
    }
  })
})

describe.each(rows)('$slug', ({ lesson }) => {
  test('a task that is done in several steps names what each step builds on', () => {
    const named = lesson.pages.flatMap((page) =>
      page.kind === 'wire' || page.kind === 'break'
        ? page.parts.flatMap(({ id, needs }) =>
            needs ? [`${page.id}: ${id} after ${needs.part}`] : [],
          )
        : [],
    )
    expect(named).toEqual(scepticOf(lesson).buildsOn ?? [])
  })
})
