/** What is weak on purpose is for this machine alone, and a published key too, unless a setting shows it to a network. */

import type { Readable } from 'node:stream'
import { describe, expect, test, vi } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import type { LessonServer } from '../../lessons/lesson.ts'
import { askRaw } from '../support/raw-http.ts'
import { portIn, startBuilt } from './support/built-server.ts'

vi.setConfig({ testTimeout: 30_000 })

/** Paths of the servers that are so. */
const all = (isSo: (server: LessonServer) => boolean) =>
  lessons.flatMap(({ slug, servers }) =>
    Object.values(servers).flatMap((server) =>
      isSo(server) ? [`/lessons/${slug}/${server.path}/openapi.json`] : [],
    ),
  )

const weak = all((server) => server.weak === true)
const published = all((server) => server.publishedKey === true)
const others = all((server) => !server.weak && !server.publishedKey)

test('there is something of each kind to look at', () => {
  expect(weak).not.toEqual([])
  expect(published).toEqual([
    '/lessons/password-flow/signed/openapi.json',
    '/lessons/jwt/api/openapi.json',
    '/lessons/two-servers/auth/openapi.json',
    '/lessons/stolen-cookie/auth/openapi.json',
  ])
  expect(others).toContain('/lessons/jwt/secret/openapi.json')
})

test.each([
  [{ HOST: '127.0.0.1' }, 200, 200],
  [{ HOST: '0.0.0.0' }, 404, 404],
  [{ HOST: '0.0.0.0', ALLOW_PUBLISHED_KEY: '0' }, 404, 404],
  [{ HOST: '0.0.0.0', ALLOW_PUBLISHED_KEY: '1' }, 404, 200],
])(
  'a playground with %j answers %i for what is weak, and %i for what has a published key',
  async (environment, forWeak, forPublished) => {
    const port = portIn(await startBuilt({ PORT: '0', ...environment }).ready)
    for (const [paths, status] of [
      [weak, forWeak],
      [published, forPublished],
      [others, 200],
    ] as const) {
      for (const path of paths) {
        const answer = await askRaw(port, { method: 'GET', path })
        expect(answer.status, path).toBe(status)
        if (status === 404) {
          const body = '{"detail":"Not Found: not served to a network"}'
          expect(answer.body.toString(), path).toBe(body)
        }
      }
    }
  },
)

describe('on a network', () => {
  /** All that is printed until `last` has been. */
  const printed = async (
    environment: Record<string, string>,
    last: { line: number } | { stderr: string },
    args?: string[],
  ) => {
    const server = startBuilt({ PORT: '0', HOST: '0.0.0.0', ...environment }, args)
    await ('line' in last ? server.lines(last.line) : said(server.child.stderr!, last.stderr))
    server.child.kill('SIGTERM')
    return server.ended
  }

  const said = (stream: Readable, text: string) =>
    new Promise<void>((resolve) => {
      let read = ''
      stream.on('data', (chunk: string) => {
        read += chunk
        if (read.includes(text)) resolve()
      })
    })

  test('the published key is not served, and the terminal says so', async () => {
    const { stdout, stderr } = await printed({}, { stderr: 'see AUTH_SERVER_URL' })
    expect(stdout).toMatch(/^Bearer Playground is ready at http:\/\/localhost:\d+\n$/)
    expect(stderr).toBe(
      'bearer-playground: password-flow/signed, jwt, two-servers/auth, stolen-cookie/auth sign with a ' +
        'published key and are not served to a network; ALLOW_PUBLISHED_KEY=1 serves them\n' +
        'bearer-playground: two-servers has no auth server; see AUTH_SERVER_URL\n',
    )
  })

  test('another auth server than ours lets the client server start', async () => {
    const { stdout } = await printed({ AUTH_SERVER_URL: 'http://127.0.0.1:9' }, { line: 2 })
    expect(stdout.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^two-servers is ready at /),
      '',
    ])
  })

  test('the published key is served when that is asked for, under a banner', async () => {
    const { stdout, stderr } = await printed({ ALLOW_PUBLISHED_KEY: '1' }, { line: 3 })
    expect(stdout).toContain('two-servers/auth is ready at ')
    expect(stderr).toContain('WARNING: A PUBLISHED KEY ANSWERS THIS NETWORK.')
    expect(stderr).toContain('password-flow/signed, jwt, two-servers/auth, stolen-cookie/auth')
  })

  test('the published key served alone has its banner, and a key of its own has none', async () => {
    const jwt = await printed({ ALLOW_PUBLISHED_KEY: '1' }, { stderr: '**\n' }, [
      'serve',
      'jwt',
      '--port',
      '0',
    ])
    expect(jwt.stderr).toContain('WARNING: A PUBLISHED KEY ANSWERS THIS NETWORK.')
    const secret = await printed({}, { line: 1 }, ['serve', 'jwt/secret', '--port', '0'])
    expect(secret.stderr).toBe('')
  })
})

test.each([
  ['a playground', 3],
  ['a server alone', 1, 'serve', 'first-steps', '--port', '0'],
])(
  '%s answers for the hosts that ALLOWED_HOSTS names, on every port',
  async (_, count, ...args) => {
    const environment = { PORT: '0', ALLOWED_HOSTS: 'lab.example, Other.Example:8443' }
    const lines = await startBuilt(environment, args as string[]).lines(count)
    for (const port of lines.map(portIn)) {
      const status = async (host: string) => {
        const headers: [string, string][] = [['Host', host]]
        return (await askRaw(port, { method: 'GET', path: '/docs', headers })).status
      }
      const own = await status('localhost')
      expect(await status('lab.example:1')).toBe(own)
      expect(await status('other.example')).toBe(own)
      expect(await status('evil.example')).toBe(421)
    }
  },
)
