/** A request that no browser would send as typed: refused in the form, with the reason. */

import { expect, test } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import '../../../web/request/header-rows.ts'
import '../../../web/request/problem-note.ts'
import '../../../web/request/request-form.ts'
import { type DraftProblem, draftProblem } from '../../../web/state/draft-problem.ts'
import { en } from '../../../web/words/en.ts'
import { problemWords } from '../../../web/words/problems.ts'
import { all, BOTH, expectAccessible, mount, one, textIn } from '../../support/fixture.ts'

const DRAFT: RequestDraft = {
  server: 'api',
  method: 'GET',
  path: '/items/',
  headers: [],
  body: '',
}

async function show(draft: RequestDraft, words = en) {
  const url = `${location.origin}${draft.path}`
  const problem = draftProblem(draft, url)
  return mount('bp-request-form', { draft, problem, url, words, servers: [] })
}

const invalidIn = (form: Element) =>
  all(form, '[aria-invalid=true]').map((field) => field.className || field.localName)

const rows: { draft: Partial<RequestDraft>; says: string; invalid: string[] }[] = [
  { draft: { method: 'TRACE' }, says: 'do not let a page send TRACE', invalid: ['method'] },
  { draft: { path: 'items' }, says: 'starts with a slash', invalid: ['path'] },
  {
    draft: { headers: [['Host', 'a=b']] },
    says: 'do not let a page set Host',
    invalid: ['input', 'input'],
  },
  {
    draft: { headers: [['X-A', 'line\nbreak']] },
    says: 'line break',
    invalid: ['input', 'input'],
  },
  {
    draft: { headers: [['<b>', 'x']] },
    says: '“<b>” is not a header name',
    invalid: ['input', 'input'],
  },
  { draft: { body: 'x' }, says: 'no body with GET', invalid: ['body-field'] },
]

test.each(rows)('$draft is refused: $says', async ({ draft, says, invalid }) => {
  const form = await show({ ...DRAFT, ...draft })
  expect(textIn(one(form, '[role=alert]'))).toContain(says)
  expect(invalidIn(form)).toEqual(invalid)
})

test('a request that can be sent is not refused', async () => {
  const form = await show({ ...DRAFT, headers: [['Authorization', 'Bearer foobar']] })
  expect(textIn(one(form, '[role=alert]'))).toBe('')
  expect(invalidIn(form)).toEqual([])
})

const codes = Object.keys(problemWords.en) as DraftProblem['code'][]

test.each(BOTH.flatMap((both) => codes.map((code) => ({ ...both, code }))))(
  '$code has its sentence in $language, markup left as text',
  async ({ code, words }) => {
    const about = '<img src=x>'
    const problem: DraftProblem = { field: 'path', code, about }
    const form = await mount('bp-request-form', { draft: DRAFT, problem, words, servers: [] })
    const alert = one(form, '[role=alert]')
    expect(textIn(alert)).toBe(problemWords[words.id][code](about))
    expect(all(alert, 'img')).toEqual([])
  },
)

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  const headers: RequestDraft['headers'] = [
    ['Authorization', 'Bearer foobar'],
    ['Host', 'a=b'],
  ]
  await expectAccessible(await show({ ...DRAFT, headers, body: 'x' }, words))
})
