/** Calls to another server: whatever it does, there is an answer, an end, and nobody else hears of it. */

import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import type { Refusal } from '../../../server/security/refusal.ts'
import { askUpstream } from '../../../server/security/upstream.ts'
import { freePort } from '../../support/free-port.ts'
import { says, takenPort, upstream } from '../support/upstream.ts'

const LIMIT = 64 * 1024

const CREDENTIALS = {
  method: 'POST',
  headers: { Authorization: 'Bearer x.y.z' },
  body: new URLSearchParams({ username: 'johndoe', password: 'secret' }),
}

const jsonOf = (length: number) => `"${'x'.repeat(length - 2)}"`

const refusal = (status: number, because: string, detail: string) => ({
  status,
  detail,
  because: [because],
})

const DOWN = refusal(502, 'upstream-down', 'The auth server cannot be reached')
const ELSEWHERE = refusal(502, 'upstream-redirect', 'The auth server sent us elsewhere')
const TOO_LONG = refusal(502, 'upstream-too-long', 'The auth server says too much')
const LATE = refusal(504, 'upstream-late', 'The auth server takes too long')

test('what is asked is sent as it is, once', async () => {
  const { url, requests, bodies } = await upstream(says('{}'))
  await askUpstream({}, `${url}/token`, CREDENTIALS)
  expect(requests).toMatchObject([
    { method: 'POST', url: '/token', headers: { authorization: 'Bearer x.y.z' } },
  ])
  expect(await bodies[0]).toBe('username=johndoe&password=secret')
})

/** A number in so many arrays. */
const nested = (depth: number) => '['.repeat(depth) + '1' + ']'.repeat(depth)

describe('an answer is a status and its JSON', () => {
  test.each<[what: string, listener: RequestListener, status: number, json: unknown]>([
    ['an object', says('{"a":1}'), 200, { a: 1 }],
    ['an object of no media type known', says('{}', 200, { 'content-type': 'a/b' }), 200, {}],
    ['null', says('null'), 200, null],
    ['text in UTF-8', says('"\u{1f511}é"'), 200, '\u{1f511}é'],
    ['a text of 64 KiB', says(jsonOf(LIMIT)), 200, 'x'.repeat(LIMIT - 2)],
    ['nothing', says(''), 200, undefined],
    ['no content', says('', 204), 204, undefined],
    ['junk', says('\0\xff{'), 200, undefined],
    ['HTML', says('<!doctype html><p>hello', 200, { 'content-type': 'text/html' }), 200, undefined],
    [
      'JSON nested too deep to write',
      says('['.repeat(30_000) + ']'.repeat(30_000)),
      200,
      undefined,
    ],
    ['JSON nested too deep by one', says(nested(201)), 200, undefined],
    [
      'JSON in objects nested too deep',
      says('{"a":'.repeat(201) + '1' + '}'.repeat(201)),
      200,
      undefined,
    ],
    ['JSON as deep as may be', says(nested(200)), 200, JSON.parse(nested(200))],
    ['JSON of many small things', says(`[${'[],'.repeat(9_000)}1]`), 200, expect.any(Array)],
    ['a refusal', says('{"detail":"no"}', 401), 401, { detail: 'no' }],
    ['429', says('slower', 429, { 'retry-after': '9' }), 429, undefined],
    ['500', says('{"detail":"broken"}', 500), 500, { detail: 'broken' }],
    ['503', says('<h1>503</h1>', 503), 503, undefined],
  ])('%s', async (_, listener, status, json) => {
    const { url } = await upstream(listener)
    expect(await askUpstream({}, url, {})).toEqual({ status, json })
  })

  test('a character in two pieces is one', async () => {
    const [first, second] = [Buffer.from('"é"').subarray(0, 2), Buffer.from('"é"').subarray(2)]
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(first)
        controller.enqueue(second)
        controller.close()
      },
    })
    const env = { fetch: () => Promise.resolve(new Response(body)) }
    expect(await askUpstream({ env }, 'http://a', {})).toEqual({ status: 200, json: 'é' })
  })
})

describe('what was sent is for that server alone', () => {
  test.each([300, 301, 302, 303, 304, 307, 308])(
    'a redirect by %i is not followed',
    async (code) => {
      const other = await takenPort()
      const location = `http://127.0.0.1:${other.port}/`
      const { url, requests } = await upstream(says('', code, { location }))
      await expect(askUpstream({}, url, CREDENTIALS)).rejects.toMatchObject(ELSEWHERE)
      expect([requests.length, other.calls]).toEqual([1, 0])
    },
  )

  test('nor one to another path of the same server', async () => {
    const { url, requests } = await upstream(says('', 307, { location: '/token' }))
    await expect(askUpstream({}, url, CREDENTIALS)).rejects.toMatchObject(ELSEWHERE)
    expect(requests).toHaveLength(1)
  })

  test('nor one that a browser does not even show', async () => {
    const opaque = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    const env = { fetch: () => Promise.resolve(opaque) }
    await expect(askUpstream({ env }, 'http://a', {})).rejects.toMatchObject(ELSEWHERE)
  })
})

describe('a server that is none', () => {
  test.each<[what: string, listener: RequestListener]>([
    ['hangs up without a word', (request) => request.socket.destroy()],
    ['says what is no HTTP', (request) => request.socket.end('hello\r\n\r\n')],
    [
      'breaks off in the middle of its answer',
      (request) => request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{'),
    ],
    ['sends a broken gzip', says('no gzip', 200, { 'content-encoding': 'gzip' })],
  ])('because it %s', async (_, listener) => {
    const { url } = await upstream(listener)
    await expect(askUpstream({}, url, {})).rejects.toMatchObject(DOWN)
  })

  test('because nobody listens', async () => {
    const url = `http://127.0.0.1:${await freePort()}`
    await expect(askUpstream({}, url, {})).rejects.toMatchObject(DOWN)
  })

  test.each(['', 'no URL', 'http://user:password@127.0.0.1/', 'ftp://127.0.0.1/'])(
    'because "%s" is no address',
    async (url) => {
      await expect(askUpstream({}, url, {})).rejects.toMatchObject(DOWN)
    },
  )
})

describe('a server that says too much is not heard to the end', () => {
  test('when it says a character more than 64 KiB', async () => {
    const { url } = await upstream(says(jsonOf(LIMIT + 1)))
    await expect(askUpstream({}, url, {})).rejects.toMatchObject(TOO_LONG)
  })

  test('when it never ends: the connection is closed', async () => {
    let closed: Promise<unknown> = Promise.resolve()
    const { url } = await upstream((_, response) => {
      closed = once(response, 'close')
      const more = () => void (response.write('x'.repeat(LIMIT)) ? setImmediate(more) : undefined)
      response.on('drain', more)
      more()
    })
    await expect(askUpstream({}, url, {})).rejects.toMatchObject(TOO_LONG)
    await closed
  })
})

describe('a server that takes too long', () => {
  /** Time that is up when the test says so. */
  function patience() {
    const controller = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(controller.signal)
    const isUp = () => controller.abort(new DOMException('time is up', 'TimeoutError'))
    return { timeout, isUp }
  }

  test('to begin is left after four seconds', async () => {
    const { timeout, isUp } = patience()
    let closed: Promise<unknown> = Promise.resolve()
    const { url } = await upstream((request) => {
      closed = once(request.socket, 'close')
      isUp()
    })
    await expect(askUpstream({}, url, CREDENTIALS)).rejects.toMatchObject(LATE)
    expect(timeout.mock.calls).toEqual([[4_000]])
    await closed
  })

  test('to end is left too', async () => {
    const { isUp } = patience()
    const { url } = await upstream((_, response) => void response.writeHead(200).write('{"a":'))
    const env = {
      fetch: async (...args: Parameters<typeof fetch>) => {
        const response = await fetch(...args)
        setImmediate(isUp)
        return response
      },
    }
    await expect(askUpstream({ env }, url, {})).rejects.toMatchObject(LATE)
  })
})

describe('a client that goes away', () => {
  const GONE = refusal(503, 'client-gone', 'Nobody waits for this answer')

  /** The context of a request whose client goes when the test says so. */
  function client() {
    const controller = new AbortController()
    const raw = new Request('http://localhost/', { signal: controller.signal })
    return { c: { req: { raw } }, goes: () => controller.abort() }
  }

  test('before the other server answers takes the call along', async () => {
    const { c, goes } = client()
    let closed: Promise<unknown> = Promise.resolve()
    const { url } = await upstream((request) => {
      closed = once(request.socket, 'close')
      goes()
    })
    await expect(askUpstream(c, url, CREDENTIALS)).rejects.toMatchObject(GONE)
    await closed
  })

  test('in the middle of the answer too', async () => {
    const { c, goes } = client()
    let closed: Promise<unknown> = Promise.resolve()
    const { url } = await upstream((_, response) => {
      closed = once(response, 'close')
      response.writeHead(200).write('{"a":', () => setImmediate(goes))
    })
    await expect(askUpstream(c, url, {})).rejects.toMatchObject(GONE)
    await closed
  })

  test('before the call lets it be', async () => {
    const { c, goes } = client()
    goes()
    const { url, requests } = await upstream(says('{}'))
    await expect(askUpstream(c, url, CREDENTIALS)).rejects.toMatchObject(GONE)
    expect(requests).toEqual([])
  })

  test('after the answer changes nothing', async () => {
    const { c, goes } = client()
    const { url } = await upstream(says('{"a":1}'))
    expect(await askUpstream(c, url, {})).toEqual({ status: 200, json: { a: 1 } })
    goes()
  })
})

describe('a server that is busy', () => {
  test.each([
    ['1', '1'],
    ['30', '30'],
    ['0', '0'],
    // Nobody waits for hours, and a date is told by a clock that may not be ours.
    ['86400', '60'],
    ['9'.repeat(400), '60'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', '1'],
    ['-5', '1'],
    ['soon\u00e9', '1'],
    ['', '1'],
  ])('and says Retry-After: %s is 503 with %s', async (theirs, ours) => {
    const { url } = await upstream(says('{"detail":"x"}', 503, { 'retry-after': theirs }))
    const refused = await askUpstream({}, url, {}).catch((error: unknown) => error as Refusal)
    expect(refused).toMatchObject(refusal(503, 'upstream-busy', 'The auth server is busy'))
    expect((refused as Refusal).getResponse().headers.get('retry-after')).toBe(ours)
  })

  test('and does not say for how long is an answer like any other', async () => {
    const { url } = await upstream(says('{}', 503))
    expect(await askUpstream({}, url, {})).toEqual({ status: 503, json: {} })
  })
})
