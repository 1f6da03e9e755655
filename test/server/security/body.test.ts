/** A body read to its limit: what came counts, not what was promised. */

import { describe, expect, test } from 'vitest'
import { readBody } from '../../../server/security/body.ts'
import { streamed } from '../support/forms.ts'

const LIMIT = 64 * 1024

const request = (body: BodyInit | null, length?: string) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: length === undefined ? [] : [['content-length', length]],
    duplex: 'half',
  } as RequestInit)

/** So many bytes in pieces, no two neighbours alike. */
const pieces = (length: number, size: number) =>
  streamed(
    Array.from({ length: Math.ceil(length / size) }, (_, i) =>
      new Uint8Array(Math.min(size, length - i * size)).fill(i % 251),
    ),
  )

const TOO_LONG = {
  status: 413,
  detail: 'Request body too large',
  because: ['body-too-long'],
  challenge: undefined,
}

test('no body is no bytes', async () => {
  expect(await readBody(request(null))).toEqual(new Uint8Array())
  expect(await readBody(new Request('http://localhost/'))).toEqual(new Uint8Array())
})

test.each<[length: number, size: number]>([
  [0, 1],
  [1, 1],
  [1000, 7],
  [LIMIT, 1000],
  [LIMIT, LIMIT],
])('%d bytes in pieces of %d come in their order', async (length, size) => {
  const body = await readBody(request(pieces(length, size).stream))
  expect(body).toHaveLength(length)
  expect(body.every((byte, i) => byte === Math.floor(i / size) % 251)).toBe(true)
})

test.each<[length: number, size: number]>([
  [LIMIT + 1, 1000],
  [LIMIT + 1, LIMIT],
  [LIMIT + 1, LIMIT + 1],
  [10 * LIMIT, 1000],
])('%d bytes in pieces of %d are too long, and the rest is not read', async (length, size) => {
  const { stream, seen } = pieces(length, size)
  await expect(readBody(request(stream))).rejects.toMatchObject(TOO_LONG)
  expect(seen).toEqual({ pulled: Math.floor(LIMIT / size) + 1, cancelled: true })
})

test.each([`${LIMIT + 1}`, '9'.repeat(30), '1e9'])(
  'a promise of %s bytes is too long, and nothing is read',
  async (length) => {
    const { stream, seen } = pieces(10, 10)
    await expect(readBody(request(stream, length))).rejects.toMatchObject(TOO_LONG)
    expect(seen.pulled).toBe(0)
  },
)

test.each(['0', '1', `${LIMIT}`, '-1', 'x', ''])(
  'a promise of "%s" bytes does not let more pass',
  async (length) => {
    expect(await readBody(request(pieces(5, 2).stream, length))).toHaveLength(5)
    const long = request(pieces(LIMIT + 1, 1000).stream, length)
    await expect(readBody(long)).rejects.toMatchObject(TOO_LONG)
  },
)

test('a sender that does not stop when told changes nothing', async () => {
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(LIMIT)),
    cancel: () => Promise.reject(new Error('never')),
  })
  await expect(readBody(request(stream))).rejects.toMatchObject(TOO_LONG)
})

test('a sender that hangs up is answered with 400, and what it sent is not read', async () => {
  const cause = new Error('reset')
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(5)),
    pull: (controller) => controller.error(cause),
  })
  await expect(readBody(request(stream))).rejects.toMatchObject({
    status: 400,
    detail: 'Request body incomplete',
    because: ['body-cut-short'],
    cause,
  })
})

describe('in an engine whose requests have no stream', () => {
  /** As in Firefox: the body can be read at once, and in no other way. */
  const withoutStream = (length: number) => {
    const asked = request(new Uint8Array(length).fill(7))
    Object.defineProperty(asked, 'body', { value: undefined })
    return asked
  }

  test.each([0, 1, LIMIT])('%d bytes come whole', async (length) => {
    expect(await readBody(withoutStream(length))).toEqual(new Uint8Array(length).fill(7))
  })

  test('no body is no bytes', async () => {
    const asked = new Request('http://localhost/')
    Object.defineProperty(asked, 'body', { value: undefined })
    expect(await readBody(asked)).toEqual(new Uint8Array())
  })

  test('more than the limit is too long', async () => {
    await expect(readBody(withoutStream(LIMIT + 1))).rejects.toMatchObject(TOO_LONG)
  })

  test('a body that cannot be read to its end is answered with 400', async () => {
    const asked = withoutStream(1)
    const cause = new TypeError('reset')
    Object.defineProperty(asked, 'arrayBuffer', { value: () => Promise.reject(cause) })
    await expect(readBody(asked)).rejects.toMatchObject({ status: 400, cause })
  })
})
