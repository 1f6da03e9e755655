/** Both client servers before an auth server that answers anything but what it should. */

import { describe, expect, test } from 'vitest'
import client from '../../lessons/5-two-servers/client.ts'
import faithful from '../../lessons/5-two-servers/faithful.ts'
import { perform } from '../../server/stage/perform.ts'
import { stepHost } from '../../server/stage/step-host.ts'
import { base64url } from '../../lessons/contract/forge.ts'

const TOKEN = `a.${base64url('{"exp":4102444800}')}.c`

/** Asks a client server whose auth server answers like this, and gives what the auth server was asked. */
async function ask(app: Parameters<typeof stepHost>[0], request: Request, answer: () => Response) {
  const asked: Request[] = []
  const host = stepHost(app, { title: 'a client', docsScript: 'docs.js' })
  const { response } = await perform(host, request, {
    authServerUrl: 'http://auth.example',
    fetch: (input) => {
      asked.push(input as Request)
      return Promise.resolve(answer())
    },
  })
  return { response, body: await response.text(), asked }
}

const login = () =>
  new Request('http://localhost/get-token', {
    method: 'POST',
    body: new URLSearchParams({ username: '<b>johndoe', password: 'secret' }),
  })

const data = (cookie = `jwt_token=${TOKEN}`) =>
  new Request('http://localhost/test-users-me', { headers: { Cookie: cookie } })

const answers = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'Set-Cookie': 'evil=1', 'X-Evil': '1' } })

const JUNK: [what: string, answer: () => Response][] = [
  ['nothing', () => new Response('')],
  ['HTML', () => new Response('<script>alert(1)</script>')],
  ['null', () => answers(null)],
  ['a number', () => answers(1)],
  ['JSON without an end', () => new Response('{"access_token":"a.b.c"')],
  ['10 MB', () => new Response('x'.repeat(10_000_000))],
  ['a redirect', () => Response.redirect('http://evil.example/', 307)],
  ['500', () => answers({ access_token: { a: 1 } }, 500)],
]

const TOKENS: [what: string, token: unknown][] = [
  ['none', undefined],
  ['null', null],
  ['an empty one', ''],
  ['a number', 1],
  ['a list', ['a.b.c']],
  ['an object', { toString: 'a.b.c' }],
  ['one with an attribute', 'a.b.c; Domain=evil.example'],
  ['one with a line break', 'a.b.c\r\nSet-Cookie: evil=1'],
  ['one with a blank', 'a b'],
  ['one that is no ASCII', 'caf\u00e9'],
  ['one of 10 kB', 'a'.repeat(10_000)],
]

const LOGIN_JUNK = [
  ...JUNK,
  ...TOKENS.map(([what, token]): (typeof JUNK)[number] => [
    `a token that is ${what}`,
    () => answers({ access_token: token, token_type: 'bearer' }),
  ]),
]

describe.each([
  ['client', client],
  ['faithful', faithful],
])('%s', (name, app) => {
  const hardened = name === 'client'

  test.each(LOGIN_JUNK)('a login answered with %s is 502, without a cookie', async (_, answer) => {
    const { response, body, asked } = await ask(app, login(), answer)
    expect(response.status).toBe(502)
    expect([...response.headers.keys()]).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(set-cookie|x-evil)$/)]),
    )
    expect(body).not.toMatch(/script|evil|secret|\n\s+at /)
    expect(asked).toHaveLength(1)
  })

  test.each([400, 401, 403, 422])('a login answered %i is 401', async (status) => {
    const { response, body } = await ask(app, login(), () =>
      answers({ detail: '<script>' }, status),
    )
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(body).toContain('Login failed')
    expect(body).not.toContain('script')
  })

  test.each([
    [503, { client: 503, faithful: 502 }],
    // Nobody's password is wrong because many log in, or because the address is.
    [429, { client: 503, faithful: 401 }],
    [404, { client: 502, faithful: 401 }],
    [405, { client: 502, faithful: 401 }],
    [418, { client: 502, faithful: 401 }],
  ])('a login answered %i is no login: %j', async (status, wanted) => {
    const { response } = await ask(app, login(), () => answers({}, status))
    expect(response.status).toBe(wanted[name as keyof typeof wanted])
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test('a login answered 503 with Retry-After is so too, without a cookie', async () => {
    const busy = () => Response.json({}, { status: 503, headers: { 'Retry-After': '7' } })
    const { response, body } = await ask(app, login(), busy)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('7')
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(body).toContain('The auth server is busy')
  })

  test(
    'a login answered with a token sets it, and shows the name as a ' +
      (hardened ? 'text' : 'page'),
    async () => {
      const { response, body } = await ask(app, login(), () => answers({ access_token: TOKEN }))
      expect(response.status).toBe(200)
      // 400 days: as long as a cookie may live.
      const attributes = hardened ? '; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax' : ''
      expect(response.headers.getSetCookie()).toEqual([`jwt_token=${TOKEN}${attributes}`])
      expect(body).toContain(hardened ? 'Logged in as &lt;b&gt;johndoe' : 'Logged in as <b>johndoe')
    },
  )

  test.each([
    'jwt_token=a%0d%0aX-Evil:%201',
    'jwt_token=caf%C3%A9',
    'jwt_token=a b',
    'jwt_token=',
    'JWT_TOKEN=a.b.c',
    '\u00a0jwt_token=a.b.c',
    'a=jwt_token=a.b.c',
    'ajwt_token=a.b.c',
  ])('the cookie %j is answered 401, and goes nowhere', async (cookie) => {
    const { response, asked } = await ask(app, data(cookie), () => answers({ a: 1 }))
    expect(response.status).toBe(401)
    expect(asked).toEqual([])
  })

  test('a token goes to the auth server as a bearer’s, and no cookie with it', async () => {
    const { asked } = await ask(app, data(), () => answers({ a: 1 }))
    expect(asked.map(({ url, headers }) => [url, [...headers]])).toEqual([
      ['http://auth.example/users/me/', [['authorization', `Bearer ${TOKEN}`]]],
    ])
  })
})

describe('data asked for by the client', () => {
  test.each(JUNK)('and answered with %s is 502, with a page', async (_, answer) => {
    const { response, body } = await ask(client, data(), answer)
    expect(response.status).toBe(502)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(body).not.toMatch(/script|evil/)
  })

  test.each([403, 404, 429, 503])('and answered %i is 502', async (status) => {
    const { response } = await ask(client, data(), () => answers({ a: 1 }, status))
    expect(response.status).toBe(502)
  })

  test('and answered 401 is a login page, and the cookie goes', async () => {
    const { response, body } = await ask(client, data(), () => answers({}, 401))
    expect(response.status).toBe(401)
    expect(response.headers.getSetCookie()).toEqual(['jwt_token=; Max-Age=0; Path=/'])
    expect(body).toContain('<form action="get-token"')
  })

  test.each<[json: unknown, shown: string[]]>([
    [{ a: '<b>', '<i>': '"&' }, ['<dd>&lt;b&gt;</dd>', '<dt>&lt;i&gt;</dt>']],
    [{ a: null, b: true, c: 1.5 }, ['<dd>null</dd>', '<dd>true</dd>', '<dd>1.5</dd>']],
    [{ a: ['x', 1] }, ['<dd>[&quot;x&quot;,1]</dd>']],
    // Nobody asks such an object how it is to be written.
    [
      { a: { toString: 1, valueOf: 1 } },
      ['<dd>{&quot;toString&quot;:1,&quot;valueOf&quot;:1}</dd>'],
    ],
    [
      [{ a: 1 }, { a: 2 }],
      ['<dd>1</dd>', '<dd>2</dd>'],
    ],
    [[null, 1, [[]]], ['<dl></dl><dl></dl>']],
    [[], ['<body></body>']],
  ])('and answered with %j is shown as text', async (json, shown) => {
    const { response, body } = await ask(client, data(), () => answers(json))
    expect(response.status).toBe(200)
    for (const text of shown) expect(body).toContain(text)
    expect(body).not.toMatch(/<b>|<i>/)
  })
})

describe('data asked for by the faithful one', () => {
  test.each([200, 401, 500])('comes as it is, whether answered 200 or %i', async (status) => {
    const { response, body } = await ask(faithful, data(), () => answers({ a: '<b>' }, status))
    expect([response.status, body]).toEqual([200, '{"a":"<b>"}'])
  })

  test('is an empty page when it is junk', async () => {
    const { response, body } = await ask(faithful, data(), () => new Response('<b>'))
    expect([response.status, body]).toEqual([200, ''])
  })
})
