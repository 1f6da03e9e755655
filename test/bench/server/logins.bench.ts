/** What logins cost: others who wait meanwhile, and whether time tells a name that exists from one that does not. */

import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { quantile, report } from '../support.ts'
import { serveStep } from './load.ts'

const KEY = '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'

async function login(base: string, username: string, password: string): Promise<number> {
  const start = performance.now()
  const body = new URLSearchParams({ username, password })
  const response = await fetch(`${base}/token`, { method: 'POST', body })
  await response.text()
  return performance.now() - start
}

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
  const client = async () => {
    while (!storm.signal.aborted) await login(base, 'johndoe', 'secret')
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
