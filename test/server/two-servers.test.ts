/** The auth server and the client server as processes on ports of their own, and what each does without the other. */

import { describe, expect, test, vi } from 'vitest'
import { askRaw, type RawResponse } from '../support/raw-http.ts'
import { portIn, startBuilt } from './support/built-server.ts'
import { says, takenPort, upstream } from './support/upstream.ts'

vi.setConfig({ testTimeout: 30_000 })

const BELOW_PLAYGROUND = '/lessons/two-servers/client'

const logIn = (port: number, prefix = '') =>
  askRaw(port, {
    method: 'POST',
    path: `${prefix}/get-token`,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'username=johndoe&password=secret',
  })

const cookieIn = ({ headers }: RawResponse) =>
  headers.find(([name]) => name === 'set-cookie')?.[1] ?? ''

const seeData = (port: number, login: RawResponse, prefix = '') =>
  askRaw(port, {
    method: 'GET',
    path: `${prefix}/test-users-me`,
    headers: [['Cookie', cookieIn(login).split(';')[0]!]],
  })

/** Asserts that somebody can log in and see what belongs to him. */
async function works(port: number, prefix = ''): Promise<void> {
  const login = await logIn(port, prefix)
  expect(login.status).toBe(200)
  const data = await seeData(port, login, prefix)
  expect([data.status, data.body.toString()]).toEqual([
    200,
    expect.stringContaining('johndoe@example.com'),
  ])
}

async function started(environment: Record<string, string> = {}, args: string[] = []) {
  const server = startBuilt({ PORT: '0', ...environment }, args)
  return { ...server, printed: await server.lines(3) }
}

describe('npm start', () => {
  test('has the auth server on a port of its own', async () => {
    const { printed } = await started()
    const me = await askRaw(portIn(printed[1]!), { method: 'GET', path: '/users/me/' })
    expect(me.status).toBe(401)
    expect(me.headers).toContainEqual(['www-authenticate', 'Bearer'])
  })

  test('has the client server on another, and its cookie is for HTTP alone', async () => {
    const { printed } = await started()
    const port = portIn(printed[2]!)
    const page = await askRaw(port, { method: 'GET', path: '/' })
    expect([page.status, page.body.toString()]).toEqual([
      200,
      expect.stringContaining('<title>Login</title>'),
    ])
    await works(port)
    expect(cookieIn(await logIn(port))).toMatch(
      /^jwt_token=[\w.-]+; Max-Age=1[78]\d\d; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  test('has both below the playground too', async () => {
    const { printed } = await started()
    await works(portIn(printed[0]!), BELOW_PLAYGROUND)
  })
})

describe('npm start -- --faithful', () => {
  test('has the tutorial’s own client server, whose cookie is bare', async () => {
    const { printed } = await started({}, ['--faithful'])
    expect(printed[2]).toMatch(/^two-servers\/faithful is ready at http:\/\/localhost:[1-9]\d*$/)
    const port = portIn(printed[2]!)
    await works(port)
    expect(cookieIn(await logIn(port))).toMatch(/^jwt_token=[\w.-]+$/)
  })

  test.each(['0.0.0.0', '127.example'])(
    'is refused where others could come in, as with HOST=%s, before anything listens',
    async (HOST) => {
      expect(await startBuilt({ PORT: '0', HOST }, ['--faithful']).ended).toEqual({
        code: 1,
        signal: null,
        stdout: '',
        stderr:
          'bearer-playground: two-servers/faithful is vulnerable on purpose and answers this machine only; see HOST and --allow-weak-on-network\n',
      })
    },
  )

  test('is refused with serve', async () => {
    const { stdout, stderr, code } = await startBuilt({}, ['serve', 'jwt', '--faithful']).ended
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      'bearer-playground: --faithful goes without serve; serve two-servers/faithful\n',
    ])
  })
})

describe('a port that is taken is said in one line, and the lesson works below the playground', () => {
  test.each([
    ['AUTH_PORT', 'two-servers/auth', ['Bearer Playground', 'two-servers']],
    ['CLIENT_PORT', 'two-servers', ['Bearer Playground', 'two-servers/auth']],
  ])('%s', async (setting, name, others) => {
    const taken = await takenPort()
    const { child, lines, ended } = startBuilt({ PORT: '0', [setting]: String(taken.port) })
    const printed = await lines(2)
    expect(printed.map((line) => line.replace(/ is ready at .*/, ''))).toEqual(others)
    await works(portIn(printed[0]!), BELOW_PLAYGROUND)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({
      code: 0,
      stdout: `${printed.join('\n')}\n`,
      stderr: `bearer-playground: ${name} has no port of its own: port ${taken.port} is in use; choose another with ${setting}=…\n`,
    })
  })

  test('AUTH_PORT, and whoever has it gets no password: the client server asks the playground', async () => {
    const taken = await takenPort()
    const { lines } = startBuilt({ PORT: '0', AUTH_PORT: String(taken.port) })
    await works(portIn((await lines(2))[1]!))
    expect(taken.calls).toBe(0)
  })
})

describe('AUTH_SERVER_URL', () => {
  const TOKEN = `a.${Buffer.from('{"exp":4102444800}').toString('base64url')}.c`

  test.each<[command: string, args: string[], line: number]>([
    ['npm start', [], 2],
    ['npm start -- --faithful', ['--faithful'], 2],
    ['npm start -- serve two-servers', ['serve', 'two-servers', '--port', '0'], 0],
  ])('is where the client server of %s finds another auth server', async (_, args, line) => {
    const other = await upstream(says(JSON.stringify({ access_token: TOKEN })))
    const { lines } = startBuilt({ PORT: '0', AUTH_SERVER_URL: `${other.url}/v2/` }, args)
    const port = portIn((await lines(line + 1))[line]!)
    const login = await logIn(port)
    expect([login.status, cookieIn(login).split(';')[0]]).toEqual([200, `jwt_token=${TOKEN}`])
    expect(other.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v2/token'])
    expect(await other.bodies[0]).toBe('username=johndoe&password=secret')
  })

  test('may be where nobody is yet: 502 with a page, and all is well once somebody is', async () => {
    const auth = startBuilt({}, ['serve', 'two-servers/auth', '--port', '0'])
    const authPort = portIn(await auth.ready)
    const AUTH_SERVER_URL = `http://127.0.0.1:${authPort}`
    const client = startBuilt({ AUTH_SERVER_URL }, ['serve', 'two-servers', '--port', '0'])
    const port = portIn(await client.ready)
    await works(port)
    const login = await logIn(port)

    auth.child.kill('SIGTERM')
    await auth.ended
    for (const answer of [await logIn(port), await seeData(port, login)]) {
      expect(answer.status).toBe(502)
      expect(answer.headers).toContainEqual(['content-type', 'text/html; charset=utf-8'])
      expect(answer.body.toString()).toContain('The auth server cannot be reached')
      expect(cookieIn(answer)).toBe('')
    }
    expect((await askRaw(port, { method: 'GET', path: '/' })).status).toBe(200)

    await startBuilt({}, ['serve', 'two-servers/auth', '--port', String(authPort)]).ready
    await works(port)
    expect((await seeData(port, login)).status).toBe(200)
  })
})
