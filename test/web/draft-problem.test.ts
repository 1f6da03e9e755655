/** What a browser would not send as typed, and that what is let through goes as typed. */

import { expect, test } from 'vitest'
import type { RequestDraft } from '../../lessons/lesson.ts'
import { type DraftProblem, draftProblem } from '../../web/stage/draft-problem.ts'

const SERVER = `${location.origin}/lessons/first-steps/api`

const draftWith = (part: Partial<RequestDraft>): RequestDraft => ({
  server: 'api',
  method: 'GET',
  path: '/items/',
  headers: [],
  body: '',
  ...part,
})

const problemWith = (part: Partial<RequestDraft>) => {
  const draft = draftWith(part)
  return draftProblem(draft, SERVER + draft.path)
}

const header = (name: string, value = 'x'): Partial<RequestDraft> => ({ headers: [[name, value]] })

type Row = [draft: Partial<RequestDraft>, code: DraftProblem['code'], about?: string]

const methods: Row[] = [
  [{ method: '' }, 'method-empty', ''],
  [{ method: 'G T' }, 'method-invalid', 'G T'],
  [{ method: 'GÉT' }, 'method-invalid', 'GÉT'],
  [{ method: 'GET\n' }, 'method-invalid', 'GET\n'],
  [{ method: 'GET/1' }, 'method-invalid'],
  [{ method: 'CONNECT' }, 'method-forbidden', 'CONNECT'],
  [{ method: 'TRACE' }, 'method-forbidden'],
  [{ method: 'trace' }, 'method-forbidden', 'trace'],
  [{ method: 'TRACK' }, 'method-forbidden'],
  [{ method: 'get' }, 'method-rewritten', 'GET'],
  [{ method: 'Post' }, 'method-rewritten', 'POST'],
  [{ method: 'options' }, 'method-rewritten', 'OPTIONS'],
]

const paths: Row[] = [
  [{ path: '' }, 'path-no-slash', ''],
  [{ path: 'items/' }, 'path-no-slash', 'items/'],
  [{ path: ' /items/' }, 'path-no-slash'],
  [{ path: '?a=1' }, 'path-no-slash'],
  [{ path: 'http://elsewhere.example/' }, 'path-no-slash'],
  [{ path: '/items/#top' }, 'path-fragment', '/items/#top'],
  [{ path: '/#' }, 'path-fragment'],
  [{ path: `/${'a'.repeat(12_000)}` }, 'path-too-long', '12001'],
  [{ path: '/물건' }, 'path-rewritten', '/lessons/first-steps/api/%EB%AC%BC%EA%B1%B4'],
  [{ path: '/a b' }, 'path-rewritten', '/lessons/first-steps/api/a%20b'],
  [{ path: '/items/ ' }, 'path-rewritten', '/lessons/first-steps/api/items/'],
  [{ path: '/items/\t' }, 'path-rewritten'],
  [{ path: '/it\nems/' }, 'path-rewritten', '/lessons/first-steps/api/items/'],
  [{ path: '/items/./' }, 'path-rewritten', '/lessons/first-steps/api/items/'],
  [{ path: '/x/../items/' }, 'path-rewritten', '/lessons/first-steps/api/items/'],
  [{ path: '/%2e%2E/items/' }, 'path-rewritten', '/lessons/first-steps/items/'],
  // Up to the root: what is left stands at the end of what was typed.
  [{ path: '/../../../items/' }, 'path-rewritten', '/items/'],
  [{ path: '/../../../lessons/first-steps/api/' }, 'path-rewritten', '/lessons/first-steps/api/'],
  [{ path: '\\items' }, 'path-no-slash'],
  [{ path: '/\\items' }, 'path-rewritten', '/lessons/first-steps/api//items'],
  [{ path: "/items/?a='b'" }, 'path-rewritten', "/lessons/first-steps/api/items/?a=%27b%27"],
  [{ path: '/items/?a="b"' }, 'path-rewritten'],
  [{ path: '/<b>' }, 'path-rewritten', '/lessons/first-steps/api/%3Cb%3E'],
  [{ path: '/\u{1F511}' }, 'path-rewritten'],
  [{ path: '/\uD800' }, 'path-rewritten', '/lessons/first-steps/api/%EF%BF%BD'],
]

const headers: Row[] = [
  [header('', 'orphan'), 'header-name-empty', 'orphan'],
  [header('X Y'), 'header-name-invalid', 'X Y'],
  [header('X:'), 'header-name-invalid', 'X:'],
  [header('Kopf\u00e9'), 'header-name-invalid'],
  [header('X\r\nY'), 'header-name-invalid'],
  [header('\u{1F511}'), 'header-name-invalid'],
  [header('X-A', 'a\nb'), 'header-value-invalid', 'X-A'],
  [header('X-A', 'a\r\nCookie: b'), 'header-value-invalid'],
  [header('X-A', 'a\0b'), 'header-value-invalid'],
  [header('X-A', '\n'), 'header-value-invalid'],
  [header('Authorization', 'Bearer \u{1F511}'), 'header-not-latin1', '\u{1F511}'],
  [header('Authorization', 'Bearer 열쇠'), 'header-not-latin1', '열'],
  [header('Authorization', 'Bearer “foobar”'), 'header-not-latin1', '“'],
  [
    {
      headers: [
        ['Authorization', 'Bearer a'],
        ['authorization', 'Bearer b'],
      ],
    },
    'header-repeated',
    'authorization',
  ],
  [header('X-A', 'a'.repeat(12_000)), 'header-too-long', '12003'],
  [
    {
      headers: [
        ['X-A', 'a'.repeat(7_000)],
        ['X-B', 'b'.repeat(7_000)],
      ],
    },
    'header-too-long',
    '14006',
  ],
  ...[
    'Accept-Charset',
    'Accept-Encoding',
    'Connection',
    'Content-Length',
    'Cookie',
    'cookie',
    'Date',
    'DNT',
    'Expect',
    'Host',
    'Keep-Alive',
    'Origin',
    'Proxy-Authorization',
    'Referer',
    'Sec-Anything',
    'Set-Cookie',
    'TE',
    'Transfer-Encoding',
    'Upgrade',
    'Via',
  ].map((name): Row => [header(name), 'header-forbidden', name]),
  [header('X-HTTP-Method-Override', 'TRACE'), 'header-forbidden', 'X-HTTP-Method-Override'],
]

const bodies: Row[] = [
  [{ body: 'a=b' }, 'body-not-allowed', 'GET'],
  [{ method: 'HEAD', body: ' ' }, 'body-not-allowed', 'HEAD'],
]

const problems = Object.entries({ method: methods, path: paths, headers, body: bodies }).flatMap(
  ([field, rows]) =>
    rows.map(([draft, code, about]) => ({ field, draft, code, about, typed: brief(draft) })),
)

test.each(problems)('$typed: $code', ({ field, draft, code, about }) => {
  const problem = problemWith(draft)
  expect(problem).toMatchObject({ field, code })
  if (about !== undefined) expect(problem!.about).toBe(about)
})

const accepted: Partial<RequestDraft>[] = [
  {},
  { method: 'patch' },
  { method: 'FOO' },
  { method: "M!#$%&'*+.^_`|~-1" },
  { method: 'HEAD' },
  { method: 'OPTIONS', body: 'x' },
  { method: 'DELETE', body: 'x' },
  { method: 'POST', body: 'username=\u{1F511}&password=열쇠' },
  { path: '/' },
  { path: '//elsewhere.example/' },
  { path: '/items/?' },
  { path: '/items/?a=1?' },
  { path: '/items/?a=[1]{2}|\\^`' },
  { path: '/%23' },
  { path: '/%' },
  { path: '/%zz%00' },
  { path: '/[1-3];a=b,c@d:!$&()*+=~' },
  { path: '/.../..a' },
  { path: `/${'a'.repeat(11_999)}` },
  header('Authorization', 'Bearer foobar'),
  header('authorization', 'bearer  two blanks'),
  header('Authorization', 'Bearer \u00e9\u00ff\u00a0x'),
  header('X-Empty', ''),
  header('X-Tab', 'a\tb'),
  header("!#$%&'*+.^_`|~-", 'x'),
  header('__proto__', 'x'),
  header('Content-Type', 'nonsense'),
  header('Accept-Language', 'ko'),
  header('Cache-Control', 'max-age=5'),
  header('X-HTTP-Method-Override', 'PUT'),
  header('X-Long', 'a'.repeat(11_994)),
]

test.each(accepted.map((draft) => ({ draft, typed: brief(draft) })))(
  '$typed goes as typed',
  async ({ draft: part }) => {
    const draft = draftWith(part)
    const url = SERVER + draft.path
    expect(draftProblem(draft, url)).toBeUndefined()

    // As `send` makes it.
    const bytes = draft.body === '' ? null : new TextEncoder().encode(draft.body)
    const { method, headers } = draft
    const request = new Request(url, { method, headers, body: bytes })
    expect(request.method).toBe(draft.method)
    expect(request.url).toBe(url)
    expect([...request.headers]).toEqual(headers.map(([name, value]) => [name.toLowerCase(), value]))
    expect(await request.text()).toBe(draft.body)
  },
)

/** A draft as a test's name can show it. */
function brief(draft: Partial<RequestDraft>): string {
  const text = JSON.stringify(draft)
  return text.length > 90 ? `${text.slice(0, 90)}…` : text
}
