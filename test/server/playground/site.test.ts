/** The playground's app around the lessons: the health check, the page's files, and what is nowhere. */

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { pageFiles } from '../../../server/node/page-files.ts'
import { createSite } from '../../../server/playground/site.ts'
import { askRaw } from '../../support/raw-http.ts'
import { realServer } from '../../support/real-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'bearer-playground-'))
const root = join(folder, 'web')
mkdirSync(join(root, 'assets'), { recursive: true })
mkdirSync(join(root, 'lessons'))
writeFileSync(join(folder, 'outside.txt'), 'SECRET')
writeFileSync(join(root, 'index.html'), '<!doctype html><title>page</title>')
writeFileSync(join(root, 'docs.html'), '<!doctype html><title>docs</title>')
writeFileSync(join(root, 'assets', 'app.js'), 'export {}')
writeFileSync(join(root, 'lessons', 'file.txt'), 'no server of a lesson')
// A static copy of the page says so; the server's own word goes first.
writeFileSync(join(root, 'playground.json'), '{"realServer":false}')
afterAll(() => rmSync(folder, { recursive: true }))

const server = realServer(createSite({ files: pageFiles(root) }))

async function ask(method: string, path: string) {
  const { status, headers, body } = await askRaw(server.port, { method, path })
  const header = (wanted: string) => headers.find(([name]) => name === wanted)?.[1] ?? null
  return { status, header, text: body.toString() }
}

const NOT_FOUND = '{"detail":"Not Found"}'

describe('files of the page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html><title>page</title>'],
    ['/index.html', 'text/html; charset=utf-8', '<!doctype html><title>page</title>'],
    ['/?lesson=1', 'text/html; charset=utf-8', '<!doctype html><title>page</title>'],
    ['/assets/app.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['/assets/%61pp.js', 'text/javascript; charset=utf-8', 'export {}'],
  ])('GET %s answers 200 as %s', async (path, type, text) => {
    const answer = await ask('GET', path)
    expect(answer).toMatchObject({ status: 200, text })
    expect(answer.header('content-type')).toBe(type)
  })

  test('HEAD / answers the length of the page, and no body', async () => {
    const answer = await ask('HEAD', '/')
    expect(answer).toMatchObject({ status: 200, text: '' })
    expect(answer.header('content-length')).toBe('34')
  })

  test('GET /assets/app.js tells browsers to guess nothing, and is for pages of its own origin', async () => {
    const { header } = await ask('GET', '/assets/app.js')
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
    expect(header('permissions-policy')).toBeNull()
  })

  test.each(['/', '/index.html', '/nowhere'])(
    'GET %s tells browsers to guess nothing and to frame nowhere',
    async (path) => {
      const { header } = await ask('GET', path)
      expect(header('x-content-type-options')).toBe('nosniff')
      expect(header('content-security-policy')).toBe("frame-ancestors 'none'")
      expect(header('x-frame-options')).toBe('DENY')
      expect(header('permissions-policy')).toMatch(/camera=\(\)/)
      expect(header('cross-origin-resource-policy')).toBe('same-origin')
      expect(header('referrer-policy')).toBe('no-referrer')
      // On localhost it would outlive the playground, for whatever runs there next.
      expect(header('strict-transport-security')).toBeNull()
    },
  )
})

test('GET /docs.html may be framed by the page, which shows it', async () => {
  const { header } = await ask('GET', '/docs.html')
  expect(header('content-security-policy')).toBe("frame-ancestors 'self'")
  expect(header('x-frame-options')).toBe('SAMEORIGIN')
  expect(header('x-content-type-options')).toBe('nosniff')
})

describe('the server itself', () => {
  test('GET /healthz answers that it is well', async () => {
    expect(await ask('GET', '/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  })

  test('GET /playground.json says that a real server answers, to be asked anew each time', async () => {
    const answer = await ask('GET', '/playground.json')
    expect(answer).toMatchObject({ status: 200, text: '{"realServer":true}' })
    expect(answer.header('content-type')).toBe('application/json')
    expect(answer.header('cache-control')).toBe('no-store')
  })
})

test.each([
  ['GET', '/nowhere'],
  ['GET', '/nowhere/'],
  ['GET', '/healthz/'],
  ['GET', '/HEALTHZ'],
  ['GET', '/assets'],
  ['GET', '/assets/'],
  ['GET', '/index.html/'],
  ['GET', '//index.html'],
  ['GET', '/lessons'],
  ['GET', '/lessons/'],
  ['GET', '/lessons/file.txt'],
  ['GET', '/lessons/first-steps/'],
  ['GET', '/lessons/first-steps/api'],
  ['GET', '/lessons/nowhere/api/items/'],
  ['GET', '/__proto__'],
  ['GET', '/%zz'],
  ['GET', '/%ff'],
  ['GET', '/%00'],
  ['GET', '/assets/app.js%00.html'],
  ['POST', '/'],
  ['POST', '/healthz'],
  ['PUT', '/assets/app.js'],
  ['DELETE', '/playground.json'],
  ['OPTIONS', '/'],
  ['TRACE', '/'],
])('%s %s answers 404 in JSON', async (method, path) => {
  const answer = await ask(method, path)
  expect(answer).toMatchObject({ status: 404, text: NOT_FOUND })
  expect(answer.header('content-type')).toBe('application/json')
})

describe('dot segments', () => {
  test.each([
    '/../outside.txt',
    '/assets/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/.%2E/outside.txt',
    '/..%2foutside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/..%5coutside.txt',
    '/%252e%252e/outside.txt',
    '/....//outside.txt',
    '/%c0%ae%c0%ae/outside.txt',
    '/../../../../../../../../etc/passwd',
  ])('GET %s answers 404: nothing outside the page is a file of it', async (path) => {
    expect(await ask('GET', path)).toMatchObject({ status: 404, text: NOT_FOUND })
  })

  test.each([
    '/lessons/first-steps/api/./items/',
    '/lessons/first-steps/api/v1/../items/',
    '/lessons/first-steps/api/%2E%2e/api/items/',
    '/lessons/./first-steps/api/items/',
    '/assets/../lessons/first-steps/api/items/',
  ])('GET %s answers 404: no route is called that', async (path) => {
    expect(await ask('GET', path)).toMatchObject({ status: 404, text: NOT_FOUND })
  })

  test('GET of a route with dots in its query answers as without', async () => {
    const { status } = await ask('GET', '/lessons/first-steps/api/items/?next=/../x')
    expect(status).toBe(401)
  })
})

test('a site without files is its lessons and its health', async () => {
  const site = createSite()
  const statuses = ['/healthz', '/lessons/first-steps/api/docs', '/', '/index.html'].map(
    async (path) => (await site.request(path)).status,
  )
  expect(await Promise.all(statuses)).toEqual([200, 200, 404, 404])
})

test('a bug answers 500 in JSON, and only the log learns of what', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const bug = new Error('secret path')
  const site = createSite({ files: () => Promise.reject(bug) })
  const response = await site.request('/')
  expect(log).toHaveBeenCalledExactlyOnceWith(bug)
  log.mockRestore()
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ detail: 'Internal Server Error' })
})

describe('the end of cookies', () => {
  const end = (headers: [string, string][]) =>
    askRaw(server.port, { method: 'POST', path: '/end-cookies', headers })

  test('POST /end-cookies answers 204 and ends the cookie of each server, at its path and at the root of a port', async () => {
    const { status, headers } = await end([['x-playground-reset', '1']])
    expect(status).toBe(204)
    const lines = headers.filter(([name]) => name === 'set-cookie').map(([, line]) => line)
    expect(lines).toContain('jwt_token=; Max-Age=0; Path=/')
    expect(lines).toContain('jwt_token=; Max-Age=0; Path=/lessons/two-servers/client/')
    expect(lines.every((line) => line.includes('Max-Age=0'))).toBe(true)
  })

  test('POST /end-cookies as another site’s form sends it answers 403, and ends none', async () => {
    const { status, headers, body } = await end([])
    expect(status).toBe(403)
    expect(JSON.parse(body.toString())).toEqual({
      detail: 'Forbidden: x-playground-reset is missing',
    })
    expect(headers.filter(([name]) => name === 'set-cookie')).toEqual([])
  })
})
