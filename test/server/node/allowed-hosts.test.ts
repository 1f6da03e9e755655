/** Which hosts a request may name: read as URLs read them, and meant for this server or another. */

import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { meantForUs, readHost } from '../../../server/node/allowed-hosts.ts'

describe('a host', () => {
  test.each([
    ['localhost', 'localhost', 'localhost'],
    ['localhost:3000', 'localhost', 'localhost:3000'],
    ['LocalHost:3000', 'localhost', 'localhost:3000'],
    ['localhost:', 'localhost', 'localhost'],
    ['localhost:80', 'localhost', 'localhost'],
    ['localhost:03000', 'localhost', 'localhost:3000'],
    ['localhost.', 'localhost.', 'localhost.'],
    ['lab.example:8443', 'lab.example', 'lab.example:8443'],
    ['a_b-c.example', 'a_b-c.example', 'a_b-c.example'],
    ['a..b', 'a..b', 'a..b'],
    ['127.0.0.1:3000', '127.0.0.1', '127.0.0.1:3000'],
    ['127.1', '127.0.0.1', '127.0.0.1'],
    ['0x7f000001', '127.0.0.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1', '127.0.0.1'],
    ['[::1]:3000', '[::1]', '[::1]:3000'],
    ['[0:0:0:0:0:0:0:1]', '[::1]', '[::1]'],
    ['[::FFFF:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:7f00:1]'],
    ['xn--9krt00a.example', 'xn--9krt00a.example', 'xn--9krt00a.example'],
    ['xn--nxa', 'xn--nxa', 'xn--nxa'],
    ['XN--NXA', 'xn--nxa', 'xn--nxa'],
  ])('"%s" is read as %s', (text, hostname, host) => {
    expect(readHost(text)).toEqual({ hostname, host })
  })

  test.each([
    '',
    ' ',
    ':',
    ':3000',
    'a b',
    ' a',
    'a ',
    'a\tb',
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    'a@b',
    'user:password@localhost',
    '@localhost',
    'a%b',
    '%6cocalhost',
    'localhost%2e',
    'ex%00ample',
    'a<b',
    'a>b',
    'a"b',
    'a^b',
    'a|b',
    'a`b',
    'a{b}',
    'caf\u00e9',
    '\u00c3\u00a9',
    'a\u00a0b',
    '\u00ad',
    'localhost:65536',
    'localhost:99999',
    'localhost:-1',
    'localhost:1a',
    'localhost:0x50',
    'localhost:80:80',
    'http://localhost',
    '//localhost',
    '::1',
    '[::1',
    '::1]',
    '[]',
    '[:]',
    '[::g]',
    '[::1]a',
    '[::1%25lo]',
    '[fe80::1%25eth0]',
    '[v1.a]',
    '[1.2.3.4]',
    '1.2.3.256',
    '1.1.1.1.1',
    '4294967296',
    '08',
    'a.1',
    'xn--',
    'XN--',
    'xn--a',
    'xn--0',
    'xn---',
    'xn--a-',
    'xn--zz--',
    'xn--u-ccb',
    'xn--xn---epa',
    'xn--pokxncvks',
    'a.xn--',
    'xn--.a',
    'xn--a.localhost',
  ])('%j is none', (text) => {
    expect(readHost(text)).toBeUndefined()
  })
})

/** Asks as a request would. */
const isOurs = (options: Partial<Parameters<typeof meantForUs>[0]>, host: string) => {
  const { host: on = '127.0.0.1', address = on, allowed = [] } = options
  const read = readHost(host)
  if (!read) throw new Error(`no host: ${host}`)
  return meantForUs({ host: on, address, allowed })(read.hostname)
}

describe('a server of this machine alone', () => {
  test.each([
    'localhost',
    'localhost:1',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'a.b.localhost:3000',
    '127.0.0.1',
    '127.0.0.1:8000',
    '127.0.0.1.',
    '127.1.2.3',
    '127.255.255.255',
    '[::1]',
    '[::1]:3000',
    '[::ffff:127.0.0.1]',
  ])('is meant by %s', (host) => {
    expect(isOurs({}, host)).toBe(true)
  })

  test.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    'evillocalhost',
    'localhost-evil.example',
    'localhost..',
    '127.0.0.1.evil.example',
    '127.0.0.1.nip.io',
    '128.0.0.1',
    '126.255.255.255',
    '0.0.0.0',
    '192.168.0.5',
    '10.0.0.1',
    '[::]',
    '[::2]',
    '[::ffff:192.168.0.5]',
    '[fe80::1]',
    'a!b',
    "a'b",
    '.',
    '..',
    'local',
    'host.local',
    'a'.repeat(300),
  ])('is not meant by %s', (host) => {
    expect(isOurs({}, host)).toBe(false)
  })

  test('is not meant by the addresses it has on networks', () => {
    for (const host of networkAddresses()) expect(isOurs({}, host), host).toBe(false)
  })
})

describe('a server that names are allowed for', () => {
  const allowed = ['lab.example', 'xn--9krt00a.example', '203.0.113.7', '[2001:db8::7]']

  test.each([
    'lab.example',
    'LAB.Example:8443',
    'lab.example.',
    'xn--9krt00a.example',
    '203.0.113.7:80',
    '[2001:DB8:0::7]',
    'localhost',
  ])('is meant by %s', (host) => {
    expect(isOurs({ allowed }, host)).toBe(true)
  })

  test.each(['a.lab.example', 'lab.example.evil.example', 'example', 'xlab.example'])(
    'is not meant by %s',
    (host) => {
      expect(isOurs({ allowed }, host)).toBe(false)
    },
  )
})

describe('a server that listens elsewhere', () => {
  test.each([
    ['192.168.0.5', '192.168.0.5', '192.168.0.5:3000', true],
    ['192.168.0.5', '192.168.0.5', 'localhost', true],
    ['192.168.0.5', '192.168.0.5', '192.168.0.6', false],
    ['fd00::0:5', 'fd00::5', '[fd00::5]', true],
    ['my-box.local', '192.168.0.5', 'My-Box.local:3000', true],
    ['my-box.local', '192.168.0.5', '192.168.0.5', true],
    ['my-box.local', '192.168.0.5', 'other.local', false],
    ['0.0.0.0', '0.0.0.0', '0.0.0.0:3000', true],
    ['0.0.0.0', '0.0.0.0', '203.0.113.7', false],
    ['0.0.0.0', '0.0.0.0', 'evil.example', false],
    ['::', '::', '[::]', true],
    ['::', '::', 'evil.example', false],
  ])('on %s (%s) is meant by %s: %s', (on, address, host, ours) => {
    expect(isOurs({ host: on, address }, host)).toBe(ours)
  })

  test.each(['0.0.0.0', '::'])('on %s is meant by every address of this machine', (on) => {
    for (const host of networkAddresses()) expect(isOurs({ host: on }, host), host).toBe(true)
  })
})

/** The addresses of this machine that others can reach. */
function networkAddresses(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list = []) => list)
  return addresses
    .filter(({ internal }) => !internal)
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address))
}
