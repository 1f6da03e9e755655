/** JSON Web Tokens in a text: whatever stands around them, however the text was wrapped or escaped on its way. */

import { foreignCharacter, fromBase64url } from '../../lessons/exchange/base64url.ts'
import { isWholeSignature } from './token-warnings.ts'

export interface Found {
  token: string
  /** Where it starts and ends in the text, as that was spelt. */
  start: number
  end: number
}

/** How the text has to be read for its tokens to be whole. */
export type Spelling = 'plain' | 'quoted-printable' | 'html' | 'percent' | 'escaped'

export interface Finds {
  /** Each token once, in the order of the text. */
  found: Found[]
  spelling: Spelling
  /** The text read so: offsets are its own. */
  spelt: string
}

/** Characters of compact tokens, the `~` of SD-JWT among them. */
const RUN = /[\w.~-]+/g

/** What may come between two pieces of a token that was wrapped: a line's end, the mark of a quoted mail, blanks. */
const BREAK = /[ \t]*\r?\n[ \t>|]*|[ \t]+/y
const PIECE = /[\w.~-]+/y

/** A token may stand right after and before these. */
const BEFORE = /[\s"'`“”‘’«»<>()[\]{},;:!|&\\#*=/@?]/
const AFTER = /[\s"'`“”‘’«»<>()[\]{},;:!|&\\#*?.]/

/** How a JSON object begins in base64url: `{"`, `{ `, `{}`, or a brace and a line's end. */
const BEGINNING = /^e[yw3]/

/** More characters than this are no header. */
const MAX_HEADER_CHARACTERS = 4096

/** How often pieces are tried to be joined: each try costs time, and a token comes in few pieces. */
const MAX_JOINS = 32

/** How many tokens are looked for: a person cannot look through more one by one. */
const MAX_TOKENS = 16

/** Finds the tokens of a text; none where what looks like one is broken. */
export function findTokens(text: string): Finds {
  const spellings: Finds[] = []
  for (const [spelling, read] of SPELLINGS) {
    const spelt = read(text)
    if (spelt === undefined) continue
    const found = tokensIn(spelt)
    if (found.length > 0 && found.every(({ token }) => isWhole(token))) {
      return { found, spelling, spelt }
    }
    spellings.push({ found, spelling, spelt })
  }
  return spellings.find(({ found }) => found.length > 0) ?? spellings[0]!
}

/** Named characters of HTML that come between a token and the rest, or stand for one of its own. */
const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  period: '.',
  lowbar: '_',
  hyphen: '-',
  equals: '=',
}

const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** Each gives the text as it was before it was escaped so; undefined where it was not. */
const SPELLINGS: [Spelling, (text: string) => string | undefined][] = [
  ['plain', (text) => text],
  [
    'quoted-printable',
    (text) =>
      /=\r?\n|=[0-9A-F]{2}/.test(text)
        ? text
            .replaceAll(/=[ \t]*\r?\n/g, '')
            .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => character(parseInt(hex, 16)))
        : undefined,
  ],
  [
    'html',
    (text) =>
      /&(#\w{1,8}|[a-z]{2,8});/i.test(text)
        ? text
            .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => character(parseInt(hex, 16)))
            .replaceAll(/&#(\d{1,7});/g, (_, code: string) => character(Number(code)))
            .replaceAll(/&([a-z]{2,8});/g, (all, name: string) =>
              Object.hasOwn(NAMED, name) ? NAMED[name]! : all,
            )
        : undefined,
  ],
  [
    'percent',
    (text) =>
      /%[0-9a-f]{2}/i.test(text)
        ? text.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => character(parseInt(hex, 16)))
        : undefined,
  ],
  [
    'escaped',
    (text) =>
      /\\[nrt"]|\\u[0-9a-f]{4}/i.test(text)
        ? text
            .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => character(parseInt(hex, 16)))
            .replaceAll(/\\[nrt]/g, '\n')
        : undefined,
  ],
]

function tokensIn(text: string): Found[] {
  const found = new Map<string, Found>()
  let past = 0
  let joins = 0
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (index < past || !BEGINNING.test(run)) continue
    const token = tokenAt(text, run, index, ++joins <= MAX_JOINS)
    if (!token) continue
    past = token.end
    if (!found.has(token.token)) found.set(token.token, token)
    if (found.size === MAX_TOKENS) break
  }
  return [...found.values()]
}

function tokenAt(text: string, run: string, start: number, mayJoin: boolean): Found | undefined {
  // A sentence may end with its dot right behind.
  const ends = run.length < text.length && run.endsWith('.') && !isToken(run)
  const token = ends ? run.slice(0, -1) : run
  const plain = isToken(token) ? { token, start, end: start + token.length } : undefined
  if (plain && isWhole(token)) return standsFree(text, plain, true) ? plain : undefined
  const best = (mayJoin && joinedAt(text, start)) || plain
  return best && standsFree(text, best, false) ? best : undefined
}

/** Whether nothing next to it may be a part of it. Right next to a whole one, a letter of another alphabet is no part. */
function standsFree(text: string, { start, end }: Found, whole: boolean): boolean {
  const free = (next: string, ends: RegExp) =>
    next === '' || ends.test(next) || (whole && /[^\x00-\x7f]/.test(next))
  return (
    free(text.slice(Math.max(0, start - 1), start), BEFORE) && free(text.slice(end, end + 1), AFTER)
  )
}

/** A token whose pieces stand apart, from `start` to where it is whole; undefined where it never is. */
function joinedAt(text: string, start: number): Found | undefined {
  const pieces = piecesAt(text, start)
  const token = pieces.map(({ piece }) => piece).join('')
  const header = headerIn(token.split('.', 1)[0]!)
  if (pieces.length < 2 || !header || !isToken(token.split('~')[0]!, header)) return undefined
  const dot = token.lastIndexOf('.')
  const isEnd = isEndOf(token, header)
  let length = 0
  for (const { piece, end } of pieces) {
    length += piece.length
    if (length > dot && isEnd(length - dot - 1)) {
      return { token: token.slice(0, length), start, end }
    }
  }
  // With nothing else in the text, all of it is meant.
  const { end } = pieces.at(-1)!
  const isAll = text.slice(0, start).trim() === '' && text.slice(end).trim() === ''
  return isAll ? { token, start, end } : undefined
}

/** What stands there, and what goes on after each gap, until it is too much for one token. */
function piecesAt(text: string, start: number): { piece: string; end: number }[] {
  const pieces: { piece: string; end: number }[] = []
  let at = start
  let dots = 0
  for (let length = 0; dots > 0 || length < MAX_HEADER_CHARACTERS;) {
    PIECE.lastIndex = at
    const piece = PIECE.exec(text)?.[0]
    if (piece === undefined) break
    dots += piece.split('.').length - 1
    if (dots > 4) break
    at += piece.length
    length += piece.length
    pieces.push({ piece, end: at })
    BREAK.lastIndex = at
    at += BREAK.exec(text)?.[0].length ?? text.length
  }
  return pieces
}

/** Whether a run of characters is a token, as far as its form goes: a header that is a JSON object, and enough parts. */
function isToken(run: string, header = headerIn(run.split('.', 1)[0]!)): boolean {
  if (!header) return false
  const { length } = run.split('~', 1)[0]!.split('.')
  return length === 3 || (length === 5 && typeof header['enc'] === 'string')
}

/** Lengths of a JWE's authentication tag in characters (RFC 7518 section 5.1). */
const TAGS = [22, 32, 43]

/** Whether no character is missing at the end, as far as the header says how many there are. */
function isWhole(token: string): boolean {
  const signed = token.split('~', 1)[0]!
  const header = headerIn(signed.split('.', 1)[0]!)
  return header !== undefined && isEndOf(token, header)(signed.length - signed.lastIndexOf('.') - 1)
}

/** Says of a number of characters whether a token's last part is whole with them. */
function isEndOf(token: string, header: Record<string, unknown>): (characters: number) => boolean {
  const isEncrypted = !token.includes('~') && token.split('.').length === 5
  return (characters) =>
    isEncrypted ? TAGS.includes(characters) : isWholeSignature(header['alg'], characters)
}

const decoder = new TextDecoder()

function headerIn(part: string): Record<string, unknown> | undefined {
  if (!BEGINNING.test(part) || foreignCharacter(part) !== -1 || part.length % 4 === 1) {
    return undefined
  }
  const json = decoder.decode(fromBase64url(part))
  // Looking at the end first is cheaper than the error that most candidates would cause.
  if (!json.trimEnd().endsWith('}')) return undefined
  try {
    return JSON.parse(json) as Record<string, unknown>
  } catch {
    return undefined
  }
}
