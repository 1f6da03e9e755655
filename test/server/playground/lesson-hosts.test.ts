/** Where each lesson's servers are found: by path, the nearest mount first. */

import { describe, expect, test } from 'vitest'
import { lessonHosts, upstreamOf } from '../../../server/playground/lesson-hosts.ts'

const MOUNTS = ['/lessons/first-steps/api', '/lessons/first-steps/api/v1']

/** Paths of folders as browsers spell them: `a b`, `100%`, `수업 (1)*`, and what they leave as it is. */
const FOLDERS = [
  '/a%20b',
  '/100%25',
  '/%EC%88%98%EC%97%85%20(1)*',
  "/a+b&c='d'",
  '/a:b/[x]',
  '/%5Ba%5D',
  '/$&',
]

describe.each(['', '/playground', '/a/b', ...FOLDERS])('with the playground at "%s"', (base) => {
  const find = lessonHosts({ base })
  const ask = async (path: string) => {
    const host = await find(base + path)
    if (!host) throw new Error(`no host at ${path}`)
    const url = `http://localhost${base}${path}`
    return host.fetch(new Request(url, { headers: { Authorization: 'Bearer x' } }))
  }

  test.each(MOUNTS)('GET %s/items/ is answered by its step app', async (mount) => {
    const response = await ask(`${mount}/items/`)
    expect([response.status, await response.json()]).toEqual([200, { token: 'x' }])
  })

  test.each(MOUNTS)('GET %s/items is redirected below the same mount', async (mount) => {
    expect((await ask(`${mount}/items`)).headers.get('location')).toBe(`${base}${mount}/items/`)
  })

  test.each([
    [MOUNTS[0]!, 'first-steps/api'],
    [MOUNTS[1]!, 'first-steps/api/v1'],
  ])('GET %s/openapi.json is titled %s', async (mount, title) => {
    const description = await (await ask(`${mount}/openapi.json`)).json()
    expect(description).toMatchObject({ info: { title }, paths: { '/items/': {} } })
  })

  test.each(MOUNTS)('the script of %s/docs is the one beside the page', async (mount) => {
    const html = await (await ask(`${mount}/docs`)).text()
    const script = /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(new URL(script, `http://localhost${base}${mount}/docs`).pathname).toBe(`${base}/docs.js`)
  })
})

test.each([
  '/lessons/first-steps/api',
  '/lessons/first-steps/apis/items/',
  '/lessons/first-steps/',
  '/lessons/first-steps/API/items/',
  '/lessons/nowhere/api/items/',
  '/lessons/__proto__/api/items/',
  '/lessons//api/items/',
  '/lessons/first-steps%2Fapi/items/',
  '/items/',
  '/',
  '',
])('no host is at "%s"', async (path) => {
  expect(await lessonHosts()(path)).toBeUndefined()
})

test('a mount has one host, however often it is found', async () => {
  const find = lessonHosts()
  const [a, b] = await Promise.all([find(`${MOUNTS[0]}/items/`), find(`${MOUNTS[0]}/docs`)])
  expect(a).toBeDefined()
  expect(a).toBe(b)
  expect(await find(`${MOUNTS[1]}/docs`)).not.toBe(a)
})

test('nothing is found at a path outside the base', async () => {
  expect(
    await lessonHosts({ base: '/playground' })('/lessons/first-steps/api/items/'),
  ).toBeUndefined()
})

test.each([
  ['', '/lessons/two-servers/client/get-token', '/lessons/two-servers/auth'],
  ['', '/lessons/two-servers/faithful/', '/lessons/two-servers/auth'],
  ['/a', '/a/lessons/two-servers/client/', '/a/lessons/two-servers/auth'],
  ['', '/lessons/two-servers/auth/users/me/', undefined],
  ['', '/lessons/two-servers/clients/', undefined],
  ['', '/lessons/first-steps/api/v1/token', undefined],
  ['', '/lessons/nowhere/client/', undefined],
  ['', '/', undefined],
])('below "%s", the server at %s calls %s', async (base, path, upstream) => {
  expect(await upstreamOf(path, base)).toBe(upstream)
})
