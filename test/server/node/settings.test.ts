/** The settings: what the environment may say, and the one line it gets for what it may not. */

import { describe, expect, test } from 'vitest'
import { BadSetting, HELP, readSettings } from '../../../server/node/settings.ts'

const DEFAULTS = { host: '127.0.0.1', port: 3000, authPort: 8000, clientPort: 8001 }

/** The fault found with an environment; none is a fault of the test. */
function faultOf(environment: Record<string, string>): BadSetting {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof BadSetting) return error
    throw error
  }
  throw new Error(`${JSON.stringify(environment)} was taken`)
}

test('an empty environment means this machine only, and the ports of the tutorial', () => {
  expect(readSettings({})).toEqual(DEFAULTS)
})

test('a variable that is undefined is as good as none', () => {
  expect(readSettings({ PORT: undefined, HOST: undefined })).toEqual(DEFAULTS)
})

test('variables of others are not looked at', () => {
  expect(readSettings({ port: 'x', Host: '', PORTS: 'x', NODE_ENV: 'x' })).toEqual(DEFAULTS)
})

describe.each([
  ['PORT', 'port'],
  ['AUTH_PORT', 'authPort'],
  ['CLIENT_PORT', 'clientPort'],
])('%s', (name, setting) => {
  test.each([
    ['0', 0],
    ['1', 1],
    ['80', 80],
    ['4321', 4321],
    ['00080', 80],
    ['65535', 65535],
  ])('"%s" is the port %i', (text, port) => {
    expect(readSettings({ [name]: text })).toEqual({ ...DEFAULTS, [setting]: port })
  })

  test.each([
    '',
    ' ',
    'http',
    '-1',
    '+80',
    '80.0',
    '80,81',
    '8e3',
    '0x50',
    '0b1',
    '1_000',
    ' 80',
    '80 ',
    '80\n',
    '80\nPORT=1',
    '65536',
    '99999',
    '100000',
    '000080',
    'NaN',
    'Infinity',
    'null',
    '\u0663',
    '\uff18\uff10',
    '80\0',
    '\x1b[2J80',
  ])('%j is refused with one line that names it', (text) => {
    const { message } = faultOf({ [name]: text })
    expect(message).toBe(
      `${name} must be a whole number from 0 to 65535, not ${JSON.stringify(text)}`,
    )
    expect(message).not.toMatch(/[\0-\x1f]/)
  })
})

describe('HOST', () => {
  test.each(['127.0.0.1', '0.0.0.0', '::', '::1', 'fe80::1', 'localhost', 'my-box.local', 'a_b'])(
    '"%s" is an address to listen on',
    (host) => {
      expect(readSettings({ HOST: host })).toEqual({ ...DEFAULTS, host })
    },
  )

  test.each([
    '',
    ' ',
    'a b',
    ' localhost',
    'localhost\n',
    'localhost\nlocalhost',
    '[::1]',
    'http://localhost',
    'localhost/',
    'user@localhost',
    '*',
    'fe80::1%eth0',
    'caf\u00e9',
    '\x1b[2Jlocalhost',
  ])('%j is refused with one line that names it', (host) => {
    const { message } = faultOf({ HOST: host })
    expect(message).toBe(`HOST is not an address: ${JSON.stringify(host)}`)
    expect(message).not.toMatch(/[\0-\x1f]/)
  })
})

describe('AUTH_SERVER_URL', () => {
  test.each([
    ['http://localhost:8000', 'http://localhost:8000'],
    ['http://localhost:8000/', 'http://localhost:8000'],
    ['https://auth.example', 'https://auth.example'],
    ['HTTP://auth.example', 'HTTP://auth.example'],
    ['http://[::1]:8000', 'http://[::1]:8000'],
    ['http://localhost:3000/lessons/jwt/api/', 'http://localhost:3000/lessons/jwt/api'],
  ])('"%s" is an auth server, with paths behind "%s"', (text, authServerUrl) => {
    expect(readSettings({ AUTH_SERVER_URL: text })).toEqual({ ...DEFAULTS, authServerUrl })
  })

  test.each([
    '',
    ' ',
    'localhost:8000',
    '//localhost:8000',
    'http:',
    'http://',
    'http:localhost',
    'http://localhost:65536',
    'http://local host',
    ' http://localhost',
    'http://localhost\n',
    'ftp://localhost',
    'file:///etc',
    'javascript:alert(1)',
    'http://user:password@localhost',
    'http://localhost?path=',
    'http://localhost#top',
    'http://\x1b[2J',
  ])('%j is refused with one line that names it', (text) => {
    const { message } = faultOf({ AUTH_SERVER_URL: text })
    expect(message).toMatch(/^AUTH_SERVER_URL is not an http URL: "/)
    expect(message).not.toMatch(/[\0-\x1f]/)
  })
})

describe('ALLOWED_HOSTS', () => {
  test.each<[text: string, allowedHosts: string[]]>([
    ['lab.example', ['lab.example']],
    ['lab.example,other.example', ['lab.example', 'other.example']],
    [' lab.example , other.example ', ['lab.example', 'other.example']],
    ['lab.example,', ['lab.example']],
    [',,lab.example', ['lab.example']],
    ['Lab.EXAMPLE', ['lab.example']],
    ['lab.example.', ['lab.example']],
    ['lab.example:8443', ['lab.example:8443']],
    ['lab.example.:8443', ['lab.example:8443']],
    ['lab.example:443', ['lab.example']],
    ['lab.example:80', ['lab.example']],
    ['192.168.0.5', ['192.168.0.5']],
    ['192.168.0.5:3000', ['192.168.0.5:3000']],
    ['[fd00::5]', ['[fd00::5]']],
    ['[fd00::5]:3000', ['[fd00::5]:3000']],
    ['fd00:0::5', ['[fd00::5]']],
    ['xn--9krt00a.example', ['xn--9krt00a.example']],
    ['my_box', ['my_box']],
  ])('"%s" names %j', (text, allowedHosts) => {
    expect(readSettings({ ALLOWED_HOSTS: text })).toEqual({ ...DEFAULTS, allowedHosts })
  })

  test.each(['', ' ', ',', ' , '])('%j names none', (text) => {
    expect(readSettings({ ALLOWED_HOSTS: text })).toEqual(DEFAULTS)
  })

  test.each([
    ['http://lab.example', 'http://lab.example'],
    ['lab.example/', 'lab.example/'],
    ['lab.example;other.example', undefined],
    ['lab.example other.example', 'lab.example other.example'],
    ['lab.example,user@other.example', 'user@other.example'],
    ['lab.example:99999', 'lab.example:99999'],
    ['*', undefined],
    ['*.lab.example', undefined],
    ['.lab.example', undefined],
    ['caf\u00e9.example', 'caf\u00e9.example'],
    ['xn--', 'xn--'],
    ['[fd00::5', '[fd00::5'],
    ['lab.example\nother.example', 'lab.example\nother.example'],
    ['\x1b[2Jlab', '\x1b[2Jlab'],
  ])('%j is refused with one line that names it', (text, entry = text) => {
    const { message } = faultOf({ ALLOWED_HOSTS: text })
    expect(message).toBe(
      `ALLOWED_HOSTS must be hosts separated by commas, such as lab.example, not ${JSON.stringify(entry)}`,
    )
    expect(message).not.toMatch(/[\0-\x1f]/)
  })
})

describe('ALLOW_PUBLISHED_KEY', () => {
  test.each([
    ['1', { allowPublishedKey: true }],
    ['0', {}],
  ])('"%s" is taken', (text, setting) => {
    expect(readSettings({ ALLOW_PUBLISHED_KEY: text })).toEqual({ ...DEFAULTS, ...setting })
  })

  test.each(['', ' ', '2', 'yes', 'true', '01', '1\n'])('%j is refused with one line', (text) => {
    expect(faultOf({ ALLOW_PUBLISHED_KEY: text }).message).toBe(
      `ALLOW_PUBLISHED_KEY must be 1 or 0, not ${JSON.stringify(text)}`,
    )
  })
})

describe('ports together', () => {
  test.each<Record<string, string>>([
    { PORT: '8000' },
    { PORT: '8001' },
    { AUTH_PORT: '3000' },
    { CLIENT_PORT: '8000' },
    { AUTH_PORT: '5000', CLIENT_PORT: '5000' },
    { PORT: '5000', AUTH_PORT: '05000' },
    { PORT: '1', AUTH_PORT: '1', CLIENT_PORT: '1' },
  ])('%j is refused: two servers cannot share one', (environment) => {
    expect(faultOf(environment).message).toBe(
      'PORT, AUTH_PORT and CLIENT_PORT must be three different ports',
    )
  })

  test.each<Record<string, string>>([
    { PORT: '0', AUTH_PORT: '0', CLIENT_PORT: '0' },
    { AUTH_PORT: '0', CLIENT_PORT: '0' },
    { PORT: '8000', AUTH_PORT: '3000' },
  ])('%j is taken', (environment) => {
    expect(() => readSettings(environment)).not.toThrow()
  })
})

test('the help names every variable with its default', () => {
  for (const line of [
    /PORT .*3000/,
    /HOST .*127\.0\.0\.1/,
    /AUTH_PORT .*8000/,
    /CLIENT_PORT .*8001/,
    /AUTH_SERVER_URL .*ours/,
    /ALLOWED_HOSTS .*commas/,
    /ALLOW_PUBLISHED_KEY .*0/,
  ])
    expect(HELP).toMatch(line)
})
