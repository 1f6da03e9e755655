/** One table says every policy: what each answer and document takes from it, and that nobody else writes one. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import { findServed, SERVABLE, serveAlone } from '../../../server/playground/serve.ts'
import { createSite } from '../../../server/playground/site.ts'
import { framedByNobody } from '../../../server/stage/framed-by-nobody.ts'
import {
  framePolicy,
  headersOf,
  metaElements,
  pagePolicy,
  POLICIES,
} from '../../../server/stage/policies.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

test('nothing else in the repository writes a policy', () => {
  const WORDS =
    /content-security-policy|frame-ancestors|x-frame-options|nosniff|referrer-policy|permissions-policy|cross-origin-\w+-policy|(?:default|script|style|frame|connect|worker|img)-src\b|name="referrer"|secureHeaders/i

  /** Lesson 5 shows where the policy of its hardened server is said; below, the table is held against it. */
  const TAUGHT = 'lessons/5-two-servers/client.ts'

  const files = ['server', 'lessons', 'web']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file.replaceAll('\\', '/')}`,
      ),
    )
    .concat('vite.config.ts')
    .filter((file) => /\.(?:ts|js|html|css|json)$/.test(file))
    .filter((file) => file !== TAUGHT && file !== 'server/stage/policies.ts')
    // A contract says what must come, as the tests do.
    .filter((file) => !/^lessons\/(?:[^/]+\/)?contract(?:\/|\.ts$)/.test(file))

  expect(files.length).toBeGreaterThan(200)
  const written = files.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => WORDS.test(line))
      .map((line) => `${file}: ${line}`),
  )
  expect(written).toEqual([])
})

test('a header says what a document cannot, and the rest only where the document does not', () => {
  expect(headersOf(POLICIES.docs)).toMatchObject({
    'Content-Security-Policy': "frame-ancestors 'self'",
    'X-Frame-Options': 'SAMEORIGIN',
  })
  expect(metaElements(POLICIES.docs)).not.toContain('frame-ancestors')
  expect(headersOf(POLICIES.formPage)['Content-Security-Policy']).toBe(
    "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
  )
  expect(metaElements(POLICIES.formPage)).not.toContain('Content-Security-Policy')
  expect(headersOf(framePolicy({ scripts: [] }))).toEqual({})
})

test('the page is as strict while developing, but for what the development server does', () => {
  const released = pagePolicy({ scripts: ['sha256-x'] }).csp
  const developed = pagePolicy({ scripts: ['sha256-x'], development: true }).csp
  expect(developed.filter((directive) => !released.includes(directive))).toEqual([
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob: data:",
    "connect-src 'self' ws:",
  ])
  expect(released.filter((directive) => !developed.includes(directive))).toEqual([
    "style-src 'self'",
    "worker-src 'self' data:",
    "require-trusted-types-for 'script'",
  ])
})

const NAVIGATION = { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' }

const site = createSite({ weak: true })

/** Asks below the playground, as a browser that navigates or as a script of the page. */
const ask = async (path: string, headers: Record<string, string> = NAVIGATION) =>
  (await site.request(`/lessons/${path}`, { headers })).headers

describe('below the playground', () => {
  test.each(
    lessons.flatMap(({ slug, servers }) =>
      Object.values(servers).map(({ path }) => `${slug}/${path}/docs`),
    ),
  )('%s is framed by the playground alone', async (path) => {
    const headers = await ask(path)
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'self'")
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['the tutorial’s client server', 'two-servers/faithful/', NAVIGATION],
    ['it, for a browser that does not say what for', 'two-servers/faithful/', {}],
    ['the hardened client server', 'two-servers/client/', NAVIGATION],
  ])('a page of %s is framed by nobody', async (_, path, headers) => {
    const policy = (await ask(path, headers)).get('content-security-policy')
    expect(policy).toMatch(/frame-ancestors 'none'$/)
  })

  test('a script is answered as the tutorial’s server answered: it frames nothing', async () => {
    const headers = await ask('two-servers/faithful/', { 'sec-fetch-dest': 'empty' })
    expect([...headers.keys()].filter((name) => name !== 'x-trace')).toEqual(['content-type'])
  })

  test('a page that says what it loads and nothing of frames says that too', () => {
    const response = new Response('', {
      headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
    })
    const { headers } = framedByNobody(new Request('http://localhost/'), response)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none', frame-ancestors 'none'",
    )
  })

  test('what is no page is answered as FastAPI answers', async () => {
    const headers = await ask('first-steps/api/items/')
    expect([...headers.keys()].filter((name) => name !== 'x-trace').sort()).toEqual([
      'content-type',
      'www-authenticate',
    ])
  })
})

describe('alone on a port', () => {
  const alone = async (name: string, path: string) => {
    const served = await serveAlone(findServed(name)!, {
      docsFiles: () =>
        new Response('export {}', { headers: { 'content-type': 'text/javascript' } }),
    })
    const request = new Request(new URL(path, 'http://localhost:8000'), { headers: NAVIGATION })
    return (await served.fetch(request, { target: path })).headers
  }

  test.each(SERVABLE)('the docs of %s are framed by nobody', async (name) => {
    for (const path of ['/docs', '/docs.js']) {
      const headers = await alone(name, path)
      expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test.each(['two-servers', 'two-servers/faithful'])(
    '%s has pages that nobody frames',
    async (name) => {
      const headers = await alone(name, '/')
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'$/)
    },
  )
})

test('lesson 5’s hardened server says what the table has for pages with forms', async () => {
  const headers = await ask('two-servers/client/')
  const said = Object.fromEntries(
    Object.keys(headersOf(POLICIES.formPage)).map((name) => [name, headers.get(name)]),
  )
  expect(said).toEqual({
    ...headersOf(POLICIES.formPage),
    // Nothing that knows the newer word asks for this one.
    'X-Frame-Options': null,
  })
})
