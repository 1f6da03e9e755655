/** The built server as a person starts it: what it prints, where it answers and how it ends. */

import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { SERVABLE } from '../../../server/playground/serve.ts'
import { opener } from '../../../server/node/open-in-browser.ts'
import { HELP } from '../../../server/node/settings.ts'
import { freePort } from '../../support/free-port.ts'
import { askRaw, openSocket, parseResponse, rawRequest, readAll } from '../../support/raw-http.ts'
import { portIn, startBuilt } from '../support/built-server.ts'

// A process takes its time to start where others run.
vi.setConfig({ testTimeout: 30_000 })

const get = (path: string) => ({ method: 'GET', path })

describe('a server that starts', () => {
  test('says where it is, and where the two servers of the last lesson are, a line each', async () => {
    const { child, lines, ended } = startBuilt({ PORT: '0' })
    const three = await lines(3)
    expect(three.map((line) => line.replace(/:[1-9]\d*$/, ':PORT'))).toEqual([
      'Bearer Playground is ready at http://localhost:PORT',
      'two-servers/auth is ready at http://localhost:PORT',
      'two-servers is ready at http://localhost:PORT',
    ])
    expect(new Set(three.map(portIn)).size).toBe(3)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ stdout: `${three.join('\n')}\n`, stderr: '' })
  })

  test('answers /healthz, the page and a step app there', async () => {
    const port = portIn(await startBuilt({ PORT: '0' }).ready)
    const health = await askRaw(port, get('/healthz'))
    expect([health.status, health.body.toString()]).toEqual([200, '{"status":"ok"}'])
    const page = await askRaw(port, get('/'))
    expect(page.status).toBe(200)
    expect(page.headers).toContainEqual(['content-type', 'text/html; charset=utf-8'])
    const items = await askRaw(port, get('/lessons/first-steps/api/items/'))
    expect(items.status).toBe(401)
    expect(items.headers).toContainEqual(['www-authenticate', 'Bearer'])
  })

  test('answers also when nobody reads what it says', async () => {
    const clientPort = await freePort()
    const { child } = startBuilt({ PORT: '0', CLIENT_PORT: String(clientPort) })
    child.stdout!.destroy()
    child.stderr!.destroy()
    // The last of its servers to be ready: by then it has said something of the others.
    const status = async () => (await askRaw(clientPort, get('/docs'))).status
    await expect.poll(status, { timeout: 20_000 }).toBe(200)
    expect(child.exitCode).toBeNull()
  })

  test('ships the script that its docs pages name', async () => {
    const port = portIn(await startBuilt({ PORT: '0' }).ready)
    const { status, headers } = await askRaw(port, get('/docs.js'))
    expect(status).toBe(200)
    expect(headers).toContainEqual(['content-type', 'text/javascript; charset=utf-8'])
  })

  test('sends a browser the script of a server’s docs once', async () => {
    const port = portIn(await startBuilt({}, ['serve', 'jwt', '--port', '0']).ready)
    const { headers } = await askRaw(port, get('/docs.js'))
    const [, tag = ''] = headers.find(([name]) => name === 'etag') ?? []
    const again = await askRaw(port, { ...get('/docs.js'), headers: [['If-None-Match', tag]] })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  test('listens on every address when HOST says so, and names the one to open', async () => {
    const line = await startBuilt({ PORT: '0', HOST: '0.0.0.0' }).ready
    expect(line).toMatch(/http:\/\/localhost:\d+$/)
    expect((await askRaw(portIn(line), get('/healthz'))).status).toBe(200)
  })
})

describe('a server that is told on its command line', () => {
  test('listens at the port and on the address that are named', async () => {
    const free = await freePort()
    const line = await startBuilt({ PORT: '1', HOST: 'x y' }, [
      '--port',
      `${free}`,
      '--host',
      '127.0.0.2',
    ]).ready
    expect(line).toBe(`Bearer Playground is ready at http://127.0.0.2:${free}`)
  })

  test('answers at both addresses of this machine', async ({ skip }) => {
    const port = portIn(await startBuilt({}, ['--port', '0']).ready)
    const { address } = networkInterfaces()['lo']?.find(({ family }) => family === 'IPv6') ?? {}
    if (address !== '::1') skip('this machine has no IPv6 address of its own')
    for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
      expect((await fetch(`http://${host}:${port}/healthz`)).status, host).toBe(200)
    }
  })
})

test.each<[NodeJS.Platform, string, string[]]>([
  ['linux', 'xdg-open', ['http://localhost:3000']],
  ['freebsd', 'xdg-open', ['http://localhost:3000']],
  ['darwin', 'open', ['http://localhost:3000']],
  ['win32', 'cmd', ['/d', '/s', '/c', 'start "" "http://localhost:3000"']],
])('a page is opened on %s by %s', (platform, program, words) => {
  expect(opener(platform, 'http://localhost:3000')).toEqual([program, words])
})

describe('a server that cannot start', () => {
  test('because its port is in use prints one line and ends with code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await startBuilt({ PORT: String(port) }).ended).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: expect.stringMatching(
        new RegExp(`^bearer-playground: port ${port} is in use, and (\\d+) is free: PORT=\\1\n$`),
      ),
    })
  })

  test.each<[args: string[], message: string]>([
    [['--port'], "Option '--port <value>' argument missing"],
    [['--fast'], "Unknown option '--fast'"],
    [['serve', 'jwt', 'now'], 'unknown argument "now"'],
    [['a\nb'], 'unknown argument "a\\nb"'],
  ])('with the arguments %j says what is wrong, and which there are', async (args, message) => {
    expect(await startBuilt({ PORT: '0' }, args).ended).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: `bearer-playground: ${message}\n\n${HELP}\n`,
    })
  })

  test.each<[environment: Record<string, string>, args: string[], message: string]>([
    [{ PORT: 'http' }, [], 'PORT must be a whole number from 0 to 65535, not "http"'],
    [{ PORT: '' }, [], 'PORT must be a whole number from 0 to 65535, not ""'],
    [{ PORT: '65536' }, [], 'PORT must be a whole number from 0 to 65535, not "65536"'],
    [{ PORT: '1\n2' }, [], 'PORT must be a whole number from 0 to 65535, not "1\\n2"'],
    [{ AUTH_PORT: '-1' }, [], 'AUTH_PORT must be a whole number from 0 to 65535, not "-1"'],
    [{ CLIENT_PORT: 'x' }, [], 'CLIENT_PORT must be a whole number from 0 to 65535, not "x"'],
    [
      { PORT: '8000', AUTH_PORT: '8000' },
      [],
      'PORT, AUTH_PORT and CLIENT_PORT must be three different ports',
    ],
    [{ AUTH_SERVER_URL: 'x:1' }, [], 'AUTH_SERVER_URL is not an http URL: "x:1"'],
    [{ HOST: 'a b' }, [], 'HOST is not an address: "a b"'],
    [{}, ['--host', 'a b'], 'HOST is not an address: "a b"'],
    [{}, ['--port', '80000'], '--port must be a whole number from 0 to 65535, not "80000"'],
    // An address kept for documentation: no machine has it (RFC 5737).
    [{ PORT: '0', HOST: '192.0.2.1' }, [], 'this machine has no address "192.0.2.1"; see HOST'],
    [{}, ['serve'], `serve knows ${SERVABLE.join(', ')}, not no lesson`],
    [{}, ['serve', 'jwt2'], `serve knows ${SERVABLE.join(', ')}, not "jwt2"`],
    [{}, ['serve', 'jwt/constructor'], `serve knows ${SERVABLE.join(', ')}, not "jwt/constructor"`],
    [
      {},
      ['serve', 'jwt', '--port', '80000'],
      '--port must be a whole number from 0 to 65535, not "80000"',
    ],
    [
      { HOST: '0.0.0.0' },
      ['serve', 'password-flow/leaky', '--port', '0'],
      'password-flow/leaky is vulnerable on purpose and answers this machine only; see HOST and --allow-weak-on-network',
    ],
    [
      { HOST: '0.0.0.0' },
      ['serve', 'jwt', '--port', '0'],
      'jwt signs with a published key and answers this machine only; see ALLOW_PUBLISHED_KEY',
    ],
    [
      { ALLOWED_HOSTS: 'http://lab.example' },
      [],
      'ALLOWED_HOSTS must be hosts separated by commas, such as lab.example, not "http://lab.example"',
    ],
    [{ ALLOW_PUBLISHED_KEY: 'yes' }, [], 'ALLOW_PUBLISHED_KEY must be 1 or 0, not "yes"'],
  ])('with %j and the arguments %j prints one line and ends with code 1', async (...row) => {
    const [environment, args, message] = row
    expect(await startBuilt(environment, args).ended).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: `bearer-playground: ${message}\n`,
    })
  })
})

test.each([['--help'], ['-h'], ['--port', '--help']])(
  'the arguments %s print the help and end with code 0, whatever the settings',
  async (...args) => {
    expect(await startBuilt({ PORT: 'x' }, args).ended).toEqual({
      code: 0,
      signal: null,
      stdout: HELP,
      stderr: '',
    })
  },
)

describe('a server that is told to end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('by %s ends with code 0', async (signal) => {
    const { child, ready, ended } = startBuilt({ PORT: '0' })
    await ready
    child.kill(signal)
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' })
  })

  test('takes no new request, and first answers those it has', async () => {
    const { child, ready, ended } = startBuilt({ PORT: '0' })
    const port = portIn(await ready)
    const first = await halfSent(port)
    const second = await halfSent(port)
    const idle = await openSocket(port)
    idle.write(keptAlive('/healthz'))
    await untilRead(idle, HEALTHY)

    child.kill('SIGTERM')
    // An idle connection is closed at once: the signal has come.
    await once(idle, 'close')
    expect((await first.finish()).status).toBe(401)
    await expect(openSocket(port)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(child.exitCode).toBeNull()
    expect((await second.finish()).status).toBe(401)
    expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' })
  })
})

const HEALTHY = '{"status":"ok"}'

const keptAlive = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`

/**
 * Sends one and a half requests in one piece: the answer to the first proves that the half has come.
 *
 * @returns `finish` sends the other half and reads the answer to it.
 */
async function halfSent(port: number) {
  const socket = await openSocket(port)
  const request = rawRequest(get('/lessons/first-steps/api/items/')).toString('latin1')
  const middle = request.indexOf('\r\n') + 2
  socket.write(keptAlive('/healthz') + request.slice(0, middle))
  await untilRead(socket, HEALTHY)
  return {
    finish: async () => {
      const answer = readAll(socket)
      socket.write(request.slice(middle))
      return parseResponse(await answer)
    },
  }
}

/** Reads from a socket until a text has come; nothing follows it unasked. */
function untilRead(socket: Socket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let read = ''
    const onData = (chunk: Buffer) => {
      read += chunk.toString('latin1')
      if (!read.endsWith(text)) return
      socket.off('data', onData)
      resolve()
    }
    socket.on('data', onData)
    socket.once('close', () => reject(new Error(`closed after: ${read}`)))
  })
}
