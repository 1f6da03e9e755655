/** What the source on screen says of a request: which statements ran, which one refused, what was not reached. */

import { describe, expect, test } from 'vitest'
import { apps } from '../../lessons/apps.ts'
import { normal, traceOf } from '../../lessons/contract/answer.ts'
import type { Contract } from '../../lessons/contract/contract.ts'
import type { Row } from '../../lessons/contract/row.ts'
import { lessons } from '../../lessons/all.ts'
import { appOf } from '../../lessons/lesson.ts'
import { watchedApps } from '../../lessons/watched-apps.ts'
import { findServed, serveAlone } from '../../server/playground/serve.ts'
import { lessonHosts } from '../../server/playground/lesson-hosts.ts'
import { useBcrypt } from '../../server/security/index.ts'
import type { Trace } from '../../server/security/trace.ts'
import { performWithTraceHeader } from '../../server/stage/perform.ts'
import { responseToWire } from '../../server/stage/wire.ts'
import { loadSource } from '../../web/lesson/load-lesson.ts'
import { ranIn, stepsOf, traceAt } from '../../web/panels/code/code-files.ts'
import { linesOf } from '../../web/panels/code/code-document.ts'
import { lineMarks, type RunKind, runMarks } from '../../web/panels/code/marks.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { askInProcess } from '../contract/ask-in-process.ts'
import { exchangeOf } from '../support/exchange.ts'
import { upstreamAt } from '../support/in-process.ts'

useBcrypt(cheapBcrypt())

/** The lines of a step that a request of a lesson leaves a mark on, by what it is. */
async function linesAfter(
  slug: string,
  request: string,
  { called = false, now }: { called?: boolean; now?: Date } = {},
) {
  const lesson = lessons.find((each) => each.slug === slug)!
  const draft = lesson.requests[request]!
  const exchange = await exchangeOf(lesson, draft, { now })
  const step = stepsOf(lesson, draft.server)[called ? 1 : 0]!
  const source = await loadSource(step.app)
  const ran = ranIn(traceAt(lesson, step, exchange) ?? [])
  expect(ran, 'something ran').toBeDefined()
  const marks = lineMarks(source.text, runMarks(source.step!.run, ran!))
  const lines = linesOf(source.text).map(({ from, to }) => source.text.slice(from, to).trim())
  const of = (kind: RunKind) => lines.filter((_, index) => marks[index]!.run === kind)
  return { ran: of('ran'), refused: of('refused'), unreached: of('unreached') }
}

/** All lines of a kind, in their order. */
interface Expected {
  ran?: string[]
  refused: string[]
  unreached: string[]
  /** Lines that have no mark at all. */
  unmarked?: string[]
}

const LATER = new Date('2101-01-01T00:00:00Z')

const ROWS: [
  what: string,
  lesson: string,
  request: string,
  expected: Expected,
  how?: Parameters<typeof linesAfter>[2],
][] = [
  [
    'without a header, the scheme in the route line refuses',
    'first-steps',
    'no-header',
    {
      ran: [],
      refused: ["app.get('/items/', oauth2Scheme, function readItems(c) {"],
      unreached: ['return c.json({ token: c.var.token })'],
    },
  ],
  [
    'with any token, the handler runs',
    'first-steps',
    'foobar',
    {
      ran: [
        "app.get('/items/', oauth2Scheme, function readItems(c) {",
        'return c.json({ token: c.var.token })',
      ],
      refused: [],
      unreached: [],
    },
  ],
  [
    'a token is read by the function that the dependency calls',
    'current-user',
    'me',
    {
      ran: [
        'return {',
        'username: `${token}fakedecoded`,',
        "email: 'john@example.com',",
        "full_name: 'John Doe',",
        'disabled: null,',
        '}',
        "const currentUser = depends(oauth2Scheme, 'user', (c) =>",
        'fakeDecodeToken(c.var.token),',
        "app.get('/users/me', currentUser, function readUsersMe(c) {",
        'return c.json(c.var.user)',
      ],
      refused: [],
      unreached: [],
      unmarked: ['const app = new Hono()'],
    },
  ],
  [
    'after a good login no statement is marked as refused, and `throw new Refusal` is marked as not reached',
    'password-flow',
    'login',
    {
      ran: [
        'const fakeHash = (password: string) => `fakehashed${password}`',
        "app.post('/token', oauth2PasswordForm(), function login(c) {",
        'const { username, password } = c.var.form',
        'const user = users.get(username)',
        'if (user?.hashed_password !== fakeHash(password)) {',
        "return c.json({ access_token: user.username, token_type: 'bearer' })",
      ],
      refused: [],
      unreached: [
        "throw new Refusal(400, 'Incorrect username or password', {",
        "because: user ? 'password-wrong' : 'user-unknown',",
        '})',
      ],
      unmarked: [
        "'/users/me',",
        "const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })",
      ],
    },
  ],
  [
    'a wrong password is refused by the statement that throws',
    'password-flow',
    'wrong-password',
    {
      refused: [
        "throw new Refusal(400, 'Incorrect username or password', {",
        "because: user ? 'password-wrong' : 'user-unknown',",
        '})',
      ],
      unreached: ["return c.json({ access_token: user.username, token_type: 'bearer' })"],
    },
  ],
  [
    'a login in JSON is refused by the form in the route line, and nothing of the handler runs',
    'password-flow',
    'json',
    {
      ran: [],
      refused: ["app.post('/token', oauth2PasswordForm(), function login(c) {"],
      unreached: [
        'const fakeHash = (password: string) => `fakehashed${password}`',
        'const { username, password } = c.var.form',
        'const user = users.get(username)',
        'if (user?.hashed_password !== fakeHash(password)) {',
        "throw new Refusal(400, 'Incorrect username or password', {",
        "because: user ? 'password-wrong' : 'user-unknown',",
        '})',
        "return c.json({ access_token: user.username, token_type: 'bearer' })",
      ],
    },
  ],
  [
    'a disabled user passes one dependency and is refused by the next',
    'password-flow',
    'alice-me',
    {
      refused: ["throw new Refusal(400, 'Inactive user', { because: 'user-disabled' })"],
      unreached: [
        "throw new Refusal(401, 'Not authenticated', {",
        "because: 'user-unknown',",
        '})',
        'return user',
        'returns(User, currentActiveUser, function readUsersMe(c) {',
        'return c.var.activeUser',
      ],
    },
  ],
  [
    'the leaky variant has marks of its own',
    'password-flow',
    'leak',
    {
      refused: [],
      unreached: [
        "throw new Refusal(401, 'Not authenticated', {",
        "because: 'user-unknown',",
        '})',
        "throw new Refusal(400, 'Inactive user', { because: 'user-disabled' })",
      ],
    },
  ],
  [
    'an expired token is refused where it is verified',
    'jwt',
    'found',
    {
      ran: [
        "const currentUser = depends(oauth2Scheme, 'user', async (c) => {",
        'app.get(',
        "'/users/me/',",
      ],
      refused: ['const { sub } = await tokens.verify(c, c.var.token)'],
      unreached: [
        'const user = users.get(sub)',
        'if (!user) {',
        "throw new Refusal(401, 'Could not validate credentials', {",
        "because: 'user-unknown',",
        '})',
        'return user',
        "const currentActiveUser = depends(currentUser, 'activeUser', (c) => {",
        'const { user } = c.var',
        'if (user.disabled) {',
        "throw new Refusal(400, 'Inactive user', { because: 'user-disabled' })",
        'return user',
        'returns(User, currentActiveUser, function readUsersMe(c) {',
        'return c.var.activeUser',
      ],
    },
    { now: LATER },
  ],
  [
    'a login at the client server: the auth server that it calls has marks of its own',
    'two-servers',
    'login',
    {
      refused: [],
      unreached: [
        "throw new Refusal(401, 'Incorrect username or password', {",
        "because: user ? 'password-wrong' : 'user-unknown',",
        '})',
      ],
    },
    { called: true },
  ],
  [
    'data asked for without a cookie are refused before the hop',
    'two-servers',
    'me',
    {
      refused: [
        "throw new Refusal(401, 'No access token available', {",
        "because: token ? 'cookie-no-token' : 'cookie-missing',",
        'challenge: null,',
        '})',
      ],
      unreached: [
        "env?.AUTH_SERVER_URL ?? 'http://localhost:8000'",
        "deleteCookie(c, 'jwt_token', { path: new URL('.', c.req.url).pathname })",
        'return page(c, title, login(title), status)',
        'const { status, json } = await askUpstream(c, authServer(c) + path, {',
        'headers: { Authorization: `Bearer ${token}` },',
        '})',
        "if (status === 401) return forget(c, 'Please log in again', 401)",
        "if (status !== 200 || typeof json !== 'object' || !json) {",
        "throw new Refusal(502, 'The auth server gave no data', {",
        "because: 'upstream-no-data',",
        '})',
        "return page(c, 'Data', [table(json), nav(c)])",
      ],
    },
  ],
]

describe('the source says the truth', () => {
  test.each(ROWS)('%s', async (_, lesson, request, expected, how) => {
    const found = await linesAfter(lesson, request, how)
    if (expected.ran) expect(found.ran).toEqual(expected.ran)
    expect(found.refused).toEqual(expected.refused)
    expect(found.unreached).toEqual(expected.unreached)
    for (const line of expected.unmarked ?? []) {
      expect([...found.ran, ...found.refused, ...found.unreached]).not.toContain(line)
    }
  })
})

const contracts = import.meta.glob<Contract[]>('../../lessons/[0-9]*/contract.ts', {
  eager: true,
  import: 'default',
})

/** The hosts of the plain files, in the place of those that tell what they run. */
const findPlain = lessonHosts({
  weak: true,
  apps: Object.fromEntries(
    Object.entries(apps).map(([name, load]) => [
      name,
      async () => {
        const { default: app } = await load()
        return { default: async () => app }
      },
    ]),
  ),
})

const fetchPlain: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const host = await findPlain(new URL(request.url).pathname)
  if (!host) return Response.json({ detail: 'Not Found' }, { status: 404 })
  return performWithTraceHeader(host, request, {
    ...(await upstreamAt(request.url)),
    fetch: fetchPlain,
  })
}

async function askPlain({ method, path, headers, body }: Row) {
  const bodyless = method === 'GET' || method === 'HEAD'
  const response = await fetchPlain(`http://localhost${path}`, {
    method,
    headers,
    body: bodyless ? null : body,
  })
  const wire = await responseToWire(response)
  return { ...wire, body: wire.body ?? new ArrayBuffer(0) }
}

/** An answer but for what ran. */
function withoutRan(answer: Parameters<typeof normal>[0]) {
  const { trace, ran: _ran, ...rest } = normal(answer)
  return { ...rest, trace: trace.filter(({ kind }) => kind !== 'ran') }
}

describe('a server that tells what it runs answers as the plain file does', () => {
  const all = Object.values(contracts).flat()

  test.each(all.map(({ name, rows }) => [name, rows] as const))('%s', async (_, rows) => {
    for (const row of rows) {
      const plain = await askPlain(row)
      const told = await askInProcess(row)
      expect(withoutRan(told), row.sentence).toEqual(withoutRan(plain))
      expect(traceOf(plain).some(({ kind }) => kind === 'ran')).toBe(false)
    }
  })
})

describe('a step alone at a port', () => {
  const served = ['first-steps', 'password-flow', 'jwt', 'two-servers', 'two-servers/auth']

  test.each(served)('is the plain file: %s', async (name) => {
    const { fetch } = await serveAlone(findServed(name)!, { docsFiles: () => new Response() })
    const trace: Trace = []
    await fetch(new Request('http://localhost/users/me'), { trace })
    await fetch(new Request('http://localhost/items/'), { trace })
    await fetch(new Request('http://localhost/'), { trace })
    expect(trace.filter(({ kind }) => kind === 'decided')).not.toEqual([])
    expect(trace.filter(({ kind }) => kind === 'ran')).toEqual([])
  })

  const texts = (app: { routes: { handler: unknown }[] }) =>
    app.routes.map(({ handler }) => String(handler)).join('\n')

  test('has no instrumented code in it, and the playground’s has', async () => {
    const { default: plain } = await apps['1-first-steps/app']!()
    const { default: make } = await watchedApps['1-first-steps/app']!()
    expect(texts(plain)).toContain('c.var.token')
    expect(texts(plain)).not.toContain('ran')
    const handlers: string[] = []
    const keep = <Value>(_: number, value: Value): Value => {
      handlers.push(String(value))
      return value
    }
    await make(
      Object.assign((point: number) => point, {
        threw: keep,
        gave: keep,
        guard: keep,
        route: keep,
      }),
    )
    expect(handlers.join('\n')).toMatch(/ran\(\d+\)/)
  })
})

test('each app has both kinds, by the same name', () => {
  expect(Object.keys(watchedApps)).toEqual(Object.keys(apps))
  const named = lessons.flatMap((lesson) =>
    Object.values(lesson.servers).map((server) => appOf(lesson, server)),
  )
  expect(Object.keys(apps)).toEqual(expect.arrayContaining(named))
})
