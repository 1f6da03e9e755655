/** A person logs in at lesson 5's client server, by its own form and in a browser's own tab: nothing of the playground's page helps. */

import { once } from 'node:events'
import { createServer, request as passOn } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from 'vitest'
import { type RealServer, startRealServer } from '../e2e/support/playground.ts'
import { closeProfiles, sharedBrowser } from '../e2e/support/visit.ts'

let browser: Browser
let context: BrowserContext
let page: Page
let hardened: RealServer
let tutorial: RealServer

beforeAll(async () => {
  browser = await sharedBrowser()
  hardened = await startRealServer()
  tutorial = await startRealServer({ args: ['--faithful'] })
})
afterAll(async () => {
  await closeProfiles(browser)
  await Promise.all([hardened?.stop(), tutorial?.stop()])
})
beforeEach(async () => {
  context = await browser.newContext()
  context.setDefaultTimeout(15_000)
  page = await context.newPage()
})
afterEach(() => context.close())

const on = (host: string, url: string) => url.replace('localhost', host)

/** Fills the form in and sends it, and gives the status of the page that comes. */
async function logIn(password = 'secret', name = 'johndoe'): Promise<number> {
  await page.getByPlaceholder('Username').fill(name)
  await page.getByPlaceholder('Password').fill(password)
  return statusAfter(() => page.getByRole('button', { name: 'Login' }).click())
}

const follow = (name: string) =>
  statusAfter(() => page.getByRole('link', { name, exact: true }).click())

const logOut = () => statusAfter(() => page.getByRole('button', { name: 'Log out' }).click())

/** The status of the page that a deed leads to. */
async function statusAfter(deed: () => Promise<void>): Promise<number> {
  const navigated = page.waitForResponse((response) => response.request().isNavigationRequest())
  await deed()
  const response = await navigated
  await response.finished()
  await page.waitForLoadState()
  return response.status()
}

async function open(url: string): Promise<number> {
  return (await page.goto(url))!.status()
}

const shown = () => page.locator('body').innerText()

const cookies = async () => (await context.cookies()).map(({ name, path }) => `${name} ${path}`)

test.each([
  ['on localhost', () => hardened.clientUrl, '/'],
  [
    'below the playground on 127.0.0.1',
    () => on('127.0.0.1', `${hardened.url}lessons/two-servers/client/`),
    '/lessons/two-servers/client/',
  ],
])(
  'the client server %s leads a person back from a wrong address and a wrong password, lets them in by its form, on to the data, and out again',
  async (_, client, path) => {
    expect(await open(`${client()}users/me/`)).toBe(404)
    expect(await shown()).toContain('Not Found')
    expect(await follow('Login page')).toBe(200)
    expect(page.url()).toBe(client())

    expect(await logIn('')).toBe(422)
    expect(await shown()).toContain('password: Field required')
    expect(await logIn('wrong')).toBe(401)
    expect(await shown()).toContain('Login failed')
    expect(await cookies()).toEqual([])

    expect(await logIn()).toBe(200)
    expect(await shown()).toContain('Logged in as johndoe')
    expect(await cookies()).toEqual([`jwt_token ${path}`])
    expect(await follow('Your data')).toBe(200)
    expect(await shown()).toContain('johndoe@example.com')
    expect(await follow('Your items')).toBe(200)
    expect(await shown()).toContain('Foo')

    expect(await logOut()).toBe(200)
    expect(await shown()).toContain('Logged out')
    expect(await cookies()).toEqual([])
    expect(await open(`${client()}test-users-me`)).toBe(401)
    expect(await shown()).toContain('No access token available')
    expect(await logIn()).toBe(200)
  },
)

test.each([
  ['on 127.0.0.1', () => on('127.0.0.1', tutorial.clientUrl)],
  ['below the playground', () => `${hardened.url}lessons/two-servers/faithful/`],
])(
  'the tutorial’s own client server %s answers a wrong password as the tutorial does, lets a person in by its form, and shows the data',
  async (_, client) => {
    await open(client())
    expect(await logIn('wrong')).toBe(401)
    expect(await page.content()).toContain('{"detail":"Login failed"}')
    await open(client())
    expect(await logIn()).toBe(200)
    expect(await shown()).toBe('Logged in as johndoe')
    expect(await open(`${client()}test-users-me`)).toBe(200)
    expect(await shown()).toContain('johndoe@example.com')
    expect(await open(`${client()}test-users-me-items`)).toBe(200)
    expect(await shown()).toContain('Foo')
  },
)

test('a person whose auth server is down gets a page that says so, with the form', async () => {
  const AUTH_SERVER_URL = `http://127.0.0.1:${await closedPort()}`
  const alone = await startRealServer({ environment: { AUTH_SERVER_URL } })
  onTestFinished(() => alone.stop())
  await open(alone.clientUrl)
  expect(await logIn()).toBe(502)
  expect(await shown()).toContain('The auth server cannot be reached')
  expect(await page.getByPlaceholder('Username').count()).toBe(1)
})

describe('a form on a page of another origin', () => {
  const login = (action: string) =>
    `<form action="${action}get-token" method="post">
      <input name="username" value="johndoe"><input name="password" value="secret"><button>Win</button>
    </form>`

  test.each([
    ['another port of this machine', 'localhost', 'same-site'],
    ['another site', '127.0.0.1', 'cross-site'],
  ])('on %s logs nobody in, and a person can read why', async (_, host, said) => {
    const port = await serve((_asked, answer) => {
      answer.setHeader('content-type', 'text/html')
      answer.end(login(hardened.clientUrl))
    })
    await open(`http://${host}:${port}/`)
    const sent = page.waitForRequest(/get-token$/)
    expect(await statusAfter(() => page.getByRole('button', { name: 'Win' }).click())).toBe(403)
    expect((await (await sent).allHeaders())['sec-fetch-site']).toBe(said)
    expect(await shown()).toContain('Sent from another origin')
    expect(await cookies()).toEqual([])
    // The form that is shown is the server's own.
    expect(await logIn()).toBe(200)
  })
})

test('a person behind a proxy that names another host to the server is let in', async () => {
  const { host } = new URL(hardened.clientUrl)
  const port = await serve((asked, answer) => {
    const { method, url: path, headers } = asked
    const [hostname, at] = host.split(':')
    const onward = passOn({ hostname, port: at, method, path, headers: { ...headers, host } })
    onward.on('response', (got) => {
      answer.writeHead(got.statusCode!, got.headers)
      got.pipe(answer)
    })
    asked.pipe(onward)
  })
  await open(`http://localhost:${port}/`)
  expect(await logIn()).toBe(200)
  expect(await follow('Your data')).toBe(200)
  expect(await logOut()).toBe(200)
})

type Answerer = NonNullable<Parameters<typeof createServer>[1]>

/** A server of somebody else's on a port of this machine, until the test ends. */
async function serve(answerer: Answerer): Promise<number> {
  const server = createServer(answerer).listen(0)
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return (server.address() as AddressInfo).port
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
