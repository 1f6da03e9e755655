/** What people paste along with a token, and what is left without it. */

import type { Found, Spelling } from './find-token.ts'
import type { Finding } from './reading.ts'

/** Why a pasted text is more than a token. */
export type Wrapping =
  | 'blank-around'
  | 'header-line'
  | 'scheme'
  | 'quotes'
  | 'cookie'
  | 'command'
  | 'url-parameter'
  | 'assignment'
  | 'html-escaped'
  | 'quoted-printable'
  | 'found'
  | 'token-response'
  | 'json-member'
  | 'json-serialization'
  | 'json-general'

/** Characters before a token that say what it is the value of. */
const NEAR = 200

const QUOTED = /^(["'`“”‘’])([^"'`“”‘’]*)["'`“”‘’]$/

const IS_COMMAND =
  /^[$>#\s]*(curl|wget|http|https|xh|httpie|Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\s/i

/** What stands right before, tried in this order; a name in it is whose value the token is. */
const BEFORE: [Wrapping, RegExp][] = [
  ['header-line', /(?:^|\n|["'])\s*(?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:[\w-]+\s+)?$/i],
  ['scheme', /^(?:bearer|jwt|token|dpop)\s+$/i],
  ['cookie', /(?:^|\n)\s*(?:set-)?cookie\s*:(?:[^\n]*;)?\s*[\w.-]+=["']?$/i],
  ['url-parameter', /[?#&]([\w.-]+)=$/],
  ['json-member', /\\?["']([\w.$-]+)\\?["']\s*:\s*\\?["']$/],
  ['cookie', /^(?:[\w.-]+=[^;\n=]*;\s*)*[\w.-]+=$/],
  ['assignment', /([\w.$-]+)["']?\]?[ \t]*(?::=|[:=])[ \t]*["'`]?$/],
]

/** Says what stands around a token that was found in a text. */
export function around(
  text: string,
  { token, start, end }: Found,
  spelling: Spelling,
): Finding<'blank-inside' | Wrapping> {
  const before = text.slice(0, start)
  const after = text.slice(end)
  if (before.trim() === '' && after.trim() === '') {
    if (spelling === 'quoted-printable') return { code: 'quoted-printable' }
    if (spelling === 'html') return { code: 'html-escaped' }
    if (end - start === token.length) return { code: 'blank-around' }
    const blank = text.slice(start).search(/\s/)
    return { code: 'blank-inside', at: start + blank + 1 }
  }
  if (QUOTED.test(text.trim())) return { code: 'quotes' }
  if (IS_COMMAND.test(text.slice(0, NEAR))) return { code: 'command' }
  if (spelling === 'quoted-printable') return { code: 'quoted-printable' }
  if (spelling === 'html' || /&(quot|lt|gt|amp|apos|#\w{2,5});$/.test(before.slice(-8))) {
    return { code: 'html-escaped' }
  }
  const near = before.slice(-NEAR)
  for (const [code, pattern] of BEFORE) {
    const match = pattern.exec(near)
    if (match) return { code, ...(match[1] !== undefined && { about: match[1] }) }
  }
  return { code: 'found', at: start + 1 }
}

type Peel = (text: string) => [token: string, about?: string] | undefined

const captured =
  (pattern: RegExp): Peel =>
  (text) => {
    const match = pattern.exec(text)
    if (!match) return undefined
    const [, first = '', second] = match
    return second === undefined ? [first] : [second, first]
  }

/** For tokens that cannot be told by themselves. */
const PEELS: [Wrapping, Peel][] = [
  ['blank-around', (text) => (text === text.trim() ? undefined : [text.trim()])],
  ['quotes', (text) => (QUOTED.test(text) ? [text.slice(1, -1)] : undefined)],
  ['header-line', captured(/^(?:proxy-)?authorization\s*:\s*(.*)$/is)],
  ['scheme', captured(/^(?:bearer|jwt|token|dpop)\s+(.*)$/is)],
  [
    'command',
    (text) =>
      IS_COMMAND.test(text.slice(0, NEAR))
        ? captured(/\bauthorization:\s*(?:bearer\s+)?([^\s"'\\]+)/i)(text)
        : undefined,
  ],
  ['cookie', captured(/^(?:(?:set-)?cookie\s*:\s*)?[\w-]+=([\w-]+\.[\w-]+\.[\w-]*)(?:;.*)?$/is)],
  ['json-member', captured(/["']((?:access|id|refresh)_token)["']\s*:\s*["']([^"'\s]+)["']/i)],
  ['url-parameter', captured(/[?#&]((?:access|id|refresh)_token)=([^&\s]+)/i)],
]

/** Wrapped deeper than this is nothing that anybody copied. */
const MAX_DEPTH = 8

/** The first thing around what may be a token, and that without anything around it; undefined where it is bare. */
export function unwrap(text: string): { problem: Finding<Wrapping>; token: string } | undefined {
  let problem: Finding<Wrapping> | undefined
  let token = text
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const peeled = peel(token)
    if (!peeled) break
    problem ??= peeled.problem
    token = peeled.token
  }
  return problem && { problem, token }
}

function peel(text: string): { problem: Finding<Wrapping>; token: string } | undefined {
  for (const [code, take] of PEELS) {
    const [token, about] = take(text) ?? []
    if (token !== undefined)
      return { problem: { code, ...(about !== undefined && { about }) }, token }
  }
  return undefined
}
