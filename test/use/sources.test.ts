/** Both of the tutorials this playground follows, done as they say, step by step. */

import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRealServer } from '../e2e/support/playground.ts'
import { serveAlone } from './support/alone.ts'
import { startChromium } from './support/chromium.ts'
import { authorize, execute } from './support/docs.ts'
import type { Driver } from './support/driver.ts'
import { Person } from './support/person.ts'
import type { Tab } from './support/tab.ts'

let driver: Driver
beforeAll(async () => {
  driver = await startChromium()
})
afterAll(() => driver?.close())

const on127 = (url: string) => url.replace('localhost', '127.0.0.1')

describe('“Security - First Steps”: one server with one guarded route', () => {
  let server: Awaited<ReturnType<typeof serveAlone>>
  let person: Person
  let docs: Tab
  beforeAll(async () => {
    server = await serveAlone('first-steps')
    person = await Person.at(driver)
    docs = await person.open(`${on127(server.url)}/docs`)
  })
  afterAll(async () => {
    await person?.leave()
    await server?.stop()
  })

  test('a reader opens /docs and sees the route and the Authorize button', async () => {
    await docs.see('/items/')
    await docs.find({ role: 'button', css: '.swagger-ui button.authorize' })
  })

  test('a reader presses Authorize and finds a form for name and password, whose token URL nobody answers yet', async () => {
    await docs.click({ css: '.swagger-ui button.authorize.btn' })
    const form = await docs.text({ css: '.modal-ux' })
    expect(form).toContain('OAuth2PasswordBearer (OAuth2, password)')
    for (const field of ['username', 'password']) expect(form).toContain(`${field}:`)
    await docs.type({ css: '.modal-ux #oauth_username' }, 'johndoe')
    await docs.type({ css: '.modal-ux #oauth_password' }, 'secret')
    await docs.click({ css: '.modal-ux button.authorize' })
    await docs.see('Not Found', { css: '.modal-ux' })
    await docs.click({ css: '.modal-ux button.btn-done' })
  })

  test('a reader executes GET /items/ without a token and is refused with 401', async () => {
    const answer = await execute(docs, '/items/')
    expect(answer).toContain('401')
    expect(answer).toContain('Not authenticated')
  })

  test('a reader sends foobar as Bearer and gets it back', async () => {
    const headers = { Authorization: 'Bearer foobar' }
    const response = await fetch(`${on127(server.url)}/items/`, { headers })
    expect([response.status, await response.text()]).toEqual([200, '{"token":"foobar"}'])
  })
})

describe.each([
  ['as this playground serves it', []],
  ['as the tutorial has it', ['--faithful']],
])('“QAuth2, Bearer, JWT”, two servers, %s', (variant, args) => {
  let real: Awaited<ReturnType<typeof startRealServer>>
  let person: Person
  beforeAll(async () => {
    real = await startRealServer({ args })
    person = await Person.at(driver)
  })
  afterAll(async () => {
    await person?.leave()
    await real?.stop()
  })

  test('a reader logs in at the form, then opens the pages of their data and their items', async () => {
    const tab = await person.open(real.clientUrl)
    await tab.type({ role: 'field', name: 'Username' }, 'johndoe')
    await tab.type({ role: 'field', name: 'Password' }, 'secret')
    await tab.click({ role: 'button', name: 'Login' })
    await tab.see('Logged in as johndoe')
    await tab.goTo(`${real.clientUrl}test-users-me`)
    await tab.see('johndoe@example.com')
    await tab.goTo(`${real.clientUrl}test-users-me-items`)
    const items = await tab.see('Foo')
    expect(items).toContain('johndoe')
    // The tutorial's cookie is readable by scripts, ours is not.
    const isReadable = await tab.evaluate<boolean>('document.cookie.includes("jwt_token=")')
    expect(isReadable).toBe(variant === 'as the tutorial has it')
    await tab.close()
  })

  // Ours are opened behind a proxy, and in the other engines.
  if (variant !== 'as the tutorial has it') return

  test('a reader opens the auth server’s /docs, authorizes, and asks who they are and what they own; the client server’s shows its routes', async () => {
    const docs = await person.open(`${real.authUrl}docs`)
    for (const path of ['/token', '/users/me/', '/users/me/items/']) await docs.see(path)
    await authorize(docs, 'johndoe', 'secret')
    expect(await execute(docs, '/users/me/')).toContain('johndoe@example.com')
    expect(await execute(docs, '/users/me/items/')).toContain('Foo')
    await docs.goTo(`${real.clientUrl}docs`)
    for (const path of ['/get-token', '/test-users-me', '/test-users-me-items']) {
      await docs.see(path)
    }
    await docs.close()
  })
})

describe('the addresses that the tutorials name', () => {
  const PORTS = [3000, 8000, 8001]
  test('localhost:3000, :8000 and :8001 are what npm start prints and uses', async ({ skip }) => {
    const taken = (await Promise.all(PORTS.map(isTaken))).some(Boolean)
    skip(taken, 'something else on this machine has one of the ports 3000, 8000 and 8001')
    const environment = { PORT: undefined, AUTH_PORT: undefined, CLIENT_PORT: undefined }
    const real = await startRealServer({ environment })
    try {
      const { url, authUrl, clientUrl } = real
      expect([url, authUrl, clientUrl]).toEqual(PORTS.map((port) => `http://localhost:${port}/`))
      const person = await Person.at(driver)
      const tab = await person.open('http://localhost:8001/')
      await tab.find({ role: 'button', name: 'Login' })
      await person.leave()
    } finally {
      await real.stop()
    }
  })
})

async function isTaken(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return false
  } catch {
    return true
  } finally {
    server.close()
  }
}
