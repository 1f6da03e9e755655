/** Sending a draft: what goes out as typed, what comes back as it came, and nobody there. */

import { afterEach, describe, expect, test, vi } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import { encodeTrace } from '../../../server/stage/trace-header.ts'
import type { BrowserStage } from '../../../web/stage/browser-stage.ts'
import { draftProblem } from '../../../web/state/draft-problem.ts'
import { belowServer, draftUrl, serverUrl } from '../../../web/stage/addresses.ts'
import { hasRealServer } from '../../../web/stage/real-server.ts'
import { send } from '../../../web/stage/send.ts'
import { stoppedAtHeader } from '../../support/exchange-literal.ts'

const BASE = 'https://a.example/playground/'
const ITEMS = `${BASE}lessons/first-steps/api/items/`

const draftWith = (part: Partial<RequestDraft> = {}): RequestDraft => ({
  server: 'api',
  method: 'GET',
  path: '/items/',
  headers: [],
  body: '',
  ...part,
})

type Answer = Response & { finalUrl?: string }

/** Sends a draft to whoever `answer` is, in the browser's mode. */
async function sent(part: Partial<RequestDraft>, answer: (request: Request) => Promise<Answer>) {
  const stage: BrowserStage = {
    ready: async () => 'direct',
    route: 'direct',
    fetch: answer,
    stop: () => {},
  }
  return send(draftWith(part), { lesson: firstSteps, mode: 'browser', base: BASE, stage })
}

const nobody: BrowserStage = {
  ready: () => Promise.reject(new Error('not asked')),
  route: undefined,
  fetch: () => Promise.reject(new Error('not asked')),
  stop: () => {},
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the request', () => {
  test('says that the clock was moved and a server stopped, and is written down without that', async () => {
    const clock = new Date('2030-01-01T00:00:01Z')
    const headers: RequestDraft['headers'] = [['X-A', 'b']]
    let asked: Headers | undefined
    const stage = {
      ...nobody,
      fetch: async (request: Request) => {
        asked = request.headers
        return new Response()
      },
    }
    const options = { lesson: firstSteps, mode: 'browser' as const, base: BASE, stage }
    const { request, now } = await send(draftWith({ headers }), {
      ...options,
      clock,
      stopped: true,
    })
    expect(Object.fromEntries(asked!)).toEqual({
      'x-a': 'b',
      'x-playground-auth-server': 'stopped',
      'x-playground-now': '2030-01-01T00:00:01.000Z',
    })
    expect(request.headers).toEqual(headers)
    expect(now).toBe(clock.getTime())
  })

  test.each<Partial<RequestDraft>>([
    {},
    { method: 'POST', body: 'username=열쇠&password=🔑' },
    { method: 'PATCH', headers: [['X-A', 'b']] },
    { server: 'v1', path: '/items/?a=1&a=2' },
    { headers: [['Authorization', 'Bearer  two blanks']] },
  ])('%j goes out as typed, with nothing of the browser’s own', async (part) => {
    const draft = draftWith(part)
    let request: Request | undefined
    await sent(part, async (asked) => {
      request = asked.clone()
      return new Response()
    })
    expect(request!.url).toBe(draftUrl(firstSteps, draft, BASE))
    expect(request!.method).toBe(draft.method)
    const headers = draft.headers.map(([name, value]) => [name.toLowerCase(), value])
    expect([...request!.headers]).toEqual(headers)
    expect(await request!.text()).toBe(draft.body)
    expect(request!.cache).toBe('no-store')
  })

  test.each([
    ['api', `${BASE}lessons/first-steps/api/`],
    ['v1', `${BASE}lessons/first-steps/api/v1/`],
  ])('to %s goes to %s', (server, url) => {
    expect(serverUrl(firstSteps, server, BASE)).toBe(url)
    expect(draftUrl(firstSteps, draftWith({ server, path: '/x' }), BASE)).toBe(`${url}x`)
  })

  test.each([
    ['/token', '/token'],
    ['/lessons/first-steps/api/token', '/token'],
    [`${new URL(BASE).pathname}lessons/first-steps/api/token`, '/token'],
    ['/lessons/first-steps/api/', '/'],
    ['/lessons/first-steps/api/v1/token', '/v1/token'],
    ['/lessons/first-steps/apis', '/lessons/first-steps/apis'],
    ['lessons/first-steps/api/token', 'lessons/first-steps/api/token'],
  ])('to %s asks the server for %s', (path, below) => {
    expect(belowServer(firstSteps, draftWith({ path }), BASE).path).toBe(below)
  })

  test('to the path of a server in a folder named as ours goes below it', () => {
    const draft = draftWith({ path: '/lessons/first-steps/api/token' })
    const base = 'https://host.example/lessons/'
    expect(belowServer(firstSteps, draft, base).path).toBe('/token')
    expect(draftUrl(firstSteps, draft, base)).toBe(`${base}lessons/first-steps/api/token`)
  })

  test.each(['Cookie', 'origin', 'Sec-Fetch-Site'])(
    'carries %s under another name, because no page may set it',
    async (name) => {
      let request: Request | undefined
      const draft = { headers: [[name, 'x']] as RequestDraft['headers'] }
      const { request: kept } = await sent(draft, async (asked) => {
        request = asked
        return new Response()
      })
      expect([...request!.headers]).toEqual([[`x-playground-header-${name.toLowerCase()}`, 'x']])
      expect(kept.headers).toEqual(draft.headers)
      expect(draftProblem({ ...kept, server: 'api' }, kept.url)).toBeUndefined()
    },
  )

  test.each([
    ['jwt_token=x', [], 'jwt_token=x'],
    // That there is none is said too: a browser would add those of every port of the host.
    ['', [], ''],
    ['jwt_token=x', [['Cookie', 'jwt_token=mine']], 'jwt_token=mine'],
    ['jwt_token=x', [['cookie', '']], ''],
  ] as [string, RequestDraft['headers'], string][])(
    'carries the cookies of the jar, "%s", where none is written: %j',
    async (cookie, headers, carried) => {
      const asked = vi.fn<(request: Request) => Promise<Response>>(async () => new Response())
      vi.stubGlobal('fetch', asked)
      const options = { lesson: firstSteps, mode: 'real', base: BASE, stage: nobody } as const
      const { request } = await send(draftWith({ headers }), { ...options, cookie })
      const [sent] = asked.mock.calls[0]!
      expect([...sent.headers]).toEqual([['x-playground-header-cookie', carried]])
      expect(sent.credentials).toBe('same-origin')
      expect(request.headers).toEqual(headers)
    },
  )

  test('goes over the network in the real mode, and not through the stage', async () => {
    const asked = vi.fn(async () => new Response('hello'))
    vi.stubGlobal('fetch', asked)
    const options = { lesson: firstSteps, mode: 'real', base: BASE, stage: nobody } as const
    const { response, mode } = await send(draftWith(), options)
    expect(asked).toHaveBeenCalledOnce()
    expect(response.body).toBe('hello')
    expect(mode).toBe('real')
  })
})

describe('the answer', () => {
  test('is kept whole, its trace decoded and taken out of its headers', async () => {
    const headers = { 'WWW-Authenticate': 'Bearer', 'X-Trace': encodeTrace(stoppedAtHeader) }
    const answer = new Response('{"detail":"열쇠"}', { status: 401, headers })
    expect(await sent({}, async () => answer)).toEqual({
      lesson: 'first-steps',
      server: 'api',
      mode: 'browser',
      origin: 'bench',
      request: { ...draftWith(), url: ITEMS },
      response: {
        status: 401,
        headers: [
          ['content-type', 'text/plain;charset=UTF-8'],
          ['www-authenticate', 'Bearer'],
        ],
        body: '{"detail":"열쇠"}',
        redirected: false,
        url: ITEMS,
      },
      trace: stoppedAtHeader,
      at: expect.any(Number) as number,
      milliseconds: expect.any(Number) as number,
    })
  })

  test.each([{}, { 'x-trace': '{' }, { 'x-trace': '{}' }, { 'x-trace': '[1]' }])(
    'with the headers %j has no trace, and is an answer all the same',
    async (headers) => {
      const { trace, response } = await sent({}, async () => new Response('ok', { headers }))
      expect(trace).toEqual([])
      expect(response.body).toBe('ok')
    },
  )

  test('that was redirected says from where it came', async () => {
    const answer = Object.assign(new Response(), { finalUrl: ITEMS })
    const { response } = await sent({ path: '/items' }, async () => answer)
    expect(response.redirected).toBe(true)
    expect(response.url).toBe(ITEMS)
  })
})

describe('nobody', () => {
  const failure = new TypeError('Failed to fetch')

  test('on the network: the failure is thrown on', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(failure))
    const options = { lesson: firstSteps, mode: 'real', base: BASE, stage: nobody } as const
    await expect(send(draftWith(), options)).rejects.toBe(failure)
  })

  test('on the stage: the failure is thrown on', async () => {
    await expect(sent({}, () => Promise.reject(failure))).rejects.toBe(failure)
  })

  test('to the end of a body: no half answer is kept', async () => {
    const body = new ReadableStream({ pull: (stream) => stream.error(failure) })
    await expect(sent({}, async () => new Response(body))).rejects.toThrow(TypeError)
  })
})

describe('a real server is there', () => {
  test.each<[says: string, answer: () => Promise<Response>, there: boolean]>([
    ['says that it is one', async () => Response.json({ realServer: true }), true],
    ['says that it is none', async () => Response.json({ realServer: false }), false],
    ['says something else', async () => Response.json({ realServer: 'true' }), false],
    ['answers with null', async () => Response.json(null), false],
    ['answers with a page', async () => new Response('<!doctype html>'), false],
    ['is not there', () => Promise.reject(new TypeError('Failed to fetch')), false],
  ])('when whoever is asked %s', async (_, answer, there) => {
    const asked = vi.fn(answer)
    vi.stubGlobal('fetch', asked)
    expect(await hasRealServer(BASE)).toBe(there)
    expect(asked.mock.calls.flat().map(String)[0]).toBe(`${BASE}playground.json`)
  })
})
