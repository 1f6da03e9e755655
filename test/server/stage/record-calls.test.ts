/** What a server asks another, written down: both bodies, the other's decisions, and nothing changed by it. */

import { describe, expect, test } from 'vitest'
import type { Trace } from '../../../server/security/trace.ts'
import { askUpstream } from '../../../server/security/upstream.ts'
import { recordCalls } from '../../../server/stage/record-calls.ts'
import { encodeTrace, TRACE_HEADER } from '../../../server/stage/trace-header.ts'

const URL_ASKED = 'http://auth.example/token'

/** Asks a stand-in through the recorder; gives what the stand-in got, too. */
async function recorded(answer: () => Response | Promise<Response>, init: RequestInit = {}) {
  const trace: Trace = []
  const sent: Request[] = []
  const send: typeof fetch = async (input) => {
    sent.push(input as Request)
    return answer()
  }
  const asked = recordCalls(trace, send)(URL_ASKED, init)
  return { trace, sent, asked }
}

test('a call is written down with both bodies and all header lines', async () => {
  const { trace, asked } = await recorded(
    () => new Response('{"a":1}', { status: 201, headers: { 'X-B': '2' } }),
    {
      method: 'POST',
      headers: { Authorization: 'Bearer x' },
      body: new URLSearchParams({ a: 'b c' }),
    },
  )
  const response = await asked
  expect([response.status, await response.text()]).toEqual([201, '{"a":1}'])
  expect(trace).toEqual([
    {
      kind: 'called',
      request: {
        method: 'POST',
        url: URL_ASKED,
        headers: [
          ['authorization', 'Bearer x'],
          ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
        ],
        body: 'a=b+c',
      },
      response: {
        status: 201,
        headers: [
          ['content-type', 'text/plain;charset=UTF-8'],
          ['x-b', '2'],
        ],
        body: '{"a":1}',
      },
      trace: [],
    },
  ])
})

test('what is sent is what was asked, body, signal and redirects included', async () => {
  const controller = new AbortController()
  const { sent, asked } = await recorded(() => new Response(), {
    method: 'POST',
    body: 'whole',
    redirect: 'manual',
    signal: controller.signal,
  })
  await asked
  expect(sent).toMatchObject([{ method: 'POST', url: URL_ASKED, redirect: 'manual' }])
  expect(await sent[0]!.text()).toBe('whole')
  expect(sent[0]!.signal.aborted).toBe(false)
  controller.abort()
  expect(sent[0]!.signal.aborted).toBe(true)
})

describe('the other’s own trace', () => {
  const theirs: Trace = [{ kind: 'refused', status: 401, detail: 'no', because: ['expired'] }]
  const answered = (header: string) =>
    recorded(() => new Response(null, { headers: { [TRACE_HEADER]: header } }))

  test('stands beside the answer, and not among its header lines', async () => {
    const { trace, asked } = await answered(encodeTrace(theirs))
    await asked
    expect(trace).toMatchObject([{ kind: 'called', response: { headers: [] }, trace: theirs }])
  })

  test.each(['', '{', 'null', '[1]', '["kind"]'])('is empty when it says "%s"', async (header) => {
    const { trace, asked } = await answered(header)
    await asked
    expect(trace).toMatchObject([{ response: { headers: [] }, trace: [] }])
  })
})

test('a call that nobody answered is written down without an answer, and fails as it did', async () => {
  const failure = new TypeError('nobody listens')
  const { trace, asked } = await recorded(() => Promise.reject(failure))
  await expect(asked).rejects.toBe(failure)
  expect(trace).toMatchObject([
    { kind: 'called', request: { url: URL_ASKED }, response: null, trace: [] },
  ])
})

describe('an answer without an end', () => {
  /** Sends these pieces, then breaks, or goes on for ever. */
  function endless({ breaks }: { breaks: boolean }) {
    const seen = { pulled: 0, cancelled: false }
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (breaks && seen.pulled > 0) return controller.error(new TypeError('broken off'))
          seen.pulled++
          controller.enqueue(Buffer.alloc(16 * 1024, 'x'))
        },
        cancel() {
          seen.cancelled = true
        },
      },
      { highWaterMark: 0 },
    )
    return { seen, response: new Response(body) }
  }

  test('is written down as far as anybody hears it, and then left', async () => {
    const { seen, response } = endless({ breaks: false })
    const trace: Trace = []
    const env = { fetch: recordCalls(trace, () => Promise.resolve(response)) }
    await expect(askUpstream({ env }, URL_ASKED, {})).rejects.toMatchObject({
      because: ['upstream-too-long'],
    })
    expect(seen.cancelled).toBe(true)
    expect(seen.pulled).toBeLessThan(8)
    expect(trace).toMatchObject([{ response: { body: 'x'.repeat(5 * 16 * 1024) } }])
  })

  test('because it broke is written down as far as it came, and breaks for who asked', async () => {
    const { response } = endless({ breaks: true })
    const { trace, asked } = await recorded(() => response)
    await expect((await asked).text()).rejects.toThrow('broken off')
    expect(trace).toMatchObject([{ response: { body: 'x'.repeat(16 * 1024) } }])
  })
})
