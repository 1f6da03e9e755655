/** Passwords against hashes: as much work for nobody as for somebody, and none where bcrypt would cut. */

import { compare } from 'bcryptjs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import jwtApp from '../../../lessons/4-jwt/app.ts'
import { type BcryptCompare, useBcrypt, verifyPassword } from '../../../server/security/password.ts'
import { URLENCODED } from '../support/forms.ts'

const HASH = '$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW'

const bcrypt: BcryptCompare = (password, hash) => compare(password, hash)
const counted = vi.fn<BcryptCompare>()
beforeEach(() => {
  counted.mockReset().mockResolvedValue(true)
  useBcrypt(counted)
})
afterEach(() => useBcrypt(bcrypt))

describe('who compares', () => {
  test('gets the password as typed, and the hash', async () => {
    await verifyPassword({}, ' S\u00e9cret ', HASH)
    expect(counted).toHaveBeenCalledExactlyOnceWith(' S\u00e9cret ', HASH, {})
  })

  test.each([
    ['somebody', HASH],
    ['nobody', undefined],
  ])('gets the name that was typed for %s, and hears when the client goes', async (_, hash) => {
    const client = new AbortController()
    const raw = new Request('http://localhost/token', { signal: client.signal })
    await verifyPassword({ req: { raw }, var: { form: { username: 'A' } } }, 'secret', hash)
    const [[, , login] = []] = counted.mock.calls
    expect(login?.name).toBe('A')
    expect(login?.signal?.aborted).toBe(false)
    client.abort()
    expect(login?.signal?.aborted).toBe(true)
  })

  test.each([true, false])('says %s, and so it is', async (same) => {
    counted.mockResolvedValue(same)
    expect(await verifyPassword({}, 'secret', HASH)).toBe(same)
  })

  test('that fails is no wrong password', async () => {
    counted.mockRejectedValue(new Error('no thread'))
    await expect(verifyPassword({}, 'secret', HASH)).rejects.toThrow('no thread')
    await expect(verifyPassword({}, 'secret', undefined)).rejects.toThrow('no thread')
  })
})

describe('without a hash', () => {
  test('as much is compared, with one that costs the same, and the answer is no', async () => {
    expect(await verifyPassword({}, 'secret', undefined)).toBe(false)
    const [[password, hash] = []] = counted.mock.calls
    expect(counted).toHaveBeenCalledOnce()
    expect(password).toBe('secret')
    expect(hash).toMatch(/^\$2b\$12\$[./A-Za-z0-9]{53}$/)
    expect(hash).not.toBe(HASH)
  })

  test('an empty hash is one, and no password fits it', async () => {
    await verifyPassword({}, 'secret', '')
    expect(counted).toHaveBeenCalledExactlyOnceWith('secret', '', {})
  })
})

describe.each([
  ['somebody', HASH],
  ['nobody', undefined],
])('the password of %s', (_, hash) => {
  test.each<[what: string, password: string]>([
    ['nothing', ''],
    ['72 letters', 'a'.repeat(72)],
    ['36 letters of two bytes', '\u00e9'.repeat(36)],
    ['24 letters of three bytes', '\ud55c'.repeat(24)],
    ['18 letters of four bytes', '\u{1f511}'.repeat(18)],
    ['24 halves of letters', '\ud800'.repeat(24)],
    ['what looks like a NUL', String.raw`\0%00`],
  ])('that is %s is compared', async (_what, password) => {
    expect(await verifyPassword({}, password, hash)).toBe(hash !== undefined)
    expect(counted).toHaveBeenCalledOnce()
  })

  test.each<[what: string, password: string]>([
    ['73 letters', 'a'.repeat(73)],
    ['a right one and 67 letters', `secret${'y'.repeat(67)}`],
    ['36 letters of two bytes and one of one', `${'\u00e9'.repeat(36)}a`],
    ['24 letters of three bytes and one of one', `${'\ud55c'.repeat(24)}a`],
    ['19 letters of four bytes', '\u{1f511}'.repeat(19)],
    ['25 halves of letters', '\ud800'.repeat(25)],
    ['64 KiB', 'a'.repeat(65_536)],
    ['a NUL', '\0'],
    ['a right one and a NUL', 'secret\0'],
    ['a NUL and a right one', '\0secret'],
    ['a right one, a NUL and more', 'secret\0x'],
  ])('that is %s is wrong, and nothing is compared', async (_what, password) => {
    expect(await verifyPassword({}, password, hash)).toBe(false)
    expect(counted).not.toHaveBeenCalled()
  })
})

describe('at the token endpoint', () => {
  const login = async (username: string, password: string) => {
    const response = await jwtApp.request('/token', {
      method: 'POST',
      headers: { 'content-type': URLENCODED },
      body: new URLSearchParams({ username, password }),
    })
    return [
      response.status,
      [...response.headers],
      await response.text(),
      counted.mock.calls.length,
    ]
  }

  test.each([
    ['a wrong password', 'incorrect', 1],
    ['no password that bcrypt reads', 'secret\0', 0],
    ['an endless password', 'x'.repeat(5000), 0],
  ])('%s is the same work and the same answer for any name', async (_, password, runs) => {
    counted.mockResolvedValue(false)
    const known = await login('johndoe', password)
    counted.mockClear()
    const unknown = await login('nobody', password)
    expect(known).toEqual(unknown)
    expect([known[0], known[3]]).toEqual([401, runs])
  })

  test('a name nobody has is refused, even if any password fitted', async () => {
    expect((await login('nobody', 'secret'))[0]).toBe(401)
    expect((await login('__proto__', 'secret'))[0]).toBe(401)
    expect((await login('johndoe', 'anything'))[0]).toBe(200)
  })
})

test('bcrypt itself tells the right password from one in capitals', async () => {
  useBcrypt(bcrypt)
  expect(await verifyPassword({}, 'secret', HASH)).toBe(true)
  expect(await verifyPassword({}, 'SECRET', HASH)).toBe(false)
})

test('who compares when nobody was named is bcrypt', async () => {
  vi.resetModules()
  const fresh = await import('../../../server/security/password.ts')
  expect(await fresh.verifyPassword({}, 'secret', HASH)).toBe(true)
  expect(await fresh.verifyPassword({}, 'secret', undefined)).toBe(false)
  expect(counted).not.toHaveBeenCalled()
})
