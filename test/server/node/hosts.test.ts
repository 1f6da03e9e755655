/** Requests for other hosts: refused on every port before anybody looks at them, and never a fault of the server. */

import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { listen } from '../../../server/node/listen.ts'
import { findServed, serveAlone } from '../../../server/playground/serve.ts'
import { createSite } from '../../../server/playground/site.ts'
import { askRaw, exchange, parseResponse } from '../../support/raw-http.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => {
  // A request's fault is none of ours, and not for the log.
  expect(console.error).not.toHaveBeenCalled()
  vi.mocked(console.error).mockRestore()
})

const alone = (name: string) => serveAlone(findServed(name)!, { docsFiles: () => new Response() })

/** What listens on each port, and a path on it that answers anybody. */
const PORTS = [
  ['the playground', () => createSite(), '/lessons/first-steps/api/items/', 401],
  ['the auth server', () => alone('two-servers/auth'), '/users/me/', 401],
  ['the client server', () => alone('two-servers'), '/', 200],
  ['a weak server', () => alone('two-servers/faithful'), '/', 200],
] as const

describe.each(PORTS)('on the port of %s', (_, site, path, good) => {
  async function started(options: { host?: string; allowedHosts?: readonly string[] } = {}) {
    const { server, port } = await listen(await site(), { host: '127.0.0.1', port: 0, ...options })
    onTestFinished(() => void server.close())
    return port
  }
  const ask = async (port: number, head: string) => {
    const bytes = Buffer.from(`${head}\r\nConnection: close\r\n\r\n`, 'latin1')
    const { status, headers, body } = parseResponse(await exchange(port, bytes))
    const type = headers.find(([name]) => name === 'content-type')?.[1]
    return { status, type, body: body.toString() }
  }
  const withHost = (host: string, method = 'GET') => `${method} ${path} HTTP/1.1\r\nHost: ${host}`

  test('a host that no URL can be made of is answered with 400', async () => {
    const port = await started({ allowedHosts: ['lab.example'] })
    for (const host of [
      'xn--',
      'xn--a',
      'lab.xn--',
      'XN--',
      '',
      ':3000',
      'a b',
      'a/b',
      'a\\b',
      'a?b',
      'a#b',
      'a@b',
      'localhost@lab.example',
      'lab.example@localhost',
      '%6cocalhost',
      'lab%2eexample',
      '[::1',
      '::1',
      '[::g]',
      '1.2.3.256',
      'localhost:99999',
      'localhost:x',
      'localhost, lab.example',
      'caf\u00e9',
      '\u00ff\u00fe',
      '"><x>',
    ]) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const expected = { status: 400, type: 'application/json', body: '{"detail":"Bad host"}' }
        expect(await ask(port, withHost(host, method)), `${method} ${host}`).toEqual(expected)
      }
    }
  })

  test('a host of somebody else is answered with 421, without a word of it', async () => {
    const port = await started()
    for (const host of [
      'evil.example',
      'evil.example:8000',
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      'evillocalhost',
      '0.0.0.0',
      '192.168.0.5',
      '[fd00::5]',
      'xn--9krt00a.example',
      '..',
      'a'.repeat(300),
    ]) {
      expect(await ask(port, withHost(host)), host).toEqual({
        status: 421,
        type: 'application/json',
        body: '{"detail":"Host not allowed; see ALLOWED_HOSTS"}',
      })
    }
  })

  test('this machine’s own hosts, and those that are allowed, are answered', async () => {
    const port = await started({ allowedHosts: ['lab.example'] })
    for (const host of [
      'localhost',
      'LOCALHOST:1',
      'localhost.',
      'localhost:',
      'a.localhost',
      '127.0.0.1',
      '127.9.9.9:8000',
      '[::1]:3000',
      '[0:0:0:0:0:0:0:1]',
      'Lab.Example:8443',
      'lab.example.',
    ]) {
      expect((await ask(port, withHost(host))).status, host).toBe(good)
    }
  })

  test('a target that is a whole URL says which host is meant, and Host may not differ in kind', async () => {
    const port = await started()
    const target = (url: string, host = 'localhost') => `GET ${url} HTTP/1.1\r\nHost: ${host}`
    expect((await ask(port, target(`http://localhost${path}`))).status).toBe(good)
    expect((await ask(port, target(`http://evil.example${path}`))).status).toBe(421)
    expect((await ask(port, target(`http://localhost${path}`, 'evil.example'))).status).toBe(421)
    expect((await ask(port, target(`http://localhost@evil.example${path}`))).status).toBe(400)
    expect((await ask(port, target(`http://xn--${path}`))).status).toBe(400)
    expect((await ask(port, target(`http://${path}`))).status).toBe(400)
  })

  test('HTTP/1.0 needs no Host, and HTTP/1.1 does', async () => {
    for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
      const port = await started({ host })
      expect((await ask(port, `GET ${path} HTTP/1.0`)).status, host).toBe(good)
      expect(await ask(port, `GET ${path} HTTP/1.1`), host).toEqual({
        status: 400,
        type: 'application/json',
        body: '{"detail":"No Host header"}',
      })
    }
  })
})

test('hosts that are allowed are told to a step app, wherever it runs', async () => {
  const seen: unknown[] = []
  const site = {
    fetch: (_: Request, { allowedHosts }: { allowedHosts?: readonly string[] }) => {
      seen.push(allowedHosts)
      return new Response()
    },
  }
  const { server, port } = await listen(site, {
    host: '127.0.0.1',
    port: 0,
    allowedHosts: ['lab.example'],
  })
  onTestFinished(() => void server.close())
  await askRaw(port, { method: 'GET', path: '/' })
  expect(seen).toEqual([['lab.example']])
})
