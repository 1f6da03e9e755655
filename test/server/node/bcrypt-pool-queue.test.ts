/** Logins before the threads that compare: who waits, how long, for whom, and what is compared at all. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bcryptQueue } from '../../../server/node/bcrypt-queue.ts'
import { Refusal } from '../../../server/security/index.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A queue before threads in which each comparison takes so long; `secret` is everybody's password. */
function queue({ threads = 1, takes = 250 }: { threads?: number; takes?: number } = {}) {
  const compared: string[] = []
  const pace = { takes }
  const compare = bcryptQueue({
    threads,
    run: async (password, hash) => {
      compared.push(`${password} ${hash}`)
      await new Promise((resolve) => setTimeout(resolve, pace.takes))
      if (password === 'broken') throw new Error('no thread')
      return password === 'secret'
    },
  })
  return { compared, compare, pace }
}

interface End {
  /** Milliseconds after it began. */
  after: number
  answer: boolean | number | string
}

/** How a login ends: with a yes or no, a refusal's status and reason, or an error. */
async function end(login: Promise<boolean>): Promise<End> {
  const since = performance.now()
  const answer = await login.catch((error: unknown) =>
    error instanceof Refusal ? `${error.status} ${error.because.join()}` : String(error),
  )
  return { after: performance.now() - since, answer }
}

const BUSY = '503 logins-waiting'
const GONE = '503 client-gone'

/** Lets all logins come to their ends. */
async function ends(logins: Promise<boolean>[]): Promise<End[]> {
  const all = Promise.all(logins.map(end))
  await vi.runAllTimersAsync()
  return all
}

/** So many logins of different people, each with a password of its own. */
const crowd = (count: number, compare: ReturnType<typeof bcryptQueue>) =>
  Array.from({ length: count }, (_, i) => compare(`password ${i}`, 'hash', { name: `user ${i}` }))

describe('a wait is bounded by the time it is expected to take', () => {
  test('of forty at once with different passwords, nine are compared and the rest hear 503 at once', async () => {
    const { compare, compared } = queue()
    const all = await ends(crowd(40, compare))
    expect(all.slice(0, 9)).toEqual(
      Array.from({ length: 9 }, (_, i) => ({ after: 250 * (i + 1), answer: false })),
    )
    expect(all.slice(9)).toEqual(Array.from({ length: 31 }, () => ({ after: 0, answer: BUSY })))
    expect(compared).toHaveLength(9)
  })

  test('more threads take more', async () => {
    const { compare, compared } = queue({ threads: 3 })
    const all = await ends(crowd(40, compare))
    expect(compared).toHaveLength(27)
    expect(Math.max(...all.map(({ after }) => after))).toBe(2_250)
  })

  test('what comparisons took of late counts: quick ones let more wait', async () => {
    const { compare, pace } = queue({ takes: 20 })
    for (let i = 0; i < 30; i++) await ends([compare(`${i}`, 'hash')])
    pace.takes = 20
    const all = await ends(crowd(95, compare))
    expect(all.filter(({ answer }) => answer === BUSY)).toEqual([])
  })

  test('and slow ones fewer', async () => {
    const { compare } = queue({ takes: 900 })
    for (let i = 0; i < 30; i++) await ends([compare(`${i}`, 'hash')])
    const all = await ends(crowd(40, compare))
    expect(all.filter(({ answer }) => answer === false)).toHaveLength(2)
  })

  test('the nearer a comparison is to its end, the less it counts', async () => {
    const { compare } = queue({ takes: 1_500 })
    for (let i = 0; i < 30; i++) await ends([compare(`${i}`, 'hash')])
    const first = compare('first', 'hash')
    expect((await end(compare('at once', 'hash'))).answer).toBe(BUSY)
    await vi.advanceTimersByTimeAsync(600)
    expect(await ends([first, compare('later', 'hash')])).toEqual([
      { after: 900, answer: false },
      { after: 2_400, answer: false },
    ])
  })

  test('with a thread free, nobody is refused, however slow the last one was', async () => {
    const { compare } = queue({ takes: 60_000 })
    await ends([compare('a', 'hash')])
    const [login] = await ends([compare('b', 'hash')])
    expect(login).toEqual({ after: 60_000, answer: false })
  })

  test('who waits longer than expected is refused in time, and is compared no more', async () => {
    const { compare, compared } = queue({ takes: 1_500 })
    const all = await ends(crowd(8, compare))
    expect(all).toEqual([
      { after: 1_500, answer: false },
      // Begun in time, it is brought to its end.
      { after: 3_000, answer: false },
      ...Array.from({ length: 6 }, () => ({ after: 2_250, answer: BUSY })),
    ])
    expect(compared).toHaveLength(2)
  })

  test('a refusal says when to come again, and to the trace alone how many wait', async () => {
    const { compare } = queue()
    const logins = crowd(40, compare)
    const same = Array.from({ length: 4 }, () => compare('password 3', 'hash', { name: 'user 3' }))
    const refused = await logins[20]!.catch((error: unknown) => error as Refusal)
    await ends([...logins, ...same])
    expect(refused).toMatchObject({ because: ['logins-waiting'], facts: { logins: 9 } })
    const late = (await compare('x', 'hash', { signal: AbortSignal.abort() }).catch(
      (error: unknown) => error,
    )) as Refusal
    expect(late.because).toEqual(['client-gone'])
    const response = (refused as Refusal).getResponse()
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('1')
    expect(await response.json()).toEqual({ detail: 'Too many logins at once' })
  })
})

describe('what nobody waits for is not compared', () => {
  test('after thirty whose clients went away, the next is answered as if they had not come', async () => {
    const { compare, compared } = queue({ threads: 4 })
    const clients = Array.from({ length: 30 }, () => new AbortController())
    const gone = clients.map(({ signal }, i) =>
      end(compare(`password ${i}`, 'hash', { name: `user ${i}`, signal })),
    )
    for (const client of clients) client.abort()
    const [next] = await ends([compare('secret', 'hash', { name: 'next' })])
    // The four that had begun take their time; nothing that waited is in the way.
    expect(next).toEqual({ after: 500, answer: true })
    expect(compared).toHaveLength(5)
    expect((await Promise.all(gone)).map(({ answer }) => answer)).toEqual(Array(30).fill(GONE))
  })

  test('nor what comes when its client is gone already', async () => {
    const { compare, compared } = queue()
    const [login] = await ends([compare('secret', 'hash', { signal: AbortSignal.abort() })])
    expect(login).toEqual({ after: 0, answer: GONE })
    expect(compared).toEqual([])
  })

  test('but what somebody else still waits for is', async () => {
    const { compare, compared } = queue()
    const client = new AbortController()
    void end(compare('first', 'hash'))
    const left = end(compare('secret', 'hash', { name: 'a', signal: client.signal }))
    const stays = compare('secret', 'hash', { name: 'a' })
    client.abort()
    expect(await ends([stays])).toEqual([{ after: 500, answer: true }])
    expect((await left).answer).toBe(GONE)
    expect(compared).toEqual(['first hash', 'secret hash'])
  })

  test('a client that goes when its comparison runs, or after its answer, disturbs nobody', async () => {
    const { compare, compared } = queue()
    const client = new AbortController()
    const { signal } = client
    const left = end(compare('secret', 'hash', { name: 'a', signal }))
    const next = compare('secret', 'hash', { name: 'b' })
    client.abort()
    expect(await ends([next])).toEqual([{ after: 500, answer: true }])
    expect(await left).toEqual({ after: 0, answer: GONE })
    const later = new AbortController()
    expect(await ends([compare('x', 'hash', { signal: later.signal })])).toHaveLength(1)
    later.abort()
    expect(compared).toHaveLength(3)
  })
})

describe('equal logins that wait together are compared once', () => {
  test('a class of forty that logs in as one user all gets in', async () => {
    const { compare, compared } = queue()
    const login = () => compare('secret', 'hash', { name: 'johndoe' })
    const all = await ends(Array.from({ length: 40 }, login))
    expect(all).toEqual(Array.from({ length: 40 }, () => ({ after: 250, answer: true })))
    expect(compared).toEqual(['secret hash'])
  })

  test('also when others stand before them', async () => {
    const { compare, compared } = queue()
    const others = crowd(5, compare)
    const login = () => compare('secret', 'hash', { name: 'johndoe' })
    const all = await ends([...others, ...Array.from({ length: 40 }, login)])
    expect(all.slice(5)).toEqual(Array.from({ length: 40 }, () => ({ after: 1_500, answer: true })))
    expect(compared).toHaveLength(6)
  })

  test('and in a full row, one more of them is no more work', async () => {
    const { compare } = queue()
    const others = crowd(40, compare)
    const [login, ...refused] = await ends([
      compare('password 7', 'hash', { name: 'user 7' }),
      ...others,
    ])
    expect(login!.answer).toBe(false)
    expect(refused.filter(({ answer }) => answer === BUSY)).toHaveLength(31)
  })

  test.each<[what: string, other: Parameters<ReturnType<typeof bcryptQueue>>]>([
    ['password', ['Secret', 'hash', { name: 'johndoe' }]],
    ['hash', ['secret', 'hash 2', { name: 'johndoe' }]],
    // The hash that stands for all unknown users must not make two of them quicker than two known ones.
    ['name', ['secret', 'hash', { name: 'nobody' }]],
    ['name, of which there is none', ['secret', 'hash', {}]],
  ])('but not with another %s', async (_, other) => {
    const { compare, compared } = queue()
    await ends([compare('secret', 'hash', { name: 'johndoe' }), compare(...other)])
    expect(compared).toHaveLength(2)
  })

  test('nor with what has been answered: nothing is remembered', async () => {
    const { compare, compared } = queue()
    await ends([compare('secret', 'hash', { name: 'johndoe' })])
    await ends([compare('secret', 'hash', { name: 'johndoe' })])
    expect(compared).toHaveLength(2)
  })

  test('a thread that fails fails all who wait for it, and nobody else', async () => {
    const { compare } = queue()
    const [first, second, other] = await ends([
      compare('broken', 'hash', { name: 'a' }),
      compare('broken', 'hash', { name: 'a' }),
      compare('secret', 'hash', { name: 'b' }),
    ])
    expect([first!.answer, second!.answer]).toEqual(['Error: no thread', 'Error: no thread'])
    expect(other!.answer).toBe(true)
  })
})
