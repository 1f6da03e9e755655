/** The bench: what is sent from it, what it shows, and for which page that counts. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import type { Lesson, LessonPage, PredictTask } from '../../../lessons/lesson.ts'
import type { Responder } from '../../../web/state/responder.ts'
import { StageFailure } from '../../../web/stage/stage-failure.ts'
import type { Sent } from '../../../web/stage/send.ts'
import { isReloaded } from '../../../web/state/bench-facts.ts'
import type { Workbench } from '../../../web/state/workbench.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { eventually } from '../../support/eventually.ts'
import { visitTo, workbenchWith } from './support/state.ts'

const draft: RequestDraft = { server: 'api', method: 'GET', path: '/', headers: [], body: '' }

const answered = () => true

const lesson: Lesson = {
  slug: 'first',
  folder: '1-first',
  minutes: 2,
  servers: { api: { path: 'api', app: 'app', gates: {} } },
  requests: { start: draft },
  firstRequest: 'start',
  pages: [
    { kind: 'wire', id: 'one', parts: [{ id: 'it', done: (journal) => journal.some(answered) }] },
    { kind: 'reading', id: 'story', request: 'start' },
    { kind: 'wire', id: 'two', parts: [{ id: 'it', done: (journal) => journal.some(answered) }] },
  ],
  flow: { participants: [], steps: [] },
  detectors: [],
}

const one = visitTo(lesson, 'one')
const story = visitTo(lesson, 'story')
const two = visitTo(lesson, 'two')

const sent: Sent = exchangeWith({ lesson: 'first' })

const benchWith = (send: Responder['send'] = async () => sent) => {
  const { workbench: bench, saved, progress } = workbenchWith(send)
  return { bench, saved, progress }
}

describe('an exchange', () => {
  test('ticks the task of the page it was sent from, and no other', async () => {
    const { bench, saved } = benchWith()
    bench.enter(one)
    expect((await bench.send())?.map(({ id }) => id)).toEqual(['one'])
    expect(bench.journal.exchanges.map(({ id, page }) => [id, page])).toEqual([[1, 'one']])
    expect(saved.data.progress).toEqual({ first: { one: { parts: ['it'] } } })
  })

  test('sent from a page to read ticks nothing', async () => {
    const { bench } = benchWith()
    bench.enter(story)
    expect(await bench.send()).toEqual([])
  })

  test('of the docs page counts for the page that is open', () => {
    const { bench } = benchWith()
    bench.enter(two)
    expect(bench.add({ ...sent, origin: 'docs' }).map(({ id }) => id)).toEqual(['two'])
  })

  test('counts for the page it was sent from, though another is open when its answer comes', async () => {
    let answer: ((sent: Sent) => void) | undefined
    const { bench } = benchWith(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    bench.enter(one)
    const ticked = bench.send()
    bench.enter(two)
    await eventually(() => expect(answer).toBeDefined())
    answer!(sent)
    expect((await ticked)?.map(({ id }) => id)).toEqual(['one'])
    expect(bench.journal.exchanges[0]!.page).toBe('one')
  })
})

describe('a page that is opened', () => {
  const recap: LessonPage = { kind: 'reading', id: 'recap' }
  const second: Lesson = {
    ...lesson,
    slug: 'second',
    requests: { start: { ...draft, path: '/second' } },
    pages: [recap],
  }

  test('in another lesson has that lesson’s request, though it names none and the server is called alike', () => {
    const { bench } = benchWith()
    bench.enter(one)
    bench.enter(visitTo(second))
    expect(bench.draft.path).toBe('/second')
    bench.enter(one)
    expect(bench.draft).toEqual(draft)
  })

  test('in the same lesson keeps what was written, where it has no request of its own', () => {
    const { bench } = benchWith()
    bench.enter(story)
    bench.edit({ ...draft, path: '/mine' })
    bench.enter(two)
    expect(bench.draft.path).toBe('/mine')
    bench.enter(story)
    expect(bench.draft).toEqual(draft)
  })

  test('shows no problem of a request from the page before, even one found while it was opened', async () => {
    const { bench } = benchWith()
    bench.enter(one)
    bench.edit({ ...draft, path: 'no slash' })
    await bench.send()
    expect(bench.composer.problem?.code).toBe('path-no-slash')
    bench.enter(two)
    expect(bench.composer.problem).toBeUndefined()
    bench.edit({ ...draft, path: 'no slash' })
    const sending = bench.send()
    bench.enter(story)
    await sending
    expect(bench.composer.problem).toBeUndefined()
    expect(bench.journal.exchanges).toEqual([])
  })
})

describe('a lesson that was worked on before the page was loaded', () => {
  test.each([
    { kept: {}, is: false },
    { kept: { one: { parts: [] } }, is: false },
    { kept: { one: { parts: ['it'] } }, is: true },
    { kept: { one: { parts: [], prediction: { option: 'a' } } }, is: false },
    { kept: { one: { parts: [], prediction: { option: 'a', came: '' } } }, is: true },
    { kept: { one: { parts: [], reading: { text: 'a', came: 'b' } } }, is: true },
  ])('is known by what was proved in it: $kept, $is', ({ kept, is }) => {
    const { bench, saved } = benchWith()
    saved.advance(() => ({ first: kept }))
    bench.enter(story)
    expect(isReloaded(bench)).toBe(is)
  })

  test('is one no more once something was sent, though the journal is emptied', async () => {
    const { bench, saved } = benchWith()
    saved.advance(() => ({ first: { one: { parts: ['it'] } } }))
    bench.enter(story)
    await bench.send()
    expect(isReloaded(bench)).toBe(false)
    bench.clear()
    expect(isReloaded(bench)).toBe(false)
  })
})

describe('what cannot be sent leaves the last answer where it is', () => {
  const wrong: Partial<RequestDraft>[] = [
    { method: '' },
    { method: 'a b' },
    { method: 'TRACE' },
    { method: 'post' },
    { method: 'BREW' },
    { path: 'x' },
    { path: '/#x' },
    { path: '/a b' },
    { path: `/${'x'.repeat(13_000)}` },
    { headers: [['', 'x']] },
    { headers: [['a b', 'x']] },
    { headers: [['x', 'a\nb']] },
    { headers: [['x', '가나다']] },
    { headers: [['x', '1'], ['X', '2']] }, // oxfmt-ignore
    { headers: [['x', 'x'.repeat(13_000)]] },
    { body: 'a=1' },
  ]

  test.each(wrong)('%j', async (part) => {
    const { bench } = benchWith()
    bench.enter(one)
    await bench.send()
    const { shown } = bench
    expect(shown).toBeDefined()
    bench.edit({ ...draft, ...part })
    await bench.send()
    expect(bench.composer.problem).toBeDefined()
    expect(bench.shown).toBe(shown)
    expect(bench.failed).toBeUndefined()
    expect(bench.journal.exchanges).toHaveLength(1)
  })
})

describe('a server that is too busy with logins', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** The server's own 503, which would tick and judge everything here if it counted. */
  const busy: Sent = exchangeWith({
    lesson: 'first',
    mode: 'real',
    response: { status: 503, headers: [['retry-after', '2']] },
    trace: [
      {
        kind: 'refused',
        status: 503,
        detail: 'Too many logins at once',
        because: ['logins-waiting'],
        facts: { logins: 9 },
      },
    ],
  })

  /** A server that is busy so many times, and then answers. */
  function answersAfter(times: number) {
    const send = vi.fn(async (_draft: RequestDraft) => sent)
    for (let i = 0; i < times; i++) send.mockResolvedValueOnce(busy)
    return send
  }

  test('is asked again until it answers, and only that counts', async () => {
    const send = answersAfter(2)
    const { bench, saved } = benchWith(send)
    bench.enter(one)
    const ticked = bench.send()
    await vi.advanceTimersByTimeAsync(0)
    expect(bench.busy).toEqual({ logins: 9, seconds: 2 })
    expect(bench.sending).toBe(true)
    expect(bench.journal.exchanges).toEqual([])
    expect(saved.data.progress).toEqual({})
    await vi.advanceTimersByTimeAsync(1_999)
    expect(send).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(2_001)
    expect((await ticked)?.map(({ id }) => id)).toEqual(['one'])
    expect(send).toHaveBeenCalledTimes(3)
    expect(bench.journal.exchanges).toHaveLength(1)
    expect(bench.busy).toBeUndefined()
    expect(bench.sending).toBe(false)
  })

  test('gets the same request again, whatever is written meanwhile', async () => {
    const send = answersAfter(1)
    const { bench } = benchWith(send)
    bench.enter(one)
    const ticked = bench.send()
    await vi.advanceTimersByTimeAsync(0)
    bench.edit({ ...draft, path: '/other' })
    await vi.advanceTimersByTimeAsync(2_000)
    await ticked
    expect(send.mock.calls.map(([asked]) => asked)).toEqual([draft, draft])
  })

  test('is left alone when the learner gives up, and nothing counts', async () => {
    const send = answersAfter(1)
    const { bench, saved } = benchWith(send)
    bench.enter(one)
    const ticked = bench.send()
    await vi.advanceTimersByTimeAsync(0)
    bench.cancel()
    expect(await ticked).toBeUndefined()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(send).toHaveBeenCalledTimes(1)
    expect(bench.journal.exchanges).toEqual([])
    expect(saved.data.progress).toEqual({})
    expect(bench.failed).toBe('cancelled')
    expect(bench.busy).toBeUndefined()
    expect((await bench.send())?.map(({ id }) => id)).toEqual(['one'])
  })

  test('and then goes away is one that does not answer', async () => {
    const send = answersAfter(1)
    const { bench } = benchWith(send)
    bench.enter(one)
    const ticked = bench.send()
    await vi.advanceTimersByTimeAsync(0)
    send.mockRejectedValueOnce(new TypeError('gone'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await ticked).toBeUndefined()
    expect(bench.failed).toBe('browser')
    expect(bench.busy).toBeUndefined()
  })
})

test('a page to read is done as soon as it is opened', () => {
  const { bench, saved } = benchWith()
  bench.enter(one)
  expect(saved.data.progress).toEqual({})
  bench.enter(story)
  expect(saved.data.progress).toEqual({ first: { story: { parts: [] } } })
})

test('a draft that is refused leaves the answer shown before, and stays out of the journal', async () => {
  const { bench } = benchWith()
  bench.enter(one)
  await bench.send()
  expect(bench.shown).toBeDefined()

  bench.edit({ ...draft, method: 'GET IT' })
  expect(bench.shown).toBeDefined()
  expect(await bench.send()).toBeUndefined()
  expect(bench.composer.problem).toMatchObject({ field: 'method' })
  expect(bench.shown).toBe(bench.journal.newest)
  expect(bench.journal.exchanges).toHaveLength(1)
})

describe('the cookies that go along', () => {
  const servers = { api: { ...lesson.servers['api']!, cookie: 'a' } }
  const withCookies: Lesson = { ...lesson, servers }
  const login: Sent = {
    ...sent,
    mode: 'browser',
    request: { ...sent.request, url: 'http://localhost/lessons/first/api/' },
    response: { ...sent.response, url: 'http://localhost/lessons/first/api/' },
    trace: [
      { kind: 'sent', status: 200, headers: [['set-cookie', 'a=b; Path=/lessons/first/api/']] },
    ],
  }

  const cookiesOf = async (lesson: Lesson, mode: Sent['mode'] = 'browser') => {
    const carried: (string | undefined)[] = []
    const { bench } = benchWith(async (_draft, { cookie }) => {
      carried.push(cookie)
      return { ...login, mode }
    })
    bench.enter(visitTo(lesson, 'story'))
    for (let request = 0; request < 2; request++) await bench.send()
    return carried
  }

  test('are those that answers of the same mode set, and none before', async () => {
    expect(await cookiesOf(withCookies)).toEqual(['', 'a=b'])
  })

  test('are none that answers of the other mode set', async () => {
    expect(await cookiesOf(withCookies, 'real')).toEqual(['', ''])
  })

  test('are said to be none in a lesson without cookies', async () => {
    expect(await cookiesOf(lesson)).toEqual(['', ''])
  })
})

describe('a prediction', () => {
  const predicted: PredictTask = {
    kind: 'predict',
    id: 'guess',
    request: 'start',
    options: [],
    asked: answered,
  }

  test.each<[what: string, headers: RequestDraft['headers'], held: boolean]>([
    ['as it stands in the lesson', [], true],
    ['of the small browser, which asks for a page', [['Accept', 'text/html']], true],
    ['with a header more', [['X-A', 'b']], false],
  ])('holds its request %s: %j %s', (_, headers, held) => {
    const { bench } = benchWith()
    bench.enter({ lesson, page: predicted })
    bench.edit({ ...draft, headers })
    expect(bench.mustPredict).toBe(held)
  })

  test('is about ours: the learner’s own copy answers no more', () => {
    const { bench } = benchWith()
    bench.enter({ lesson, page: predicted })
    bench.own.isOn = true
    bench.predict('ok')
    expect(bench.own.isOn).toBe(false)
  })

  test('holds its request by its whole path too', () => {
    const { bench } = benchWith()
    bench.enter({ lesson, page: predicted })
    bench.edit({ ...draft, path: '/lessons/first/api/' })
    expect(bench.mustPredict).toBe(true)
  })
})

describe('the switch that stops the auth server', () => {
  const prediction = (stopped?: true): PredictTask => ({
    kind: 'predict',
    id: 'guess',
    request: 'start',
    options: [{ id: 'ok', right: answered }],
    asked: answered,
    ...(stopped && { stopped }),
  })

  test('is turned on by the prediction of a task that wants it so, and off by any other', () => {
    const { bench } = benchWith()
    bench.enter({ lesson, page: prediction(true) })
    expect(bench.predict('ok')).toBe(true)
    expect(bench.stopped).toBe(true)
    bench.enter({ lesson, page: prediction() })
    expect(bench.predict('ok')).toBe(true)
    expect(bench.stopped).toBe(false)
  })

  test('is off again on the next page', () => {
    const { bench } = benchWith()
    bench.enter(one)
    bench.stop(true)
    bench.enter(two)
    expect(bench.stopped).toBe(false)
  })
})

describe('the token a server gave out', () => {
  const tokenAnswer = (body: string, part: Partial<Sent> = {}): Sent => ({
    ...exchangeWith({ lesson: 'first', response: { status: 200, body } }),
    ...part,
  })

  test('is the newest of the lesson', () => {
    const { bench } = benchWith()
    bench.enter(one)
    bench.add(tokenAnswer('{"access_token":"old"}'))
    bench.add(tokenAnswer('{"access_token":"new","token_type":"bearer"}'))
    bench.add(tokenAnswer('{"detail":"x"}'))
    expect(bench.issued).toBe('new')
  })

  test('is found on the hop, where another server got it', () => {
    const { bench } = benchWith()
    bench.enter(one)
    const called = (status: number, body: string): Sent['trace'][number] => ({
      kind: 'called',
      request: { method: 'POST', url: 'http://auth.test/token', headers: [], body: '' },
      response: { status, headers: [], body },
      trace: [],
    })
    const nobody = { ...called(200, ''), response: null } as Sent['trace'][number]
    const page = tokenAnswer('<p>Logged in</p>')
    bench.add({ ...page, trace: [called(200, '{"access_token":"behind"}')] })
    bench.add({ ...page, trace: [called(401, '{"access_token":"refused"}')] })
    bench.add({ ...page, trace: [nobody] })
    expect(bench.issued).toBe('behind')
  })

  test.each([
    ['no JSON', tokenAnswer('<b>')],
    ['JSON that is null', tokenAnswer('null')],
    ['a token that is no text', tokenAnswer('{"access_token":7}')],
    ['a refusal', tokenAnswer('{"access_token":"x"}', { response: sent.response })],
    ['another lesson', tokenAnswer('{"access_token":"x"}', { lesson: 'second' })],
  ])('is none in %s', (_, answer) => {
    const { bench } = benchWith()
    bench.enter(one)
    bench.add(answer)
    expect(bench.issued).toBe('')
  })
})

describe('starting over', () => {
  const everywhere = async () => {
    const made = benchWith()
    const { bench } = made
    for (const visit of [one, two]) {
      bench.enter(visit)
      await bench.send()
    }
    bench.enter(story)
    bench.add({ ...sent, lesson: 'second' }, visitTo({ ...lesson, slug: 'second' }, 'one'))
    return made
  }
  const counted = (bench: Workbench) =>
    bench.journal.exchanges.map(({ lesson: slug, page }) => `${slug} ${page}`)
  const ALL = { first: { one: { parts: ['it'] }, two: { parts: ['it'] }, story: { parts: [] } } }

  test.each([
    {
      what: 'a task',
      forgotten: { lesson: 'first', page: 'one' },
      progress: { first: { two: ALL.first.two, story: ALL.first.story } },
      journal: ['first two', 'second one'],
    },
    {
      what: 'a lesson',
      forgotten: { lesson: 'first' },
      progress: { first: {} },
      journal: ['second one'],
    },
    { what: 'the course', forgotten: {}, progress: {}, journal: [] },
  ])('with $what forgets it and what would prove it again', async (row) => {
    const { bench, saved } = await everywhere()
    expect(saved.data.progress).toMatchObject(ALL)
    bench.startOver(row.forgotten)
    const { second: _, ...progress } = saved.data.progress
    expect(progress).toEqual(row.progress)
    expect(counted(bench)).toEqual(row.journal)
    expect(bench.shown).toBeUndefined()
  })

  test('with a task leaves it to be proved by what is sent from now on', async () => {
    const { bench, saved } = await everywhere()
    bench.startOver({ lesson: 'first', page: 'one' })
    bench.enter(two)
    await bench.send()
    expect(saved.data.progress['first']!['one']).toBeUndefined()
    bench.enter(one)
    expect((await bench.send())?.map(({ id }) => id)).toEqual(['one'])
  })
})

describe('an answer that does not come', () => {
  const never = () => new Promise<never>(() => {})

  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('is waited for seven seconds, and the bench is free again', async () => {
    const { bench } = benchWith(never)
    bench.enter(one)
    const outcome = bench.send()
    await vi.advanceTimersByTimeAsync(6_999)
    expect([bench.sending, bench.failed]).toEqual([true, undefined])
    await vi.advanceTimersByTimeAsync(1)
    expect(await outcome).toBeUndefined()
    expect([bench.sending, bench.failed]).toEqual([false, 'browser-late'])
  })

  test('tells whoever is asked that nobody waits any more', async () => {
    let asked: AbortSignal | undefined
    const { bench } = benchWith((_draft, { signal }) => {
      asked = signal
      return never()
    })
    bench.enter(one)
    void bench.send()
    await vi.advanceTimersByTimeAsync(0)
    expect(asked!.aborted).toBe(false)
    bench.cancel()
    expect(asked!.aborted).toBe(true)
  })

  test.each<[what: string, reason: unknown, failed: Workbench['failed']]>([
    ['nobody there', new TypeError('Failed to fetch'), 'browser'],
    ['a worker that broke', new StageFailure('broken', 'x'), 'browser'],
    ['a worker that cannot be loaded', new StageFailure('not-loaded', 'x'), 'not-loaded'],
    [
      'a part of the page that does not come',
      new TypeError('Failed to fetch dynamically imported module: x'),
      'not-loaded',
    ],
  ])('for %s is said by its cause, and the next one is sent', async (_, reason, failed) => {
    const outcomes = [() => Promise.reject(reason), async () => sent]
    const { bench, saved } = benchWith(() => outcomes.shift()!())
    bench.enter(one)
    expect(await bench.send()).toBeUndefined()
    expect(bench.failed).toBe(failed)
    expect([bench.journal.exchanges, saved.data.progress]).toEqual([[], {}])
    expect(await bench.send()).toHaveLength(1)
    expect(bench.failed).toBeUndefined()
  })
})

describe('a request that is cancelled', () => {
  test('is given up at once, and its answer is dropped', async () => {
    let answer: (sent: Sent) => void = () => {}
    const { bench, saved } = benchWith(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    bench.enter(one)
    const outcome = bench.send()
    bench.cancel()
    expect(await outcome).toBeUndefined()
    expect([bench.sending, bench.failed]).toEqual([false, 'cancelled'])

    answer(sent)
    await Promise.resolve()
    expect([bench.journal.exchanges, saved.data.progress]).toEqual([[], {}])
  })

  test('leaves the next one alone', async () => {
    const { bench } = benchWith()
    bench.enter(one)
    bench.cancel()
    expect(await bench.send()).toHaveLength(1)
    bench.cancel()
    expect(bench.failed).toBeUndefined()
  })
})

describe('an answer that comes when the learner is elsewhere', () => {
  const other: Lesson = { ...lesson, slug: 'second' }

  test.each([
    ['in another lesson', [visitTo(other, 'one')]],
    ['on another page', [two]],
    ['on the same page, opened once more', [two, one]],
  ])('%s goes to the journal and not on the bench', async (_, visits) => {
    const { bench } = benchWith()
    bench.enter(one)
    const ticked = bench.send()
    for (const visit of visits) bench.enter(visit)
    expect((await ticked)?.map(({ id }) => id)).toEqual(['one'])
    expect(bench.shown).toBeUndefined()
    expect(bench.journal.exchanges).toHaveLength(1)
  })

  test('is not missed there either', async () => {
    const { bench } = benchWith(() => Promise.reject(new TypeError('Failed to fetch')))
    bench.enter(one)
    const outcome = bench.send()
    bench.enter(visitTo(other, 'one'))
    expect(await outcome).toBeUndefined()
    expect(bench.failed).toBeUndefined()
  })
})

describe('a wrong attempt', () => {
  const judging: Lesson = { ...lesson, detectors: [{ id: 'typo', fits: answered }] }

  test('is detected while the newest exchange is the one shown', async () => {
    const { bench } = benchWith()
    bench.enter(visitTo(judging, 'one'))
    await bench.send()
    expect(bench.detected).toBe('typo')
    const [first] = bench.journal.exchanges
    await bench.send()
    bench.show(first)
    expect(bench.detected).toBeUndefined()
  })

  test('and the lesson’s exchanges are looked for when an exchange comes, and at no key', async () => {
    const fits = vi.fn(answered)
    const { bench } = benchWith()
    bench.enter(visitTo({ ...lesson, detectors: [{ id: 'typo', fits }] }, 'one'))
    await bench.send()
    const { exchanges } = bench
    for (const path of ['/a', '/ab', '/abc']) {
      bench.edit({ ...draft, path })
      expect(bench.detected).toBe('typo')
      expect(bench.exchanges).toBe(exchanges)
    }
    expect(fits).toHaveBeenCalledOnce()
  })
})

test('an attack while an answer is waited for leaves the draft, and sends nothing', async () => {
  const send = vi.fn<Responder['send']>(() => new Promise(() => {}))
  const { bench } = benchWith(send)
  bench.enter(one)
  void bench.send()
  await eventually(() => expect(send).toHaveBeenCalledOnce())
  const attack = { draft: { ...draft, path: '/attacked' }, attacked: 'api' }
  expect(await bench.attack(attack)).toBeUndefined()
  expect(bench.draft).toBe(draft)
  expect(send).toHaveBeenCalledOnce()
  bench.cancel()
})

describe('a failure that no server of the lesson made', () => {
  const asked: PredictTask = {
    kind: 'predict',
    id: 'guess',
    request: 'start',
    options: [{ id: 'ok', right: answered }],
    asked: answered,
  }
  const guess: Lesson = { ...lesson, pages: [asked] }
  const broke: Sent['trace'] = [
    { kind: 'refused', status: 500, detail: 'x', because: ['handler-failed'] },
  ]

  test.each([
    ['500 of the host, without a record', 500, []],
    ['502 of a proxy, without a record', 502, []],
    ['503 without a record', 503, []],
    ['500 of a handler that broke', 500, broke],
  ])('%s proves no task and no prediction', async (_, status, trace) => {
    const failure: Sent = { ...sent, trace, response: { ...sent.response, status } }
    const { bench, saved } = benchWith(async () => failure)
    for (const visit of [one, visitTo(guess)]) {
      bench.enter(visit)
      if (visit.page === asked) bench.predict('ok')
      const before = saved.data.progress
      expect(await bench.send()).toEqual([])
      expect(saved.data.progress).toEqual(before)
    }
  })

  test('502 of a lesson’s own server proves what it is about', async () => {
    const trace: Sent['trace'] = [
      { kind: 'refused', status: 502, detail: 'x', because: ['upstream-down'] },
    ]
    const { bench } = benchWith(async () => ({
      ...sent,
      trace,
      response: { ...sent.response, status: 502 },
    }))
    bench.enter(one)
    expect(await bench.send()).toHaveLength(1)
  })
})
