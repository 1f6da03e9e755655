/** A learner's own copy, run where it runs for a learner: in a worker in a frame of an origin of its own. */

import { afterAll, describe, expect, test } from 'vitest'
import { server } from 'vitest/browser'
import type { CodeProblem } from '../../../../lessons/exchange/code-problem.ts'
import { documents } from '../../../../web/two-servers/frames/documents.ts'
import { type BlockTexts, compileBlocks } from '../../../../web/stage/own/compile-blocks.ts'
import { compile } from '../../../../web/stage/own/compile.ts'
import { OwnFailure } from '../../../../web/stage/own/own-failure.ts'
import { type OwnProgram, OwnStage } from '../../../../web/stage/own/own-stage.ts'
import type { WireRequest } from '../../../../server/stage/wire.ts'
import { decodeTrace } from '../../../../server/stage/trace-header.ts'

const asked: WireRequest[] = []
const stage = new OwnStage({
  document: async () => documents.createHTML('own'),
  runtime: async () => (await import('../../../../web/stage/own/runtime.ts?script')).default,
  call: async (request) => {
    asked.push(request)
    return {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: new TextEncoder().encode('{"user":"of another server"}').buffer,
    }
  },
})

// From test to test it goes on as from edit to edit.
afterAll(() => stage.stop())

const BASE = `${location.origin}/lessons/first-steps/api`

const program = (source: string, more: Partial<OwnProgram['options']> = {}): OwnProgram => ({
  ...compile(source),
  options: {
    title: 'first-steps/api',
    prefix: '/lessons/first-steps/api',
    ...more,
  },
  blocks: [],
})

const app = (body: string, more: Partial<OwnProgram['options']> = {}) =>
  program(
    `import { Hono } from 'hono'\nconst app = new Hono()\n${body}\nexport default app\n`,
    more,
  )

/** A loop without end is not waited for as long as for a learner's, and longer than a worker's pulse. */
const SOON = { loopLimit: 400 }

const get = (path: string, init?: RequestInit) => new Request(`${BASE}${path}`, init)

/** The text that the first problem is said of. */
const placeOf = ({ source }: OwnProgram, [problem]: readonly CodeProblem[]) =>
  source.slice(problem!.from, problem!.to)

const troubleOf = async (made: OwnProgram, path = '/') => {
  try {
    await stage.fetch(made, get(path))
    return 'it answered'
  } catch (error) {
    return error instanceof OwnFailure ? error.trouble : error
  }
}

test('answers, with a trace of what it decided and ran', async () => {
  const { response, problems } = await stage.fetch(
    app("app.get('/', (c) => c.json({ hello: 'you' }))"),
    get('/'),
  )
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ hello: 'you' })
  expect(problems).toEqual([])
  const kinds = decodeTrace(response.headers.get('x-trace')).map(({ kind }) => kind)
  expect(kinds).toEqual(['received', 'decided', 'decided', 'ran', 'sent'])
})

describe('a program that is prepared', () => {
  const counted = () => app("let count = 0\napp.get('/', (c) => c.json(++count))")

  test('answers as any other', async () => {
    const made = counted()
    await stage.prepare(made)
    expect(await (await stage.fetch(made, get('/'))).response.json()).toBe(1)
    // It goes on where it is.
    await stage.prepare(made)
    expect(await (await stage.fetch(made, get('/'))).response.json()).toBe(2)
  })

  test('is one with what is asked meanwhile', async () => {
    const made = counted()
    const [, { response }] = await Promise.all([stage.prepare(made), stage.fetch(made, get('/'))])
    expect(await response.json()).toBe(1)
    expect(await (await stage.fetch(made, get('/'))).response.json()).toBe(2)
  })

  test('gives way to another text, and does not come back to end it', async () => {
    const hangs = app('while (true) {}')
    const prepared = stage.prepare(hangs)
    const made = counted()
    expect(await (await stage.fetch(made, get('/'))).response.json()).toBe(1)
    await prepared
    expect(await (await stage.fetch(made, get('/'))).response.json()).toBe(2)
  })

  test('says what is wrong with it to who asks, and not before', async () => {
    const broken = app('app.nothing()')
    await stage.prepare(broken)
    expect(await troubleOf(broken)).toMatchObject({
      kind: 'problems',
      problems: [{ kind: 'thrown' }],
    })
  })
})

test('goes on where it was at the next request', async () => {
  const counting = app("let count = 0\napp.get('/', (c) => c.json(++count))")
  const answers = []
  for (let times = 0; times < 3; times++) {
    answers.push(await (await stage.fetch(counting, get('/'))).response.json())
  }
  expect(answers).toEqual([1, 2, 3])
})

test('reaches another server by the page alone', async () => {
  const calling = program(
    `import { Hono } from 'hono'
     import { askUpstream } from '#security'
     const app = new Hono()
     app.get('/', async (c) => c.json((await askUpstream(c, c.env.AUTH_SERVER_URL + '/users/me/')).json))
     export default app`,
    { upstream: `${location.origin}/lessons/two-servers/auth` },
  )
  const { response } = await stage.fetch(calling, get('/'))
  expect(await response.json()).toEqual({ user: 'of another server' })
  expect(asked.map(({ url }) => url)).toEqual([
    `${location.origin}/lessons/two-servers/auth/users/me/`,
  ])
})

describe('what goes wrong is said with its place', () => {
  test('an exception in a handler, on its statement', async () => {
    const made =
      "app.get('/', (c) => {\n  const nothing = undefined\n  return c.json(nothing.name)\n})"
    const broken = app(made)
    const { response, problems } = await stage.fetch(broken, get('/'))
    expect(response.status).toBe(500)
    expect(problems).toMatchObject([{ kind: 'thrown', text: expect.stringContaining('TypeError') }])
    expect(placeOf(broken, problems)).toBe('return c.json(nothing.name)')
  })

  test('an exception as it is loaded, with its line', async () => {
    const broken = app('app.nothing()')
    const trouble = await troubleOf(broken)
    expect(trouble).toMatchObject({ kind: 'problems', problems: [{ kind: 'thrown' }] })
    expect(placeOf(broken, (trouble as { problems: CodeProblem[] }).problems)).toBe('app.nothing()')
  })

  test.each([
    ['for (;;) {}', 'for (;;) '],
    ['while (true) c.req.path', 'while (true) '],
    ['let n = 0; do { n++ } while (n > 0)', 'do '],
    ['({ get x() { while (true) {} } }).x', 'while (true) '],
    [
      'for (const n of (function* () { while (true) yield 1 })()) n',
      'for (const n of (function* () { while (true) yield 1 })()) ',
    ],
    ['try { for (;;) {} } catch { for (;;) {} }', 'for (;;) '],
    ['for (;;) await 0', 'for (;;) '],
  ])('a loop without end: %s', async (statement, head) => {
    const endless = app(
      `app.get('/', async (c) => {\n  ${statement}\n  return c.text('x')\n})`,
      SOON,
    )
    const { response, problems } = await stage.fetch(endless, get('/'))
    expect(response.status).toBe(500)
    expect(problems).toMatchObject([{ kind: 'endless' }])
    expect(placeOf(endless, problems)).toBe(head)
  })

  test('a loop without end as it is loaded', async () => {
    expect(await troubleOf(app('while (true) {}', SOON))).toMatchObject({
      kind: 'problems',
      problems: [{ kind: 'endless' }],
    })
  })

  test('an expression that hangs, once it is ended, and the next edit answers', async () => {
    const made = app("app.get('/', (c) => c.json(/^(a+)+$/.test('a'.repeat(60) + '!')))")
    const silent = { kind: 'silent' }
    // WebKit gives up such an expression by itself: before it is ended, on a machine that is fast enough.
    const outcomes = server.browser === 'webkit' ? ['it answered', silent] : [silent]
    expect(outcomes).toContainEqual(await troubleOf(made))
    const { response } = await stage.fetch(app("app.get('/', (c) => c.text('well'))"), get('/'))
    expect(await response.text()).toBe('well')
  })
})

describe('edited code reaches nothing', () => {
  test.each([
    ['the network, by fetch', "await fetch('https://example.com/')"],
    ['the network of this origin', `await fetch('${location.origin}/')`],
    ['a module', "await import('https://example.com/x.js')"],
    ['a module of text', "await import('data:text/javascript,export default 1')"],
    [
      'a socket',
      `await new Promise((yes, no) => { const socket = new WebSocket('${location.origin.replace('http', 'ws')}/'); socket.onopen = yes; socket.onerror = no })`,
    ],
    [
      'a database',
      "await new Promise((yes, no) => { const open = indexedDB.open('x'); open.onsuccess = yes; open.onerror = () => no(open.error) })",
    ],
    ['scripts', "importScripts('https://example.com/x.js')"],
    ['text as code', "new Function('return 1')()"],
    ['the page', 'self.parent.document'],
    ['a cache', "await caches.open('x')"],
    [
      'a cache by another way',
      "await Object.getOwnPropertyDescriptor(WorkerGlobalScope.prototype, 'caches').get.call(self).open('x')",
    ],
    [
      'another worker',
      "await new Promise((yes, no) => { const w = new Worker('data:text/javascript,postMessage(1)'); w.onmessage = yes; w.onerror = no })",
    ],
  ])('%s', async (_what, statement) => {
    const made = app(
      `app.get('/', async (c) => { try { ${statement}; return c.text('reached') } catch (error) { return c.text('refused') } })`,
    )
    const { response } = await stage.fetch(made, get('/'))
    expect(await response.text()).toBe('refused')
  })

  test.each([
    ['an answer that is too large', 'return c.body(new Uint8Array(5 * 2 ** 20))'],
    ['an array of a gigabyte', 'return c.json(new Uint8Array(2 ** 30).length)'],
    ['a list without a method', 'Array.prototype.push = () => { throw 1 }; return c.text("x")'],
    ['text that is no text', 'JSON.stringify = () => ({}); return c.text("x")'],
    [
      'everything with a trace of its own',
      'Object.prototype.kind = "decided"; Object.prototype.toJSON = () => [{ kind: "decided", pass: "yes" }]; return c.text("x")',
    ],
    ['a response that is none', 'self.Response = class {}; return c.text("x")'],
    ['a message of its own in its place', 'self.postMessage = () => {}; return c.text("x")'],
    ['something thrown that has no text', 'throw Object.create(null)'],
  ])('the page goes on after %s', async (_what, body) => {
    const answer = await stage
      .fetch(app(`app.get('/', (c) => { ${body} })`), get('/'))
      .catch((error: unknown) => error)
    if (!(answer instanceof OwnFailure)) {
      const { response } = answer as Awaited<ReturnType<OwnStage['fetch']>>
      expect(response.status).toBeGreaterThanOrEqual(200)
      // What the trace says is believed event by event.
      expect(() => decodeTrace(response.headers.get('x-trace'))).not.toThrow()
    }
    const { response } = await stage.fetch(app("app.get('/', (c) => c.text('well'))"), get('/'))
    expect(await response.text()).toBe('well')
  })

  test('a flood of messages ends it', async () => {
    expect(
      await troubleOf(
        app(
          "app.get('/', (c) => { for (let n = 0; n < 1e5; n++) self.postMessage({ kind: 'alive' }); return c.text('x') })",
        ),
      ),
    ).toEqual({ kind: 'flood' })
  })

  test('what is no answer is none', async () => {
    expect(
      await troubleOf(
        app(
          "app.get('/', (c) => { self.postMessage({ kind: 'answered', id: 1, response: { status: 200 }, problems: [] }); return c.text('x') })",
        ),
      ),
    ).toEqual({ kind: 'broke', text: 'it said what is no answer' })
  })
})

describe('a security block of the learner’s own', () => {
  const guarded = `import { Hono } from 'hono'
    import { oauth2PasswordBearer } from '#security'
    const app = new Hono()
    app.get('/', oauth2PasswordBearer({ tokenUrl: 'token' }), (c) => c.text(c.var.token))
    export default app`
  const withBlocks = async (blocks: BlockTexts) => ({
    ...program(guarded, SOON),
    blocks: await compileBlocks(blocks),
  })
  const asked = (authorization: string) => get('/', { headers: { authorization } })
  /** Shows what the guard's parts are asked. */
  const PARSER = `export function parseAuthorization(text: string): { scheme: string; parameter: string } {
    return { scheme: 'bearer', parameter: 'read as ' + text.toUpperCase() }
  }`

  test('takes the place of ours, also in the blocks that are made with it', async () => {
    const made = await withBlocks({ 'security/authorization.ts': PARSER })
    const { response, problems } = await stage.fetch(made, asked('basic x'))
    expect([response.status, await response.text()]).toEqual([200, 'read as BASIC X'])
    expect(problems).toEqual([])
    const kinds = decodeTrace(response.headers.get('x-trace')).map(({ kind }) => kind)
    expect(kinds).toContain('decided')
  })

  test('refuses as ours does where nothing is changed in it', async () => {
    const { default: shipped } = await import('../../../../server/security/bearer.ts?raw')
    const made = await withBlocks({ 'security/bearer.ts': shipped })
    const answerOf = async (each: OwnProgram) => {
      const { response } = await stage.fetch(each, asked('Basic eA=='))
      const { headers, status } = response
      return [
        status,
        await response.text(),
        headers.get('www-authenticate'),
        headers.get('x-trace'),
      ]
    }
    const [mine, ours] = [await answerOf(made), await answerOf(program(guarded))]
    expect(mine).toEqual(ours)
    expect(mine?.[0]).toBe(401)
  })

  test.each([
    ['throws', "  throw new Error('not yet')", 'thrown', "throw new Error('not yet')"],
    ['has a loop without end', '  for (;;) {}', 'endless', 'for (;;) '],
  ])('that %s is named, with its place in it', async (_, body, kind, place) => {
    const text = `export function parseAuthorization(text: string) {\n${body}\n}`
    const made = await withBlocks({ 'security/authorization.ts': text })
    const { response, problems } = await stage.fetch(made, asked('Bearer x'))
    expect(response.status).toBe(500)
    expect(problems).toMatchObject([{ kind, file: 'security/authorization.ts' }])
    expect(text.slice(problems[0]!.from, problems[0]!.to)).toBe(place)
  })

  test('that throws as it is loaded is named', async () => {
    const made = await withBlocks({ 'security/authorization.ts': "throw new Error('not yet')" })
    const failed = await stage.fetch(made, asked('Bearer x')).catch((error: unknown) => error)
    expect((failed as OwnFailure).trouble).toMatchObject({
      kind: 'problems',
      problems: [{ kind: 'thrown', file: 'security/authorization.ts', from: 0 }],
    })
  })

  test('that lacks what others take from it is named where it is missed', async () => {
    const made = await withBlocks({ 'security/authorization.ts': 'export const nothing = 1' })
    const { response, problems } = await stage.fetch(made, asked('Bearer x'))
    expect(response.status).toBe(500)
    expect(problems).toMatchObject([{ kind: 'thrown', text: expect.stringContaining('TypeError') }])
  })

  test.each([
    ['is no TypeScript', 'export function (', 'syntax', expect.any(String)],
    ['imports what is not here', "import 'node:fs'", 'module', 'node:fs'],
    ['imports a file that is none of the blocks', "import './wire.ts'", 'module', './wire.ts'],
    ['imports all of them', "import '#security'", 'module', '#security'],
  ])('that %s does not begin to run', async (_, text, kind, said: unknown) => {
    const failed = await withBlocks({ 'security/bearer.ts': text }).catch((error: unknown) => error)
    expect((failed as OwnFailure).trouble).toMatchObject({
      kind: 'problems',
      problems: [{ kind, text: said, file: 'security/bearer.ts' }],
    })
  })
})
