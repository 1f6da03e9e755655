/** One request on a host: the response untouched, and the trace of it. */

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { HeaderList, Stage } from '../../../server/security/trace.ts'
import { perform, performWithTraceHeader } from '../../../server/stage/perform.ts'
import { type StepHost, stepHost } from '../../../server/stage/step-host.ts'
import { decodeTrace } from '../../../server/stage/trace-header.ts'

const now = () => new Date(0)

const hostOf = (app: Parameters<typeof stepHost>[0]): StepHost =>
  stepHost(app, { title: 'a step', docsScript: 'docs.js' })

const request = (path: string, init?: RequestInit) => new Request(`http://localhost${path}`, init)

describe('perform', () => {
  const host = hostOf(new Hono().get('/items/', (c) => c.text('body', 200, { 'x-a': '1' })))

  test('begins with the request as it came and ends with the response as it goes', async () => {
    const { response, trace } = await perform(
      host,
      request('/items/?a=%2F&b', { headers: { Accept: 'a/b', Authorization: 'Bearer x' } }),
    )
    expect(trace[0]).toEqual({
      kind: 'received',
      method: 'GET',
      url: '/items/?a=%2F&b',
      headers: [
        ['accept', 'a/b'],
        ['authorization', 'Bearer x'],
      ],
    })
    expect(trace.at(-1)).toEqual({ kind: 'sent', status: 200, headers: [...response.headers] })
    expect(response.headers.get('x-a')).toBe('1')
    expect(await response.text()).toBe('body')
  })

  test('shows the field lines it is given, not the joined ones', async () => {
    const headers: HeaderList = [
      ['x-b', '1'],
      ['x-a', '2'],
      ['x-b', '3'],
    ]
    const { trace } = await perform(host, request('/items/', { headers }), { headers })
    expect(trace[0]).toMatchObject({ headers })
  })

  test.each([
    ['nothing that it was not given', {}, {}],
    ['a clock', { now }, { now }],
    ['an auth server', { authServerUrl: '' }, { AUTH_SERVER_URL: '' }],
    [
      'an auth server with its address',
      { authServerUrl: 'http://a' },
      { AUTH_SERVER_URL: 'http://a' },
    ],
  ])('lends the app its bindings, and %s', async (_, options, lent) => {
    const seen: unknown[] = []
    const app = new Hono().get('/', (c) => {
      seen.push(c.env)
      return c.text('')
    })
    const headers: HeaderList = [['x-a', '1']]
    const { trace } = await perform(hostOf(app), request('/'), { headers, ...options })
    expect(seen).toEqual([{ trace, headers, fetch: expect.any(Function), ...lent }])
  })

  test('lends the app a fetch that goes by the one given, and shows in the trace', async () => {
    const asked: string[] = []
    const app = new Hono<{ Bindings: Stage }>().get('/', (c) => c.env.fetch!('http://a.example/b'))
    const { response, trace } = await perform(hostOf(app), request('/'), {
      fetch: async (input) => {
        asked.push((input as Request).url)
        return new Response('there')
      },
    })
    expect(asked).toEqual(['http://a.example/b'])
    expect(await response.text()).toBe('there')
    expect(trace.map(({ kind }) => kind)).toEqual([
      'received',
      'decided',
      'called',
      'decided',
      'sent',
    ])
  })

  test('keeps the traces of interleaved requests apart', async () => {
    let open = () => {}
    const bothHere = new Promise<void>((resolve) => (open = resolve))
    let here = 0
    const app = new Hono().get('/:name', async (c) => {
      if (++here === 2) open()
      await bothHere
      return c.text(c.req.param('name'))
    })
    const interleaved = hostOf(app)
    const [a, b] = await Promise.all([
      perform(interleaved, request('/a')),
      perform(interleaved, request('/b')),
    ])
    expect([await a.response.text(), await b.response.text()]).toEqual(['a', 'b'])
    expect([a.trace[0], b.trace[0]]).toMatchObject([{ url: '/a' }, { url: '/b' }])
    expect([a.trace, b.trace].map(({ length }) => length)).toEqual([4, 4])
  })
})

describe('performWithTraceHeader', () => {
  const answered = async (answer: () => Response, method = 'GET') => {
    const app = new Hono().on([method], '/', answer)
    const response = await performWithTraceHeader(hostOf(app), request('/', { method }))
    return { response, trace: decodeTrace(response.headers.get('x-trace')) }
  }

  test('puts the trace of the request on the response', async () => {
    const { trace } = await answered(() => new Response('x', { status: 201 }))
    expect(trace.map(({ kind }) => kind)).toEqual(['received', 'decided', 'decided', 'sent'])
    expect(trace.at(-1)).toMatchObject({ status: 201 })
  })

  test('keeps every Set-Cookie line a line', async () => {
    const cookies = ['a=1; Path=/', 'b=2; Expires=Thu, 01 Jan 2026 00:00:00 GMT']
    const headers = cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])
    const { response } = await answered(() => new Response('', { headers }))
    expect(response.headers.getSetCookie()).toEqual(cookies)
  })

  test.each([204, 205, 304])('keeps a %i without a body', async (status) => {
    const { response, trace } = await answered(() => new Response(null, { status }))
    expect([response.status, response.body]).toEqual([status, null])
    expect(trace.at(-1)).toMatchObject({ kind: 'sent', status })
  })

  test('hands on a body byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
    const { response } = await answered(() => new Response(bytes))
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  test('puts it on a response that another server made', async () => {
    const theirs = await fetch('data:text/plain,theirs')
    const { response, trace } = await answered(() => theirs)
    expect([response.status, await response.text()]).toEqual([200, 'theirs'])
    expect(trace.at(-1)).toMatchObject({ kind: 'sent', status: 200 })
  })

  test('lets neither app nor client write the trace', async () => {
    const app = new Hono().get('/', (c) => c.text('', 200, { 'x-trace': '[{"kind":"forged"}]' }))
    const response = await performWithTraceHeader(
      hostOf(app),
      request('/', { headers: { 'x-trace': '[{"kind":"forged"}]' } }),
    )
    const trace = decodeTrace(response.headers.get('x-trace'))
    expect(trace.map(({ kind }) => kind as string)).not.toContain('forged')
    expect(trace[0]).toMatchObject({ kind: 'received' })
  })
})
