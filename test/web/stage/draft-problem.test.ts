/** What a browser would not send as typed, or no server would read. */

import { expect, test } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import { type DraftProblem, draftProblem } from '../../../web/state/draft-problem.ts'

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
  // Browsers leave this one as it is, and servers do not know it.
  [{ method: 'patch' }, 'method-unknown', 'patch'],
  [{ method: 'FOO' }, 'method-unknown', 'FOO'],
  [{ method: "M!#$%&'*+.^_`|~-1" }, 'method-unknown'],
  [{ method: 'constructor' }, 'method-unknown'],
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
  [{ path: "/items/?a='b'" }, 'path-rewritten', '/lessons/first-steps/api/items/?a=%27b%27'],
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
    'Date',
    'DNT',
    'Expect',
    'Host',
    'Keep-Alive',
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

/** A draft as a test's name can show it. */
function brief(draft: Partial<RequestDraft>): string {
  const text = JSON.stringify(draft)
  return text.length > 90 ? `${text.slice(0, 90)}…` : text
}
