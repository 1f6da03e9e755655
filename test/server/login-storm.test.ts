/** Logins at the built server: their hashing holds up nobody. */

import { expect, test, vi } from 'vitest'
import { portIn, startBuilt } from './support/built-server.ts'

vi.setConfig({ testTimeout: 60_000 })

const LOGIN = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'username=johndoe&password=secret',
}

test('requests that come after six logins are answered before the last of them', async () => {
  const port = portIn(await startBuilt({}, ['serve', 'jwt', '--port', '0']).ready)
  const base = `http://127.0.0.1:${port}`
  const answered: string[] = []
  const note = async (name: string, asked: Promise<Response>) => {
    const { status } = await asked
    answered.push(name)
    return status
  }
  const logins = Array.from({ length: 6 }, (_, i) =>
    note(`login ${i}`, fetch(`${base}/token`, LOGIN)),
  )
  const others = Array.from({ length: 6 }, (_, i) => note(`me ${i}`, fetch(`${base}/users/me/`)))

  expect(await Promise.all(others)).toEqual([401, 401, 401, 401, 401, 401])
  expect(answered.filter((name) => name.startsWith('login')).length).toBeLessThan(6)
  expect(await Promise.all(logins)).toEqual([200, 200, 200, 200, 200, 200])
})
