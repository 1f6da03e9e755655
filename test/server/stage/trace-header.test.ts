/** The trace as a header value: whole where it fits, honestly cut where it does not, no trace where it is broken. */

import { describe, expect, test } from 'vitest'
import type { HeaderList, Trace, TraceEvent } from '../../../server/security/trace.ts'
import { decodeTrace, encodeTrace, TRACE_HEADER } from '../../../server/stage/trace-header.ts'

/** The whole line, name and all: aiohttp takes no longer one than 8,190. */
const LIMIT = 8000

const lineOf = (value: string) => `${TRACE_HEADER}: ${value}`

const received = (headers: HeaderList, url = '/items/'): TraceEvent => ({
  kind: 'received',
  method: 'GET',
  url,
  headers,
})

const decision = (because: string): TraceEvent => ({
  kind: 'decided',
  by: 'router',
  gate: 'route',
  pass: true,
  because,
})

const sent: TraceEvent = { kind: 'sent', status: 200, headers: [['content-type', 'text/plain']] }

/** The trace as a client gets it. */
const across = (trace: Trace, limit?: number): Trace => decodeTrace(encodeTrace(trace, limit))

describe('a trace that fits', () => {
  test.each<[what: string, trace: Trace]>([
    ['nothing', []],
    [
      'every kind of event',
      [
        received([
          ['authorization', 'Bearer x'],
          ['accept', '*/*'],
        ]),
        { kind: 'decided', by: 'a', gate: 'b', pass: false, because: 'c', facts: { d: 'e', f: 1 } },
        { kind: 'refused', status: 401, detail: 'Not authenticated', because: ['a', 'b'] },
        sent,
        { kind: 'cut', characters: 5 },
      ],
    ],
    [
      'repeated field lines',
      [
        received([
          ['a', '1'],
          ['a', '2'],
          ['a', ''],
        ]),
      ],
    ],
    ['Latin-1', [received([['authorization', 'Bearer caf\u00e9\u00a0']])]],
    ['Korean', [received([], '/\ud55c\uad6d\uc5b4')]],
    ['an emoji', [received([], '/\u{1f511}')]],
    ['half an emoji', [received([], '/\ud83d')]],
    ['control characters', [received([['a', '\0\t\r\n\x1b\x7f\x85\u2028']])]],
    ['JSON inside JSON', [received([['a', '","kind":"sent"}\\']])]],
    [
      'names of object keys',
      [
        received([
          ['__proto__', 'x'],
          ['constructor', 'y'],
        ]),
      ],
    ],
    ['an ellipsis of its own', [received([['a', 'b\u2026 3 more']])]],
  ])('of %s comes back as it was', (_, trace) => {
    expect(across(trace)).toEqual(trace)
  })

  test('is printable ASCII, so that it is a header value', () => {
    const value = encodeTrace([received([['a', '\0\r\n\x7f\u00e9\ud55c\u{1f511}']])])
    expect(value).toMatch(/^[\x20-\x7e]+$/)
    expect(new Headers({ 'x-trace': value }).get('x-trace')).toBe(value)
  })

  test('may be as long as the limit, and not a character longer', () => {
    const trace = [received([['a', 'x'.repeat(100)]])]
    const { length } = encodeTrace(trace)
    expect(across(trace, length)).toEqual(trace)
    expect(across(trace, length - 1)).not.toEqual(trace)
  })
})

describe('a trace that does not fit', () => {
  const hop = (theirs: Trace): TraceEvent => ({
    kind: 'called',
    request: { method: 'GET', url: 'http://a/', headers: [], body: '' },
    response: { status: 200, headers: [], body: '' },
    trace: theirs,
  })

  const many = (count: number, value: string): HeaderList =>
    Array.from({ length: count }, (_, i) => [`x-${i}`, value])

  test.each<[what: string, trace: Trace]>([
    ['one long text', [received([['authorization', `Bearer ${'A'.repeat(8192)}`]]), sent]],
    ['a text of many-byte characters', [received([['a', '\u00e9'.repeat(3000)]]), sent]],
    ['quotes and backslashes', [received([['a', '"\\'.repeat(4000)]]), sent]],
    ['a long URL', [received([], `/${'a'.repeat(16_000)}`), sent]],
    ['many long lines', [received(many(100, 'v'.repeat(150))), sent]],
    ['many short lines', [received(many(2000, 'v')), sent]],
    ['many lines with long names', [received(many(60, 'v').map(([n]) => [n.repeat(80), n])), sent]],
    ['many lines on both sides', [received(many(900, 'v')), { ...sent, headers: many(900, 'v') }]],
    ['many events', [received([]), ...Array.from({ length: 500 }, () => decision('found')), sent]],
    [
      'many events of another server',
      [received([]), hop(Array.from({ length: 500 }, () => decision('found'))), sent],
    ],
    ['many events and no line', Array.from({ length: 500 }, () => decision('found'))],
  ])('for %s is cut to the limit, and ends by saying so', (_, trace) => {
    const value = encodeTrace(trace)
    expect(lineOf(value).length).toBeLessThanOrEqual(LIMIT)
    const back = decodeTrace(value)
    expect(back.at(-1)).toEqual({ kind: 'cut', characters: expect.any(Number) })
    const cut = back.at(-1) as Extract<TraceEvent, { kind: 'cut' }>
    expect(cut.characters).toBeGreaterThan(0)
    // What was decided last is what a person looks for.
    expect(back.at(-2)?.kind).toBe(trace.at(-1)?.kind)
  })

  test('keeps the beginning of a text and counts what is missing', () => {
    const back = across([received([['authorization', 'A'.repeat(9000)]]), sent])
    expect(back).toEqual([
      received([['authorization', `${'A'.repeat(2048)}\u2026 6952 more`]]),
      sent,
      { kind: 'cut', characters: 6952 },
    ])
  })

  test('keeps short texts whole while a long one is cut', () => {
    const back = across([
      received([
        ['a', 'short'],
        ['b', 'x'.repeat(9000)],
        ['c', 'last'],
      ]),
    ])
    expect(back[0]).toMatchObject({
      headers: [
        ['a', 'short'],
        ['b', expect.stringMatching(/^x+\u2026 \d+ more$/)],
        ['c', 'last'],
      ],
    })
  })

  test.each([600, 3000])(
    'keeps a Set-Cookie line of %i characters whole while other texts are cut',
    (length) => {
      const cookie: [string, string] = ['set-cookie', `jwt_token=${'t'.repeat(length)}; Path=/`]
      const headers: [string, string][] = [['x-long', 'v'.repeat(3000)], cookie]
      const back = across([received(many(30, 'v'.repeat(300))), { ...sent, headers }])
      expect(back.at(-1)).toMatchObject({ kind: 'cut' })
      expect(back.at(-2)).toMatchObject({
        kind: 'sent',
        headers: [['x-long', expect.stringMatching(/ more$/)], cookie],
      })
    },
  )

  test('keeps the first lines, and counts those it drops', () => {
    const back = across([received(many(2000, 'v'))])
    expect(back[0]).toMatchObject({
      headers: [...many(16, 'v'), ['\u2026', '1984 more lines']],
    })
  })

  test('of very many events keeps the last ones, and counts those it drops', () => {
    const events = Array.from({ length: 500 }, (_, i) => decision(`code-${i}`))
    const back = across(events)
    expect(back.slice(0, -1)).toEqual(events.slice(-4))
    expect(back.at(-1)).toEqual({
      kind: 'cut',
      characters: JSON.stringify(events.slice(0, -4)).length,
    })
  })

  test('as long as it may be has a line of 8,000 characters', () => {
    const room = LIMIT - lineOf(encodeTrace([received([['a', '']])])).length
    const fits = [received([['a', 'x'.repeat(room)]])]
    expect(across(fits)).toEqual(fits)
    expect(lineOf(encodeTrace(fits))).toHaveLength(LIMIT)
    const more = [received([['a', 'x'.repeat(room + 1)]])]
    expect(across(more).at(-1)).toMatchObject({ kind: 'cut' })
  })

  test('is a copy: the trace itself stays whole', () => {
    const trace = [received(many(2000, 'v'))]
    const before = structuredClone(trace)
    encodeTrace(trace)
    expect(trace).toEqual(before)
  })
})

test.each([
  undefined,
  null,
  '',
  ' ',
  'x',
  '[',
  '{}',
  'null',
  '1',
  '"[]"',
  '[null]',
  '[1]',
  '["received"]',
  '[[]]',
  '[{}]',
  '[{"kind":"received"},{}]',
  '[{"kind":"received"}',
  '[{"kind":"received"}], [{"kind":"sent"}]',
])('the header value %j is no trace', (value) => {
  expect(decodeTrace(value)).toEqual([])
})

describe('an event that crossed the wire', () => {
  const message = { method: 'GET', url: '/', headers: [['a', 'b']], body: '', status: 200 }
  const called = { kind: 'called', request: message, response: message, trace: [] }
  const decided = { kind: 'decided', by: 'x', gate: 'y', because: 'z', pass: true }

  test.each<object>([
    { kind: 'received', ...message },
    decided,
    { ...decided, facts: { a: 'b', c: 1 } },
    called,
    { ...called, response: null },
    { ...called, trace: [called, decided] },
    { kind: 'refused', status: 401, detail: 'no', because: ['a'] },
    { kind: 'refused', status: 401, detail: 'no', because: ['a'], facts: { a: 1 } },
    { kind: 'sent', status: 200, headers: [] },
    { kind: 'cut', characters: 1 },
  ])('is one: %j', (event) => {
    expect(decodeTrace(JSON.stringify([event]))).toEqual([event])
  })

  test.each<object>([
    { kind: 'received', url: '/', headers: [] },
    { kind: 'received', ...message, headers: [['a']] },
    { kind: 'received', ...message, headers: [['a', 1]] },
    { kind: 'received', ...message, headers: {} },
    { ...decided, pass: 'yes' },
    { ...decided, gate: undefined },
    { ...decided, facts: null },
    { ...decided, facts: { a: {} } },
    { ...called, request: null },
    { ...called, response: undefined },
    { ...called, response: { ...message, status: '200' } },
    { ...called, request: { ...message, body: 7 } },
    { ...called, trace: [{ kind: 'sent' }] },
    { ...called, trace: undefined },
    { kind: 'refused', status: 401, detail: 'no', because: 'a' },
    { kind: 'refused', status: 401, detail: 'no', because: [1] },
    { kind: 'refused', status: 401, detail: 'no', because: ['a'], facts: { a: [] } },
    { kind: 'refused', status: 401, detail: 'no', because: ['a'], facts: 'a' },
    { kind: 'sent', status: '200', headers: [] },
    { kind: 'cut' },
    { kind: 'toString' },
  ])('is none, and so the whole is no trace: %j', (event) => {
    expect(decodeTrace(JSON.stringify([event]))).toEqual([])
  })
})
