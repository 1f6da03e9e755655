/** What a lesson is that somebody took home: it starts, answers, and proves its contract, and no longer once it is spoilt. */

import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import type { Answer } from '../../../lessons/contract/answer.ts'
import { askInProcess } from '../../contract/ask-in-process.ts'
import { portIn } from '../../server/support/built-server.ts'
import { askRaw } from '../../support/raw-http.ts'
import { everyWay } from '../../support/every-way.ts'
import { npm, npmTestOf, unpacked } from '../../support/unpacked.ts'
import { filesOf } from './support/at-home.ts'

// A process that compiles its sources takes its time where others run.
vi.setConfig({ testTimeout: 120_000 })

const lessonCalled = (slug: string) => lessons.find((lesson) => lesson.slug === slug)!

/** The line in which the server says where it is that was named, the last one to start. */
const READY = (name: string) => new RegExp(`^${name} is ready at `)

/** Starts a server by `npm start`, and the one that it calls; gives its port. */
async function started(folder: string, name: string, words: string[] = []): Promise<number> {
  const running = npm(folder, ['start', '--', ...words], { PORT: '0', AUTH_PORT: '0' })
  const [line] = await running.lines(READY(name), 1)
  return portIn(line!)
}

/** What of an answer is the same on every day. */
const told = ({ status, headers }: Pick<Answer, 'status' | 'headers'>) => [
  status,
  headers.filter(([name]) => ['content-type', 'www-authenticate'].includes(name.toLowerCase())),
]

/** Where one server calls another, both are started below. */
const STARTED = everyWay ? lessons : [lessonCalled('jwt')]

describe.each(STARTED.map((lesson) => [lesson.slug, lesson] as const))(
  '%s, at home',
  (_, lesson) => {
    test('npm start starts it, and it answers as in the playground', async () => {
      const [name = '', { path: place } = { path: '' }] = Object.entries(lesson.servers)[0] ?? []
      const { method, path, headers, body } = lesson.requests[lesson.firstRequest]!
      const port = await started(unpacked(await filesOf(lesson)), name)
      const answer = await askRaw(port, { method, path, headers, ...(body && { body }) })
      const here = `/lessons/${lesson.slug}/${place}${path}`
      const wanted = await askInProcess({ method, path: here, headers, body: body || null })
      expect(told(answer)).toEqual(told(wanted))
    })
  },
)

/** Ways to spoil a server, and the case that tells. */
const SPOILT: [what: string, slug: string, file: string, from: string, to: string, told: string][] =
  [
    [
      'a route without its guard',
      'first-steps',
      '1-first-steps/app',
      "'/items/', oauth2Scheme",
      "'/items/'",
      'GET /items/ without a header answers 401',
    ],
    [
      'a block that takes every scheme for Bearer',
      'first-steps',
      'security/bearer',
      "scheme.toLowerCase() !== 'bearer'",
      'scheme === undefined',
      'GET /items/ with the scheme Basic answers 401',
    ],
    [
      'another user',
      'current-user',
      '2-current-user/app',
      'john@example.com',
      'jane@example.com',
      'GET /users/me with the token answers 200',
    ],
    [
      'a disabled user let in',
      'password-flow',
      '3-password-flow/app',
      'if (user.disabled) {',
      'if (false) {',
      'GET /users/me with the disabled user’s name answers 400',
    ],
    [
      'a hash kept back where it leaks',
      'password-flow',
      '3-password-flow/leaky',
      'c.json(c.var.activeUser)',
      'c.json({ ...c.var.activeUser, hashed_password: undefined })',
      'GET /users/me with the token answers 200',
    ],
    [
      'a signature that nobody checks',
      'jwt',
      '4-jwt/app',
      'await tokens.verify(c, c.var.token)',
      "JSON.parse(atob(c.var.token.split('.')[1] ?? ''))",
      'GET /users/me/ with a token of another key answers 401',
    ],
    [
      'a token without its scheme',
      'two-servers',
      '5-two-servers/client',
      '`Bearer ${token}`',
      'token',
      'GET /test-users-me with a cookie of a good token answers 200',
    ],
    [
      'a cookie that scripts can read',
      'two-servers',
      '5-two-servers/client',
      'httpOnly: true',
      'httpOnly: false',
      'POST /get-token with a good login answers 200',
    ],
    [
      'forms from anywhere',
      'stolen-cookie',
      '5-two-servers/client',
      "'/get-token', ownPages, ",
      "'/get-token', ",
      'POST /get-token from Origin null answers 403',
    ],
  ]

// Each of these starts a server and sends it a whole contract.
test.each(everyWay ? SPOILT : SPOILT.filter((_, index) => index % 6 === 0))(
  '%s: npm test fails in %s, and says what differs',
  async (_, slug, file, from, to, sentence) => {
    const lesson = lessonCalled(slug)
    const shipped = (await filesOf(lesson))[`${file}.ts`]!
    expect(shipped).toContain(from)
    const changed = { [file]: shipped.replace(from, to) }
    const folder = unpacked(await filesOf(lesson, { changed }))
    const { code, printed } = await npmTestOf(folder, sentence).ended
    expect(code).toBe(1)
    expect(printed).toMatch(new RegExp(`(not ok \\d+ -|✖) ${sentence}`))
  },
)

test('a client server finds the auth server that starts with it', async () => {
  const folder = unpacked(await filesOf(lessonCalled('two-servers')))
  const port = await started(folder, 'client')
  const login = await askRaw(port, {
    method: 'POST',
    path: '/get-token',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'username=johndoe&password=secret',
  })
  const [, cookie] = login.headers.find(([header]) => header === 'set-cookie')!
  const headers: [string, string][] = [['Cookie', cookie.split(';')[0]!]]
  const data = await askRaw(port, { method: 'GET', path: '/test-users-me', headers })
  expect(data.body.toString()).toContain('<dd>johndoe@example.com</dd>')
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
