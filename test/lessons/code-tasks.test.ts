/** The lessons' code tasks: what they begin with falls, ours and other right ways hold, and wrong ways are told why. */

import { compare } from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { useBcrypt } from '../../server/security/password.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { checked, codeWorkOf, type Edit, edited, waysOf } from '../support/code-task.ts'

const tasks = await Promise.all(
  lessons.flatMap((lesson) =>
    lesson.pages
      .filter((page) => page.kind === 'code')
      .map(async (task) => ({
        name: `${lesson.slug}/${task.id}`,
        lesson,
        task,
        work: await codeWorkOf(lesson, task),
        ways: waysOf[lesson.slug]?.[task.id] ?? { right: {}, wrong: {} },
      })),
  ),
)

// What a learner's code throws is told on the console of a worker, and there is none here.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  useBcrypt(cheapBcrypt())
})
afterAll(() => {
  vi.restoreAllMocks()
  useBcrypt((password, hash) => compare(password, hash))
})

describe.each(tasks)('$name', ({ lesson, task, work, ways }) => {
  const { start, solution, checks } = work
  const ids = checks.map(({ id }) => id)
  const runs = new Map<string, Promise<string[]>>()
  /** The ids of the checks that a text falls at. */
  const fallen = (text: string) => {
    const run =
      runs.get(text) ??
      checked(lesson, task, checks, text).then((results) =>
        results.filter(({ holds }) => !holds).map(({ id }) => id),
      )
    runs.set(text, run)
    return run
  }
  const fallenWith = (edits: readonly Edit[]) => fallen(edited(start, task.region, edits))

  test('begins with the region that it is about', () => {
    expect(start.regions.map(({ name }) => name)).toContain(task.region)
  })

  test('what is there at the start does not hold', async () => {
    expect(await fallen(start.text)).not.toEqual([])
  })

  test('ours holds', async () => {
    expect(await fallen(solution)).toEqual([])
  })

  test('two other right ways are tried at least, and four wrong ones', () => {
    expect(Object.keys(ways.right).length).toBeGreaterThanOrEqual(2)
    expect(Object.keys(ways.wrong).length).toBeGreaterThanOrEqual(4)
  })

  test.each(Object.entries(ways.right))('right: %s', async (_, edits) => {
    expect(await fallenWith(edits)).toEqual([])
  })

  test.each(Object.entries(ways.wrong))('wrong: %s', async (_, { falls, edits }) => {
    expect((await fallenWith(edits))[0]).toBe(falls)
  })

  test('each check is one that something falls at', async () => {
    const wrong = Object.values(ways.wrong).map(({ edits }) => edits)
    const fell = await Promise.all([[], ...wrong].map(fallenWith))
    expect(ids.filter((id) => !fell.flat().includes(id))).toEqual([])
  })
})

test('what is tried belongs to a task', () => {
  const named = Object.entries(waysOf).flatMap(([slug, byTask]) =>
    Object.keys(byTask).map((id) => `${slug}/${id}`),
  )
  expect(named.filter((name) => !tasks.some((task) => task.name === name))).toEqual([])
})
