/** The learner's clock on a hop between two servers: both live by it, and the record does not speak of it. */

import { expect, test } from 'vitest'
import { lessonHosts } from '../../../server/playground/lesson-hosts.ts'
import { performWithTraceHeader } from '../../../server/stage/perform.ts'
import { decodeTrace } from '../../../server/stage/trace-header.ts'

const find = lessonHosts()

/** Logs in; gives the response and what the auth server was asked. */
async function logIn(headers: Record<string, string>, token = 'opaque') {
  const url = 'http://localhost/lessons/two-servers/client/get-token'
  const body = new URLSearchParams({ username: 'johndoe', password: 'secret' })
  const host = (await find(new URL(url).pathname))!
  const asked: Request[] = []
  const response = await performWithTraceHeader(
    host,
    new Request(url, { method: 'POST', headers, body }),
    {
      fetch: (input, init) => {
        asked.push(new Request(input, init))
        return Promise.resolve(Response.json({ access_token: token }))
      },
    },
  )
  return { response, asked: asked[0]! }
}

test('the auth server is asked at the learner’s time, and its record has no word of it', async () => {
  const { response, asked } = await logIn({ 'x-playground-now': '2031-05-06T07:08:09+09:00' })
  expect(asked.headers.get('x-playground-now')).toBe('2031-05-05T22:08:09.000Z')
  expect(await asked.text()).toBe('username=johndoe&password=secret')
  const call = decodeTrace(response.headers.get('x-trace')).find((event) => event.kind === 'called')
  expect(call?.request.headers.map(([name]) => name)).not.toContain('x-playground-now')
})

test('without a clock of the learner’s the auth server is asked at no time in particular', async () => {
  const { asked } = await logIn({})
  expect(asked.headers.has('x-playground-now')).toBe(false)
})

test('a token that does not say when it ends makes a cookie for this visit', async () => {
  const { response } = await logIn({})
  expect(response.headers.getSetCookie()).toEqual([
    'jwt_token=opaque; Path=/lessons/two-servers/client/; HttpOnly; SameSite=Lax',
  ])
})
