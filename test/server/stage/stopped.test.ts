/** The switch of the lab: for one request the auth server is gone, and nobody else notices. */

import { expect, test } from 'vitest'
import { lessonHosts } from '../../../server/playground/lesson-hosts.ts'
import { performWithTraceHeader } from '../../../server/stage/perform.ts'
import { decodeTrace } from '../../../server/stage/trace-header.ts'

const find = lessonHosts()

async function logIn(headers: Record<string, string>) {
  const url = 'http://localhost/lessons/two-servers/client/get-token'
  const body = new URLSearchParams({ username: 'johndoe', password: 'secret' })
  const host = (await find(new URL(url).pathname))!
  const fetch = () => Promise.resolve(Response.json({ access_token: 'a.b.c' }))
  return performWithTraceHeader(host, new Request(url, { method: 'POST', headers, body }), {
    fetch,
  })
}

test('a login while the auth server is stopped answers 502 with a page', async () => {
  const response = await logIn({ 'x-playground-auth-server': 'stopped' })
  expect(response.status).toBe(502)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await response.text()).toContain('The auth server cannot be reached')
  const call = decodeTrace(response.headers.get('x-trace')).find(({ kind }) => kind === 'called')
  expect(call).toMatchObject({ response: null })
})

test.each<Record<string, string>>([{}, { 'x-playground-auth-server': 'running' }])(
  'a login with %j reaches it',
  async (headers) => {
    expect((await logIn(headers)).status).toBe(200)
  },
)
