/** What is let through goes as typed. */

import { expect, test } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import { draftProblem } from '../../../web/state/draft-problem.ts'

const SERVER = `${location.origin}/lessons/first-steps/api`

const header = (name: string, value = 'x'): Partial<RequestDraft> => ({ headers: [[name, value]] })

const accepted: Partial<RequestDraft>[] = [
  {},
  { method: 'PATCH', body: 'x' },
  { method: 'PROPFIND' },
  { method: 'M-SEARCH' },
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
    const draft: RequestDraft = {
      server: 'api',
      method: 'GET',
      path: '/items/',
      headers: [],
      body: '',
      ...part,
    }
    const url = SERVER + draft.path
    expect(draftProblem(draft, url)).toBeUndefined()

    // As `send` makes it.
    const bytes = draft.body === '' ? null : new TextEncoder().encode(draft.body)
    const { method, headers } = draft
    const request = new Request(url, { method, headers, body: bytes })
    expect(request.method).toBe(draft.method)
    expect(request.url).toBe(url)
    expect([...request.headers]).toEqual(
      headers.map(([name, value]) => [name.toLowerCase(), value]),
    )
    expect(await request.text()).toBe(draft.body)
  },
)

/** A draft as a test's name can show it. */
function brief(draft: Partial<RequestDraft>): string {
  const text = JSON.stringify(draft)
  return text.length > 90 ? `${text.slice(0, 90)}…` : text
}
