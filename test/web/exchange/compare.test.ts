/** Two exchanges part by part. */

import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import { compare } from '../../../web/exchange/compare.ts'
import { isSame } from '../../../web/exchange/diff.ts'
import { en } from '../../../web/words/en.ts'
import { hopWords } from '../../../web/words/hop.ts'
import { exchangeWith, stoppedAtHeader } from '../../support/exchange-literal.ts'
import { base64url } from '../../../lessons/contract/forge.ts'

/** Rows of a part in short; undefined where there is no such part. */
const partOf = (left: Exchange, right: Exchange, wanted: string) =>
  compare(left, right, en)
    .find(({ id }) => id === wanted)
    ?.rows.map((row) => [row.name, row.left, row.right])

const token = (claims: object) =>
  [{ alg: 'HS256' }, claims].map((part) => base64url(JSON.stringify(part))).join('.') + '.c2ln'

const bearing = (value: string) =>
  exchangeWith({ request: { headers: [['Authorization', `Bearer ${value}`]] } })

const answering = (body: string, type = 'application/json') =>
  exchangeWith({ response: { body, headers: [['content-type', type]] } })

test('an exchange beside itself has no differences, and no empty parts', () => {
  const exchange = exchangeWith({ trace: stoppedAtHeader })
  const parts = compare(exchange, { ...exchange, id: 2 }, en)
  expect(parts.map(({ id }) => id)).toEqual([
    'asked',
    'circumstances',
    'requestHeaders',
    'decisions',
    'status',
    'responseHeaders',
    'responseBody',
  ])
  expect(parts.flatMap(({ rows }) => rows).filter((row) => !isSame(row))).toEqual([])
})

describe('the request', () => {
  test('is compared by method and path, with the query', () => {
    const other = exchangeWith({ request: { method: 'POST', url: 'http://localhost/token?a=1' } })
    expect(partOf(exchangeWith(), other, 'asked')).toEqual([
      ['', 'GET /lessons/first-steps/api/items/', 'POST /token?a=1'],
    ])
  })

  test('is compared by the headers the server received', () => {
    const right = exchangeWith({
      trace: [
        {
          kind: 'received',
          method: 'GET',
          url: '/',
          headers: [
            ['host', 'localhost'],
            ['x-playground-now', '2030-01-01T00:00:00.000Z'],
          ],
        },
      ],
    })
    const left = exchangeWith({ request: { headers: [['Authorization', 'Basic x']] } })
    expect(partOf(left, right, 'requestHeaders')).toEqual([
      ['host', undefined, 'localhost'],
      ['Authorization', 'Basic x', undefined],
    ])
  })

  test('tells who answered, and the time of a clock that was moved', () => {
    const moved = exchangeWith({ mode: 'real', now: Date.UTC(2030, 0, 1) })
    expect(partOf(exchangeWith(), moved, 'circumstances')).toEqual([
      ['Lesson', 'first-steps', 'first-steps'],
      ['Who answers', 'In this browser', 'Real server'],
      ['Lab clock', undefined, '2030-01-01 00:00:00 UTC'],
    ])
  })

  test('has a form field by field', () => {
    const form = (body: string) =>
      exchangeWith({
        request: { body, headers: [['Content-Type', 'application/x-www-form-urlencoded']] },
      })
    expect(
      partOf(form('username=a&password=b'), form('username=a&password=%26'), 'requestBody'),
    ).toEqual([
      ['', 'username=a', 'username=a'],
      ['', 'password=b', 'password=%26'],
    ])
  })
})

describe('a body', () => {
  test.each([
    [
      '{"a":1}',
      '{"a":2}',
      [
        ['{', '{'],
        ['  "a": 1', '  "a": 2'],
        ['}', '}'],
      ],
    ],
    [
      '[1e999]',
      '[null]',
      [
        ['[1e999]', '['],
        [undefined, '  null'],
        [undefined, ']'],
      ],
    ],
    ['<p>a', '<p>b', [['<p>a', '<p>b']]],
    [
      'a\nb',
      'a\nc',
      [
        ['a', 'a'],
        ['b', 'c'],
      ],
    ],
    ['', '{', [[undefined, '{']]],
  ])('%j beside %j', (left, right, rows) => {
    expect(
      partOf(answering(left), answering(right), 'responseBody')!.map(([, ...sides]) => sides),
    ).toEqual(rows)
  })
})

describe('tokens', () => {
  test('are compared claim by claim, with their dates', () => {
    const [left, right] = [
      token({ sub: 'johndoe', exp: 1893456000 }),
      token({ sub: 'johndoe', exp: 1893456001, admin: true }),
    ]
    expect(partOf(bearing(left), bearing(right), 'token')).toEqual([
      ['header.alg', '"HS256"', '"HS256"'],
      ['payload.sub', '"johndoe"', '"johndoe"'],
      [
        'payload.exp',
        '1893456000 (2030-01-01 00:00:00 UTC)',
        '1893456001 (2030-01-01 00:00:01 UTC)',
      ],
      ['payload.admin', undefined, 'true'],
      ['signature', 'c2ln', 'c2ln'],
    ])
  })

  test.each([
    ['foobar', [['', 'foobar']]],
    ['a.b.c', [['', 'a.b.c']]],
    ['', undefined],
    [
      token({ exp: 1e300 }),
      [
        ['header.alg', '"HS256"'],
        ['payload.exp', '1e+300'],
        ['signature', 'c2ln'],
      ],
    ],
  ])('%j is read as far as it can be', (text, rows) => {
    const read = partOf(bearing(text), bearing(text), 'token')
    expect(read?.map(([name, left]) => [name, left])).toEqual(rows)
  })

  test('are found in the cookie that stands for a header, and in the answer that brings one', () => {
    const cookie = exchangeWith({ request: { headers: [['cookie', 'a=b; jwt_token=x.y.z; c=d']] } })
    expect(partOf(bearing('foobar'), cookie, 'token')).toEqual([['', 'foobar', 'x.y.z']])
    expect(partOf(answering('{"access_token":"x"}'), exchangeWith(), 'issued')).toEqual([
      ['', 'x', undefined],
    ])
  })

  test.each(['Basic Zm9v', 'Bearer', ''])('are none in “%s”', (value) => {
    const exchange = exchangeWith({ request: { headers: [['Authorization', value]] } })
    expect(partOf(exchange, exchange, 'token')).toBeUndefined()
  })
})

describe('decisions', () => {
  test('stand gate by gate, with one side where the other never came', () => {
    const further: Exchange['trace'] = [
      stoppedAtHeader[1]!,
      { kind: 'decided', by: 'x', gate: 'header', pass: true, because: 'authorization-present' },
      {
        kind: 'decided',
        by: 'x',
        gate: 'scheme',
        pass: false,
        because: 'scheme-not-bearer',
        facts: { scheme: 'Basic' },
      },
    ]
    const rows = partOf(
      exchangeWith({ trace: stoppedAtHeader }),
      exchangeWith({ trace: further }),
      'decisions',
    )
    expect(rows).toEqual([
      ['Route', '✓ GET /items/ is a route', '✓ GET /items/ is a route'],
      ['Header', '✕ there is no Authorization header', '✓ there is an Authorization header'],
      ['Scheme', undefined, '✕ it says “Basic”, but Bearer is wanted'],
    ])
  })

  test('of a hidden hop stand below what was asked there', () => {
    const hop = (response: { status: number } | null) =>
      exchangeWith({
        trace: [
          {
            kind: 'called',
            request: { method: 'POST', url: 'http://localhost/token', headers: [], body: '' },
            response: response && { ...response, headers: [], body: '' },
            trace: response ? [stoppedAtHeader[2]!] : [],
          },
        ],
      })
    expect(partOf(hop({ status: 401 }), hop(null), 'hop')).toEqual([
      ['POST /token', '401 Unauthorized', hopWords.en.none],
      ['Header', '✕ there is no Authorization header', undefined],
    ])
  })
})
