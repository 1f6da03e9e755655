/** What the docs page sends in a tab of its own: with the cookies that its answers set. */

import { expect, test } from 'vitest'
import type { HeaderList } from '../../../server/security/trace.ts'
import { encodeTrace, TRACE_HEADER } from '../../../server/stage/trace-header.ts'
import { CookieJar } from '../../../web/stage/cookie-jar.ts'
import { sendWithJar } from '../../../web/stage/send-with-jar.ts'

const LAB_COOKIE = 'x-playground-header-cookie'

/** Sends requests to paths one after the other, each of whose answers sets its lines; gives the cookies they carried. */
async function carried(...asked: [path: string, sets: string[]][]): Promise<(string | null)[]> {
  const seen: (string | null)[] = []
  let lines: HeaderList = []
  const send = sendWithJar(new CookieJar(), async (request) => {
    seen.push(request.headers.get(LAB_COOKIE))
    const trace = encodeTrace([{ kind: 'sent', status: 200, headers: lines }])
    return new Response('', { headers: { [TRACE_HEADER]: trace } })
  })
  for (const [path, sets] of asked) {
    lines = sets.map((line) => ['set-cookie', line])
    await send(new Request(new URL(path, location.origin)))
  }
  return seen
}

test('the first request says that there are no cookies', async () => {
  expect(await carried(['/api/', []])).toEqual([''])
})

test('cookies that the trace tells of go along where their path leads', async () => {
  expect(
    await carried(
      ['/api/login', ['a=1; Path=/api/; HttpOnly', 'b=2']],
      ['/api/me', []],
      ['/other/', []],
    ),
  ).toEqual(['', 'a=1; b=2', ''])
})

test('a cookie that ends is gone with the next request', async () => {
  expect(await carried(['/', ['a=1']], ['/', ['a=; Max-Age=0']], ['/', []])).toEqual([
    '',
    'a=1',
    '',
  ])
})
