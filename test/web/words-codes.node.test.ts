/** A code of the servers without a word in each language does not compile. */

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { problemsOf } from '../support/compile.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** Where a code of each kind stands, and one more of that kind. */
const NEW_CODES: [type: string, last: string, code: string][] = [
  ['Gate', "'handler'", 'new-gate'],
  ['Reason', "| 'handler-failed'", 'new-reason'],
  ['TokenReason', "| 'id-token'", 'new-token-reason'],
  ['LoginReason', "'password-wrong'", 'new-login-reason'],
  ['RefusalReason', "| 'upstream-no-data'", 'upstream-new'],
  ['RefusalReason', "| 'cookie-no-token'", 'cookie-new'],
  ['FormField', "'client_secret'", 'new_field'],
]

/** Which words there have to be for which of them. */
const FOUND = ['new-gate', 'new-reason', 'new-login-reason']
const DECIDED = [...FOUND, 'new-token-reason']
const WORDS = {
  'web/words/en.ts': FOUND,
  'web/words/ko.ts': FOUND,
  'web/words/token-reasons.ts': ['new-token-reason'],
  'web/words/gates.ts': [...DECIDED, 'upstream-new', 'cookie-new'],
  'web/words/refusals.ts': ['upstream-new', 'cookie-new'],
  'web/words/codes.ts': ['new_field'],
}

const CODES = 'server/security/codes.ts'
const words = Object.fromEntries(Object.keys(WORDS).map((path) => [path, read(path)]))

/** The codes with one more of each kind. */
function withNewCodes(): string {
  return NEW_CODES.reduce((text, [type, last, code]) => {
    const start = text.indexOf(`type ${type} =`)
    const end = text.indexOf(last, start) + last.length
    expect(start, type).toBeGreaterThan(0)
    expect(end, code).toBeGreaterThan(start + last.length)
    return `${text.slice(0, end)} | '${code}'${text.slice(end)}`
  }, read(CODES))
}

let asTheyAre: Record<string, string[]>
let withNew: Record<string, string[]>

beforeAll(() => {
  asTheyAre = problemsOf({ [CODES]: read(CODES), ...words })
  withNew = problemsOf({ [CODES]: withNewCodes(), ...words })
}, 120_000)

test('the words compile as they are', () => {
  expect(asTheyAre).toEqual(Object.fromEntries(Object.keys(asTheyAre).map((path) => [path, []])))
})

describe.each(Object.entries(WORDS))('%s does not compile', (path, codes) => {
  test.each(codes)('without a word for %s', (code) => {
    expect(withNew[CODES]).toEqual([])
    expect(withNew[path]!.join('\n')).toContain(code)
  })
})
