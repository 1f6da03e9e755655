/** People who reach the servers by another address than they listen at: a proxy that ends TLS, a forwarded port. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RealServer, startRealServer } from '../e2e/support/playground.ts'
import { startChromium } from './support/chromium.ts'
import { authorize, execute } from './support/docs.ts'
import type { Driver } from './support/driver.ts'
import { predict, sendToken } from './support/learner.ts'
import { Person } from './support/person.ts'
import { type Proxy, startForwarder, startTlsProxy } from './support/proxy.ts'
import type { Tab } from './support/tab.ts'

let real: RealServer
let proxy: Proxy
let driver: Driver

beforeAll(async () => {
  real = await startRealServer({
    environment: {
      ALLOWED_HOSTS: 'lab.example,auth.lab.example,client.lab.example,8001.lab.example',
      // What signs with the published key may be seen here: the proxy is on this machine too.
      ALLOW_PUBLISHED_KEY: '1',
    },
  })
  proxy = await startTlsProxy({
    'lab.example': real.url,
    'auth.lab.example': real.authUrl,
    'client.lab.example': real.clientUrl,
    'stranger.lab.example': real.url,
  })
  driver = await startChromium([
    `--host-resolver-rules=MAP *.lab.example:443 127.0.0.1:${proxy.port}, MAP lab.example:443 127.0.0.1:${proxy.port}`,
    '--ignore-certificate-errors',
  ])
})
afterAll(async () => {
  await driver?.close()
  await proxy?.stop()
  await real?.stop()
})

/** Somebody new, before one address, for one test. */
async function visit(url: string, act: (tab: Tab) => Promise<void>) {
  const person = await Person.at(driver)
  try {
    await act(await person.open(url))
  } finally {
    await person.leave()
  }
}

/** Logs in at the client server's form, and reads the data behind it. */
async function logInAndRead(tab: Tab): Promise<void> {
  await tab.type({ css: 'input[name=username]' }, 'johndoe')
  await tab.type({ css: 'input[name=password]' }, 'secret')
  await tab.click({ role: 'button', name: 'Login' })
  await tab.see('Logged in as johndoe')
  const { origin } = new URL(await tab.url())
  await tab.goTo(`${origin}/test-users-me`)
  await tab.see('johndoe@example.com')
}

describe('behind a proxy that ends TLS', () => {
  test('a learner sends a token to the real server, logs in in lesson 5, and sends one to the server in this browser', () =>
    visit('https://lab.example/#/en/first-steps/invent', async (tab) => {
      await sendToken(tab, 'Bearer', 'through-the-proxy', '{"token":"through-the-proxy"}')
      await tab.see('answered by the real server')
      await tab.goTo('https://lab.example/#/en/two-servers/who-sees')
      await tab.find({ css: 'bp-lesson-page[page=who-sees]' })
      expect(await predict(tab, 'both')).toContain('200 OK')
      await tab.goTo('https://lab.example/#/en/first-steps/invent')
      await tab.find({ css: 'bp-lesson-page[page=invent]' })
      await tab.click({ role: 'button', name: 'In this browser' })
      await sendToken(tab, 'Bearer', 'in-here', '{"token":"in-here"}')
      await tab.see('answered in this browser')
    }))

  test('somebody authorizes in the docs of the auth server and asks for their data', () =>
    visit('https://auth.lab.example/docs', async (tab) => {
      await authorize(tab, 'johndoe', 'secret')
      expect(await execute(tab, '/users/me/')).toContain('johndoe@example.com')
    }))

  test('somebody logs in at the form of the client server, and the cookie stays with https', () =>
    visit('https://client.lab.example/', async (tab) => {
      await logInAndRead(tab)
      expect(proxy.cookies.at(-1)).toMatch(/^jwt_token=.*; Secure/)
    }))

  test('somebody who comes by a name that the setting does not have reads that it is not served', () =>
    visit('https://stranger.lab.example/', async (tab) => {
      await tab.see('"detail"')
      const status = await tab.evaluate('fetch("/").then(({ status }) => status)')
      expect(status).toBe(421)
    }))
})

describe('behind a forwarded port', () => {
  test('somebody logs in where the port is another on this machine', async () => {
    const forwarder = await startForwarder(real.clientUrl)
    await visit(`http://localhost:${forwarder.port}/`, logInAndRead)
    await forwarder.stop()
  })

  test('somebody logs in where the forwarder says a public Host and the origin of this machine', async () => {
    const { origin } = new URL(real.clientUrl)
    const forwarder = await startForwarder(real.clientUrl, (headers) => ({
      ...headers,
      host: '8001.lab.example',
      ...(headers.origin && { origin }),
    }))
    await visit(`http://localhost:${forwarder.port}/`, logInAndRead)
    await forwarder.stop()
  })

  test('somebody logs in where the forwarder says the Host that the server listens at', async () => {
    const { host } = new URL(real.clientUrl)
    const forwarder = await startForwarder(real.clientUrl, (headers) => ({ ...headers, host }))
    await visit(`http://localhost:${forwarder.port}/`, logInAndRead)
    await forwarder.stop()
  })

  test('a learner sends a token to the real server', async () => {
    const forwarder = await startForwarder(real.url)
    await visit(`http://localhost:${forwarder.port}/#/en/first-steps/invent`, async (tab) => {
      await sendToken(tab, 'Bearer', 'forwarded', '{"token":"forwarded"}')
    })
    await forwarder.stop()
  })
})
