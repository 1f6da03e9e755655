/** The client servers of the two-server lesson, asked in this process for tests that ask anything at all. */

import { expect } from 'vitest'
import type { HeaderList } from '../../server/security/trace.ts'
import { perform } from '../../server/stage/perform.ts'
import { fetchInProcess, findHost, upstreamAt } from './in-process.ts'

export const ORIGIN = 'http://localhost'
export const CLIENT = '/lessons/two-servers/client'
export const FAITHFUL = '/lessons/two-servers/faithful'

interface Asked {
  method: string
  path: string
  headers?: HeaderList
  body?: BodyInit | null
}

interface Answered {
  status: number
  headers: Headers
  text: string
}

/**
 * Sends a request to a client server, and asserts what is so for every answer.
 *
 * @param fetch what the client server reaches others by: the servers in this process unless given.
 * @returns undefined where the path leads out of the server.
 */
export async function askClient(
  server: string,
  { method, path, headers = [], body = null }: Asked,
  fetch = fetchInProcess,
): Promise<Answered | undefined> {
  const url = new URL(ORIGIN + server + path)
  if (!url.pathname.startsWith(`${server}/`)) return undefined
  const host = (await findHost(url.pathname))!
  const sent = new Request(url, { method, headers, body })
  const { response, trace } = await perform(host, sent, {
    ...(await upstreamAt(url)),
    headers,
    fetch,
  })

  const { status, headers: given } = response
  const text = await response.text()
  expect(trace.at(-1)).toMatchObject({ kind: 'sent', status })
  expect(given.get('www-authenticate')).toBeNull()
  if (status === 307 || sent.method === 'HEAD') expect(text).toBe('')
  else if (given.get('content-type') !== 'text/html; charset=utf-8') {
    expect(given.get('content-type')).toBe('application/json')
    const answer = JSON.parse(text) as object
    if (status >= 400) expect(Object.keys(answer)).toEqual(['detail'])
  }
  return { status, headers: given, text }
}

/** A login by the form of a client server's page. */
export const loginOf = (username: string, password = 'secret'): Asked => ({
  method: 'POST',
  path: '/get-token',
  body: new URLSearchParams({ username, password }),
})

/** Asks for data with a cookie. */
export const dataWith = (token: string): Asked => ({
  method: 'GET',
  path: '/test-users-me',
  headers: [['cookie', `jwt_token=${token}`]],
})
