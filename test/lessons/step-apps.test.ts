/** What every step app and the manifest around it have to keep to. */

import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import jwt from '../../lessons/4-jwt/lesson.ts'
import { lessons } from '../../lessons/all.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { useBcrypt } from '../../server/security/index.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { mayImport, STEP_IMPORTS } from '../../lessons/step-imports.ts'
import { readSource } from '../../web/build/step-source.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { exchangeOf } from '../support/exchange.ts'
import { appsOf } from '../support/lesson-files.ts'

beforeAll(() => useBcrypt(cheapBcrypt()))

const files = lessons.flatMap((lesson) =>
  [...appsOf(lesson)].map(([file, text]) => ({ file, text })),
)

describe.each(files)('$file', ({ text }) => {
  const lines = text.replace(/\n$/, '').split('\n')

  test('imports only what a step app may', () => {
    const modules = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)
    expect(modules.length).toBeGreaterThan(0)
    expect(modules.filter((module) => !mayImport(module))).toEqual([])
  })

  test('has at most 120 lines of at most 80 columns', () => {
    expect(lines.length).toBeLessThanOrEqual(120)
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  })

  test('has regions that can be read', () => {
    expect(() => readSource(text)).not.toThrow()
  })
})

test('the first lesson’s app has 10 to 30 lines', () => {
  const [text] = appsOf(lessons[0]!).values()
  const { lines } = readSource(text!)
  expect(lines.length).toBeGreaterThanOrEqual(10)
  expect(lines.length).toBeLessThanOrEqual(30)
})

test.each([
  'node:fs',
  'honor',
  'hono/../jose',
  'hono/utils/url',
  'jose/jwt',
  './checks.ts',
  './app.ts',
  '../../server/security/index.ts',
  '#security/bearer',
  '',
])('a step app may not import "%s"', (module) => {
  expect(mayImport(module)).toBe(false)
})

test.each(['hono', 'hono/html', 'hono/cookie', 'jose', '#security', './pages.ts'])(
  'a step app may import "%s"',
  (module) => {
    expect(mayImport(module)).toBe(true)
  },
)

test('the linter’s fence around step apps is the same list', () => {
  const allowed = fenceAround('lessons/*/{app,client,faithful}.ts')
    .filter((module) => module.startsWith('!'))
    .map((module) => module.slice(1))
  expect(allowed).toEqual([...STEP_IMPORTS])
})

interface Fence {
  files: string[]
  rules: { 'no-restricted-imports': [string, { patterns: { group?: string[] }[] }] }
}

/** The modules that the linter keeps away from some files, and after a `!` those that it lets in. */
function fenceAround(files: string): string[] {
  const path = new URL('../../.oxlintrc.json', import.meta.url)
  // JSON with comments, as the compiler reads it too.
  const { config } = ts.parseConfigFileTextToJson(path.pathname, readFileSync(path, 'utf8')) as {
    config: { overrides: Fence[] }
  }
  const fence = config.overrides.find((override) => override.files.includes(files))
  return fence!.rules['no-restricted-imports'][1].patterns.flatMap(({ group = [] }) => group)
}

const routes = lessons.flatMap((lesson) =>
  Object.entries(lesson.servers).flatMap(([server, { app, gates }]) =>
    // A server taken from another lesson is looked at there.
    Object.entries(app.includes('/') ? {} : gates).map(([route, asked]) => ({
      name: `${lesson.slug}, ${server}: ${route}`,
      lesson,
      server,
      app,
      route,
      asked,
    })),
  ),
)

describe.each(routes)('$name', ({ lesson, server, app, route, asked }) => {
  test('asks a passing request the gates of the manifest, in its order', async () => {
    const trace = await passingTrace(lesson, server, route)
    expect(trace.map(({ gate }) => gate)).toEqual(asked.map(({ id }) => id))
  })

  test('has each gate’s region in the source', () => {
    const file = `lessons/${lesson.folder}/${app}`
    const texts = appsOf(lesson)
    const text = (texts.get(`${file}.ts`) ?? texts.get(`${file}.patch`))!
    const regions = readSource(text).regions.map(({ name }) => name)
    for (const { region } of asked) if (region) expect(regions).toContain(region)
  })
})

test.each(lessons.map((lesson) => [lesson.slug, lesson] as const))(
  'lesson %s speaks only of requests, servers and participants it has',
  (_, { requests, firstRequest, pages, servers, flow, attacks = [] }) => {
    const used = [firstRequest, ...pages.flatMap((page) => ('request' in page ? page.request : []))]
    for (const id of used) expect(Object.keys(requests)).toContain(id)
    for (const { server } of Object.values(requests)) expect(Object.keys(servers)).toContain(server)
    for (const { servers: two } of attacks) {
      for (const server of two) expect(Object.keys(servers)).toContain(server)
    }
    const ends = (flow?.steps ?? []).flatMap(({ from, to }) => [from, to])
    for (const end of ends) expect(flow?.participants).toContain(end)
  },
)

test.each(
  lessons.flatMap((lesson) =>
    lesson.pages.flatMap((page) => (page.kind === 'predict' ? [{ lesson, page }] : [])),
  ),
)('one option of "$page.id" is what the server answers', async ({ lesson, page }) => {
  const { request, stopped = false } = page
  const exchange = await exchangeOf(lesson, lesson.requests[request]!, { stopped })
  expect(page.asked(exchange)).toBe(true)
  const right = page.options.filter((option) => option.right(exchange))
  expect(right).toHaveLength(1)
})

/** The decisions about the first of the lesson's requests that nothing on the route stops. */
async function passingTrace(lesson: Lesson, server: string, route: string) {
  const credentials = await credentialsOf(lesson, server)
  for (const draft of Object.values(lesson.requests)) {
    if (`${draft.method} ${draft.path}` !== route) continue
    const headers = (draft.method === 'GET' && credentials) || draft.headers
    const { trace } = await exchangeOf(lesson, { ...draft, headers, server })
    const decisions = trace.filter((event) => event.kind === 'decided')
    if (decisions.every(({ pass }) => pass)) return decisions
  }
  throw new Error(`no request of ${lesson.slug} passes ${route}`)
}

/** The header that a login earns, if there is one: a cookie where an auth server stands behind. */
async function credentialsOf(lesson: Lesson, server: string): Promise<HeaderList | undefined> {
  const behind = 'auth' in lesson.servers
  const login = behind ? jwt.requests['login'] : lesson.requests['login']
  if (!login || lesson.slug === 'first-steps') return undefined
  const { response } = await exchangeOf(lesson, { ...login, server: behind ? 'auth' : server })
  const { access_token } = JSON.parse(response.body) as { access_token: string }
  return behind
    ? [['Cookie', `jwt_token=${access_token}`]]
    : [['Authorization', `Bearer ${access_token}`]]
}
