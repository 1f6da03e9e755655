/** What logins cost: others who wait meanwhile, and whether time tells a name that exists from one that does not. */

import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { quantile, report } from '../support.ts'
import { serveStep } from './load.ts'

const KEY = '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'

interface Answered {
  status: number
  milliseconds: number
}

async function answered(
  url: string,
  username: string,
  password: string,
  signal?: AbortSignal,
): Promise<Answered> {
  const start = performance.now()
  const body = new URLSearchParams({ username, password })
  const response = await fetch(url, { method: 'POST', body, ...(signal && { signal }) })
  await response.text()
  return { status: response.status, milliseconds: performance.now() - start }
}

const login = async (base: string, username: string, password: string) =>
  (await answered(`${base}/token`, username, password)).milliseconds

/** How often each status came, in words. */
function statuses(answers: Answered[]): string {
  const counts = new Map<number, number>()
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ')
}

const slowest = (answers: Answered[]) =>
  `${(Math.max(...answers.map(({ milliseconds }) => milliseconds)) / 1000).toFixed(2)} s`

test.each([
  ['equal', () => 'secret', '40 × 200'],
  ['different', (i: number) => `wrong ${i}`, 'the rest 503'],
])('forty logins at once with %s passwords', async (what, password, bar) => {
  const step = await serveStep('jwt')
  const url = `http://127.0.0.1:${step.port}/token`
  await answered(url, 'johndoe', 'warm')
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => answered(url, 'johndoe', password(i))),
  )
  step.stop()
  expect(answers).toHaveLength(40)
  report(`slowest of 40 logins at once, ${what} passwords`, slowest(answers), '3 s')
  report('  their answers', statuses(answers), bar)
})

test.each([
  ['equal', () => 'secret', '30 × 200'],
  ['different', (i: number) => `wrong ${i}`, 'no 504'],
])('thirty logins through the client server with %s passwords', async (what, password, bar) => {
  const auth = await serveStep('jwt')
  const client = await serveStep('two-servers', {
    AUTH_SERVER_URL: `http://127.0.0.1:${auth.port}`,
  })
  const url = `http://127.0.0.1:${client.port}/get-token`
  await answered(url, 'johndoe', 'warm')
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) => answered(url, 'johndoe', password(i))),
  )
  auth.stop()
  client.stop()
  expect(answers).toHaveLength(30)
  report(`slowest of 30 logins through the client, ${what} passwords`, slowest(answers), '3 s')
  report('  their answers', statuses(answers), bar)
})

test.each(['the auth server', 'the client server'])(
  'a login after thirty whose clients left %s',
  async (asked) => {
    const auth = await serveStep('jwt')
    const base = `http://127.0.0.1:${auth.port}`
    const client = await serveStep('two-servers', { AUTH_SERVER_URL: base })
    const url =
      asked === 'the auth server' ? `${base}/token` : `http://127.0.0.1:${client.port}/get-token`
    await answered(url, 'johndoe', 'warm')
    const alone = await answered(url, 'johndoe', 'secret')
    const left = new AbortController()
    const gone = Array.from({ length: 30 }, (_, i) =>
      answered(url, 'johndoe', `wrong ${i}`, left.signal).catch(() => {}),
    )
    // All of them have arrived once this has been answered behind them.
    await fetch(`${base}/users/me/`)
    left.abort()
    await Promise.all(gone)
    const next = await answered(url, 'johndoe', 'secret')
    auth.stop()
    client.stop()
    expect(alone.status).toBe(200)
    // One comparison may have begun when its client left.
    const ratio = next.milliseconds / alone.milliseconds
    report(`a login after 30 that left ${asked}, against one alone`, ratio.toFixed(1), '2')
    report('  its answer', String(next.status), '200')
  },
)

test('/users/me/ while eight clients log in', async () => {
  const step = await serveStep('jwt')
  const base = `http://127.0.0.1:${step.port}`
  const token = await new SignJWT({ sub: 'johndoe' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('30m')
    .sign(new TextEncoder().encode(KEY))
  const me = async (count: number) => {
    const times: number[] = []
    for (let i = 0; i < count; i++) {
      const start = performance.now()
      const response = await fetch(`${base}/users/me/`, {
        headers: { authorization: `Bearer ${token}` },
      })
      await response.text()
      expect(response.status).toBe(200)
      times.push(performance.now() - start)
    }
    return times
  }
  await me(300)
  const idle = quantile(await me(1500), 0.99)

  const storm = new AbortController()
  // Each with a password of its own: equal ones would be compared once.
  const client = async (_: unknown, i: number) => {
    while (!storm.signal.aborted) await login(base, 'johndoe', `wrong ${i}`)
  }
  const clients = Array.from({ length: 8 }, client)
  await login(base, 'johndoe', 'secret')
  const stormy = quantile(await me(1500), 0.99)
  storm.abort()
  await Promise.all(clients)
  step.stop()
  report('p99 of /users/me/ in a storm of logins, against idle', (stormy / idle).toFixed(1), '5')
})

test('an unknown user against a wrong password', async () => {
  const step = await serveStep('jwt')
  const base = `http://127.0.0.1:${step.port}`
  const times: Record<'unknown' | 'wrong', number[]> = { unknown: [], wrong: [] }
  await login(base, 'johndoe', 'wrong')
  for (let i = 0; i < 25; i++) {
    times.unknown.push(await login(base, 'nobody', 'secret'))
    times.wrong.push(await login(base, 'johndoe', 'wrong'))
  }
  step.stop()
  const ratio = quantile(times.unknown, 0.5) / quantile(times.wrong, 0.5)
  expect(times.wrong).toHaveLength(25)
  report('median of an unknown user against a wrong password', ratio.toFixed(3), '1 ± 0.05')
})
