/** One step alone at the root of a port: all of the step, and nothing of the playground. */

import { describe, expect, test, vi } from 'vitest'
import { askRaw } from '../../support/raw-http.ts'
import { portIn, startBuilt } from '../support/built-server.ts'

vi.setConfig({ testTimeout: 30_000 })

const started = async (name: string, environment: Record<string, string> = {}) => {
  const line = await startBuilt(environment, ['serve', name, '--port', '0']).ready
  return { line, port: portIn(line) }
}

const nameOf = (headers: [string, string][]) => headers.map(([name]) => name)

describe('npm start -- serve first-steps', () => {
  test('says what is where, in one line', async () => {
    const { line } = await started('first-steps')
    expect(line).toMatch(/^first-steps is ready at http:\/\/localhost:[1-9]\d*$/)
  })

  test('answers at the root, with no trace', async () => {
    const { port } = await started('first-steps')
    const headers: [string, string][] = [['Authorization', 'Bearer foobar']]
    const answer = await askRaw(port, { method: 'GET', path: '/items/', headers })
    expect([answer.status, answer.body.toString()]).toEqual([200, '{"token":"foobar"}'])
    expect(nameOf(answer.headers)).not.toContain('x-trace')
  })

  test.each([
    '/healthz',
    '/playground.json',
    '/lessons/first-steps/api/items/',
    '/',
    '/index.html',
  ])('has nothing of the playground at %s', async (path) => {
    const { port } = await started('first-steps')
    const answer = await askRaw(port, { method: 'GET', path })
    expect([answer.status, answer.body.toString()]).toEqual([404, '{"detail":"Not Found"}'])
  })

  test.each([
    ['GET', '/docs.jsx'],
    ['GET', '/assets/nope.js'],
    ['GET', '/docs.js/..'],
    ['GET', '/assets/%2e%2e/index.html'],
    ['GET', '/assets/../index.html'],
    ['GET', '/./items/'],
    ['GET', '/x/../items/'],
    ['GET', '/%2e/items/'],
    ['GET', '//items/'],
    ['GET', '/items//'],
    ['POST', '/docs.js'],
  ])('%s %s is no file of the docs page', async (method, path) => {
    const { port } = await started('first-steps')
    const answer = await askRaw(port, { method, path })
    expect([answer.status, answer.body.toString()]).toEqual([404, '{"detail":"Not Found"}'])
  })

  test('has its docs page, and the script that draws it', async () => {
    const { port } = await started('first-steps')
    const docs = await askRaw(port, { method: 'GET', path: '/docs' })
    expect(docs.status).toBe(200)
    expect(docs.body.toString()).toContain('src="docs.js"')
    const script = await askRaw(port, { method: 'GET', path: '/docs.js' })
    expect(script.status).toBe(200)
    expect(script.headers).toContainEqual(['content-type', 'text/javascript; charset=utf-8'])
  })
})

test('npm start -- serve jwt lives by this machine’s clock, whatever a request says', async () => {
  const { port } = await started('jwt')
  const form = {
    method: 'POST',
    path: '/token',
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['X-Playground-Now', '2001-01-01T00:00:00Z'],
    ] satisfies [string, string][],
    body: 'username=johndoe&password=secret',
  }
  const { access_token: token } = JSON.parse((await askRaw(port, form)).body.toString()) as {
    access_token: string
  }
  const { exp } = JSON.parse(atob(token.split('.')[1]!)) as { exp: number }
  expect(exp).toBeGreaterThan(Date.parse('2026-01-01') / 1000)
})

test('npm start -- serve password-flow/leaky serves the weak variant, to this machine', async () => {
  const { port } = await started('password-flow/leaky')
  const headers: [string, string][] = [['Authorization', 'Bearer johndoe']]
  const answer = await askRaw(port, { method: 'GET', path: '/users/me', headers })
  expect(JSON.parse(answer.body.toString())).toHaveProperty('hashed_password')
})
