/** What a lesson is that somebody took home: it starts, answers, and proves its contract, and no longer once it is spoilt. */

import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import { portIn } from '../../server/support/built-server.ts'
import { askRaw } from '../../support/raw-http.ts'
import { filesOf, npm, npmTestOf, unpacked } from './support/at-home.ts'

// A process that compiles its sources takes its time where others run.
vi.setConfig({ testTimeout: 120_000 })

const lessonCalled = (slug: string) => lessons.find((lesson) => lesson.slug === slug)!

/** The line in which the server says where it is that was named, the last one to start. */
const READY = (name: string) => new RegExp(`^${name} is ready at `)

/** Asks a server on a port of its own; `npm start` starts it, and the one that it calls. */
async function started(folder: string, name: string, words: string[] = []): Promise<number> {
  const running = npm(folder, ['start', '--', ...words], { PORT: '0', AUTH_PORT: '0' })
  const [line] = await running.lines(READY(name), 1)
  return portIn(line!)
}

const asked = async (port: number, path: string, cookie?: string) => {
  const headers: [string, string][] = cookie === undefined ? [] : [['Cookie', cookie]]
  const { status, body } = await askRaw(port, { method: 'GET', path, headers })
  return [status, body.toString()] as const
}

/** In each lesson: a request to the server that starts first, a way to spoil its source, and the case that tells. */
const EACH: [
  slug: string,
  ask: [path: string, status: number, says: string],
  spoil: [file: string, from: string, to: string],
  told: string,
][] = [
  [
    'first-steps',
    ['/items/', 401, '{"detail":"Not authenticated"}'],
    ['1-first-steps/app', "'/items/', oauth2Scheme", "'/items/'"],
    'GET /items/ without a header answers 401',
  ],
  [
    'current-user',
    ['/users/me', 401, '{"detail":"Not authenticated"}'],
    ['2-current-user/app', 'john@example.com', 'jane@example.com'],
    'GET /users/me with the token answers 200',
  ],
  [
    'password-flow',
    ['/users/me', 401, '{"detail":"Not authenticated"}'],
    ['3-password-flow/app', 'if (user.disabled) {', 'if (false) {'],
    'GET /users/me with the disabled user’s name answers 400',
  ],
  [
    'jwt',
    ['/users/me/', 401, '{"detail":"Not authenticated"}'],
    // Decoded only: nothing looks at the signature.
    [
      '4-jwt/app',
      'await tokens.verify(c, c.var.token)',
      "JSON.parse(atob(c.var.token.split('.')[1] ?? ''))",
    ],
    'GET /users/me/ with a token of another key answers 401',
  ],
  [
    'two-servers',
    ['/test-users-me', 401, '{"detail":"No access token available"}'],
    ['5-two-servers/client', '`Bearer ${token}`', 'token'],
    'GET /test-users-me with a cookie of a good token answers 200',
  ],
  [
    'stolen-cookie',
    ['/test-users-me', 401, '{"detail":"No access token available"}'],
    ['5-two-servers/client', "'/get-token', ownPages, ", "'/get-token', "],
    'POST /get-token from Origin null answers 403',
  ],
]

describe.each(EACH)('%s, at home', (slug, [path, status, says], [file, from, to], told) => {
  const lesson = lessonCalled(slug)
  const [name = ''] = Object.keys(lesson.servers)

  test('npm start starts it, and it answers', async () => {
    const port = await started(unpacked(await filesOf(lesson)), name)
    expect(await asked(port, path)).toEqual([status, says])
  })

  test('npm test succeeds', async () => {
    const { code, printed } = await npm(unpacked(await filesOf(lesson)), ['test']).ended
    expect(printed).toContain(told)
    expect(printed).not.toContain('not ok')
    expect(code, printed.slice(-4000)).toBe(0)
  })

  test('npm test fails once its source is spoilt, and says what differs', async () => {
    const shipped = (await filesOf(lesson))[`${file}.ts`]!
    expect(shipped).toContain(from)
    const changed = { [file]: shipped.replace(from, to) }
    const folder = unpacked(await filesOf(lesson, { changed }))
    const { code, printed } = await npmTestOf(folder, told).ended
    expect(code).toBe(1)
    expect(printed).toMatch(new RegExp(`not ok \\d+ - ${told}`))
  })
})

test('every lesson is among these', () => {
  expect(EACH.map(([slug]) => slug)).toEqual(lessons.map(({ slug }) => slug))
})

test('a client server finds the auth server that starts with it', async () => {
  const folder = unpacked(await filesOf(lessonCalled('two-servers')))
  const port = await started(folder, 'client')
  const login = await askRaw(port, {
    method: 'POST',
    path: '/get-token',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'username=johndoe&password=secret',
  })
  const [, cookie = ''] = login.headers.find(([header]) => header === 'set-cookie')!
  const [, data] = await asked(port, '/test-users-me', cookie.split(';')[0])
  expect(data).toContain('<dd>johndoe@example.com</dd>')
})

test('the server that was on screen is the one that starts, and another by its name', async () => {
  const folder = unpacked(await filesOf(lessonCalled('password-flow'), { server: 'leaky' }))
  await started(folder, 'leaky')
  await started(folder, 'api', ['api'])
})

test.each([
  [
    'a port that is taken',
    [],
    (port: number) => ({ PORT: `${port}` }),
    /^port \d+ is in use; choose another with PORT=…\n$/,
  ],
  [
    'a port that is none',
    [],
    () => ({ PORT: 'x' }),
    /^PORT must be a whole number from 0 to 65535, not "x"\n$/,
  ],
  [
    'a server there is not',
    ['nobody'],
    () => ({}),
    /^there is no server "nobody"; these are: api, secret\n$/,
  ],
])('npm start with %s says so in one sentence', async (_, words, environment, sentence) => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const folder = unpacked(await filesOf(lessonCalled('jwt')))
  const { code, printed } = await npm(folder, ['start', '--', ...words], environment(port)).ended
  expect(printed).toMatch(sentence)
  expect(code).toBe(1)
})
