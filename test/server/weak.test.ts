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
  [{ HOST: '0.0.0.0', ALLOW_WEAK_ON_NETWORK: '1' }, 200, 404],
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
    expect(stdout).toMatch(/^Bearer Playground is ready at http:\/\/localhost:\d+\n/)
    expect(stdout).not.toContain('two-servers')
    expect(stderr).toBe(
      'bearer-playground: password-flow/signed, jwt, two-servers/auth, stolen-cookie/auth sign with a ' +
        'published key and are not served to a network; ALLOW_PUBLISHED_KEY=1 serves them\n' +
        'bearer-playground: two-servers has no auth server; see AUTH_SERVER_URL\n',
    )
  })

  test('another auth server than ours lets the client server start', async () => {
    const { stdout } = await printed({ AUTH_SERVER_URL: 'http://127.0.0.1:9' }, { line: 2 })
    expect(stdout.split('\n')[1]).toMatch(/^two-servers is ready at /)
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

  test('what is vulnerable on purpose is served when that is asked for, under a banner', async () => {
    const flag = '--allow-weak-on-network'
    const { stderr } = await printed({}, { stderr: 'see AUTH_SERVER_URL' }, [flag])
    expect(stderr).toContain('ARE VULNERABLE ON PURPOSE ANSWER WHOEVER REACHES THEM.')
    expect(stderr).toContain(
      '* password-flow/leaky, two-servers/faithful, stolen-cookie/faithful: ',
    )
    const leaky = await printed({}, { stderr: '**\n' }, [
      'serve',
      'password-flow/leaky',
      '--port',
      '0',
      flag,
    ])
    expect(leaky.stdout).toMatch(/^password-flow\/leaky is ready at /)
    expect(leaky.stderr).toContain('* password-flow/leaky: ')
  })

  test('every address that is printed answers there', async () => {
    const server = startBuilt({ HOST: '0.0.0.0', ALLOW_PUBLISHED_KEY: '1' }, ['--port', '0'])
    await said(server.child.stdout!, 'use elsewhere.')
    const { port } = new URL((await server.ready).split(' ').at(-1)!)
    const lines = await server.lines(5)
    const urls = lines.flatMap((line) => /^ {2}(http:\S+)$/.exec(line)?.[1] ?? [])
    for (const url of urls) {
      expect(new URL(url).port).toBe(port)
      const { status } = await fetch(`${url}/lessons/jwt/api/users/me/`)
      expect(status, url).toBe(401)
    }
    expect(urls).not.toEqual([])
  })
})

describe('behind a proxy on this machine', () => {
  type Header = [name: string, value: string]

  const FORWARDED: Header[] = [
    ['Forwarded', 'for=192.0.2.1'],
    ['X-Forwarded-For', '192.0.2.1'],
    ['X-Forwarded-Host', 'lab.example'],
    ['X-Real-IP', '192.0.2.1'],
    ['Via', '1.1 lab.example'],
  ]

  /** The statuses of all that is not for everybody, for a request with each header. */
  async function ask(environment: Record<string, string>, headers: Header[]) {
    const port = portIn(await startBuilt({ PORT: '0', ...environment }).ready)
    const statuses = headers.map(async (header) => {
      const answers = [...weak, ...published].map((path) =>
        askRaw(port, { method: 'GET', path, headers: [header] }),
      )
      return [...new Set((await Promise.all(answers)).map(({ status }) => status))]
    })
    return Promise.all(statuses)
  }

  test('a request that names this machine, with nobody between, is answered', async () => {
    const here = ['localhost', 'localhost.', '127.0.0.1:3000', '[::1]'].map((host): Header => [
      'Host',
      host,
    ])
    expect(await ask({}, here)).toEqual(here.map(() => [200]))
  })

  test('one that was brought is not, though it names this machine', async () => {
    expect(await ask({}, FORWARDED)).toEqual(FORWARDED.map(() => [404]))
  })

  test('one that names a host that is allowed is not', async () => {
    const environment = { ALLOWED_HOSTS: 'lab.example' }
    expect(await ask(environment, [['Host', 'lab.example']])).toEqual([[404]])
  })

  test('both are where the settings say so', async () => {
    const environment = { ALLOW_WEAK_ON_NETWORK: '1', ALLOW_PUBLISHED_KEY: '1' }
    expect(await ask(environment, FORWARDED)).toEqual(FORWARDED.map(() => [200]))
  })

  test('a server on a port of its own keeps to the same', async () => {
    const port = portIn(await startBuilt({}, ['serve', 'jwt', '--port', '0']).ready)
    const get = async (headers: Header[]) =>
      (await askRaw(port, { method: 'GET', path: '/users/me/', headers })).status
    expect(await get([])).toBe(401)
    expect(await get([['X-Forwarded-For', '192.0.2.1']])).toBe(404)
  })
})

test.each([
  ['a playground', 3],
  ['a server alone', 1, 'serve', 'first-steps', '--port', '0'],
])(
  '%s answers for the hosts that ALLOWED_HOSTS names, on every port',
  async (_, count, ...args) => {
    const environment = {
      PORT: '0',
      ALLOWED_HOSTS: 'lab.example, Other.Example:8443',
      ALLOW_PUBLISHED_KEY: '1',
    }
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
