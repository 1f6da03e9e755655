/** Which points of a step's code a request ran through: told for each request by itself. */

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../server/security/index.ts'
import type { Trace } from '../../../server/security/trace.ts'
import type { Ran } from '../../../server/stage/recorder.ts'
import { stepHost } from '../../../server/stage/step-host.ts'
import { type WatchedApp, watchedHost } from '../../../server/stage/watched-host.ts'

const hostOf = (app: WatchedApp) =>
  watchedHost(app, (made, refused) =>
    stepHost(made, { title: 'x', docsScript: 'docs.js', refused }),
  )

async function ranOf(host: ReturnType<typeof hostOf>, path: string) {
  const trace: Trace = []
  const response = await host.fetch(new Request(`http://localhost${path}`), { trace })
  return { ran: trace.filter(({ kind }) => kind === 'ran'), text: await response.text() }
}

test('requests that take turns in one server do not mix what they ran', async () => {
  const gates = new Map<string, () => void>()
  const reached: string[] = []
  const host = hostOf(async (ran) =>
    new Hono().get('/:n', async (c) => {
      const number = Number(c.req.param('n'))
      ran(number)
      reached.push(c.req.param('n'))
      await new Promise<void>((go) => gates.set(c.req.param('n'), go))
      ran(number + 100)
      return c.text('done')
    }),
  )
  const answers = ['1', '2', '3'].map((n) => ranOf(host, `/${n}`))
  await expect.poll(() => reached).toHaveLength(3)
  for (const n of ['2', '3', '1']) gates.get(n)!()
  expect((await Promise.all(answers)).map(({ ran }) => ran)).toEqual([
    [{ kind: 'ran', points: [1, 101] }],
    [{ kind: 'ran', points: [2, 102] }],
    [{ kind: 'ran', points: [3, 103] }],
  ])
})

test('a server that is asked one thing at a time remembers what it keeps', async () => {
  const host = hostOf(async (ran) => {
    let count = 0
    return new Hono().get('/', (c) => {
      ran(0)
      count += 1
      return c.text(String(count))
    })
  })
  const texts: string[] = []
  for (let n = 0; n < 3; n++) texts.push((await ranOf(host, '/')).text)
  expect(texts).toEqual(['1', '2', '3'])
})

test('nothing is told where nothing ran', async () => {
  const host = hostOf(async () => new Hono().get('/', (c) => c.text('x')))
  expect((await ranOf(host, '/')).ran).toEqual([])
})

test('without a trace the answer is the same', async () => {
  const host = hostOf(async (ran) => new Hono().get('/', (c) => c.text(String(ran(0)))))
  expect(await (await host.fetch(new Request('http://localhost/'))).text()).toBe('0')
})

describe('a guard', () => {
  const guarded = (guard: (ran: Ran) => Parameters<Hono['use']>[1]) =>
    hostOf(async (ran) =>
      new Hono().get(
        '/',
        ran.route(0, ran.guard(1, guard(ran))),
        ran.route(0, (c) => c.text(String(ran(9)))),
      ),
    )

  test('that lets a request pass ran, and so did the route', async () => {
    const host = guarded(() => async (_, next) => next())
    expect((await ranOf(host, '/')).ran).toEqual([{ kind: 'ran', points: [0, 1, 9] }])
  })

  test.each<[string, (ran: Ran) => Parameters<Hono['use']>[1]]>([
    [
      'throws',
      () => () => {
        throw new Refusal(401, 'no', { because: 'user-unknown' })
      },
    ],
    [
      'throws later',
      () => async () => {
        await Promise.resolve()
        throw new Refusal(401, 'no', { because: 'user-unknown' })
      },
    ],
    ['answers by itself', () => async (c) => c.text('no', 401)],
    ['answers by itself at once', () => (c) => c.text('no', 401) as never],
  ])('that %s is what refused', async (_, guard) => {
    expect((await ranOf(guarded(guard), '/')).ran).toEqual([
      { kind: 'ran', points: [0], refused: 1 },
    ])
  })

  test('within which a statement refused leaves that to the statement', async () => {
    const host = guarded((ran) => () => {
      throw ran.threw(ran(5), new Refusal(401, 'no', { because: 'user-unknown' }))
    })
    expect((await ranOf(host, '/')).ran).toEqual([{ kind: 'ran', points: [0, 5], refused: 5 }])
  })

  test('is not to blame for what comes after it', async () => {
    const host = hostOf(async (ran) =>
      new Hono().get(
        '/',
        ran.guard(1, async (_: unknown, next: () => Promise<void>) => next()),
        () => {
          throw ran.threw(ran(7), new Error('broken'))
        },
      ),
    )
    expect((await ranOf(host, '/')).ran).toEqual([{ kind: 'ran', points: [1, 7], refused: 7 }])
  })

  test('has its name still, and what was hung on it', async () => {
    const part = Symbol('part')
    const guard = Object.assign(function named() {}, { [part]: 'x' })
    let watched: unknown
    await ranOf(
      hostOf(async (ran) => {
        watched = ran.guard(0, guard)
        return new Hono()
      }),
      '/',
    )
    expect(watched).not.toBe(guard)
    const { name, length, [part]: told } = watched as typeof guard
    expect([name, length, told]).toEqual(['named', 0, 'x'])
  })

  test.each(['text', { a: 1 }, undefined])('that is none, %j, stays what it is', async (value) => {
    let kept: unknown
    await ranOf(
      hostOf(async (ran) => {
        kept = ran.guard(0, value)
        return new Hono()
      }),
      '/',
    )
    expect(kept).toBe(value)
  })
})
