/** A request as something to paste: curl, or fetch. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { parseAuthorization } from '../../server/security/authorization.ts'
import type { Shell } from '../state/stored.ts'
import type { CopySecret } from '../words/copy.ts'
import { SHELLS } from './quote.ts'

/** What stands where a token or a password was. */
const MASK = '…'

interface CommandOptions {
  url: string
  /** Whether the credentials are written out. */
  revealed: boolean
  /** The shell that a command is quoted for. */
  shell?: Shell
}

/** The curl command that sends `draft`. */
export function asCurl(
  draft: RequestDraft,
  { url, revealed, shell: name = 'posix' }: CommandOptions,
): string {
  const { curl, quote, newLine, wrap } = SHELLS[name]
  const words: string[] = []
  const shell = (word: string) => {
    words.push(word)
    return quote(word)
  }
  const parts = [`${curl} -i`]
  // curl takes brackets and braces in a URL for a list of URLs.
  if (/[[\]{}]/.test(url)) parts.push('--globoff')
  // curl --head also tells it not to wait for a body.
  if (draft.method === 'HEAD' && draft.body === '') parts.push('--head')
  // Given a body, curl would choose POST.
  else if (draft.method !== 'GET' || draft.body !== '') parts.push(`-X ${shell(draft.method)}`)
  for (const [name, value] of draft.headers) {
    // curl sends a header without a value only when a semicolon stands in the colon's place.
    const line = value.trim() === '' ? `${name};` : `${name}: ${masked(name, value, revealed)}`
    parts.push(`-H ${shell(line)}`)
  }
  // Otherwise curl adds a form's media type of its own.
  if (draft.body !== '' && !has(draft, 'content-type')) parts.push(`-H ${shell('Content-Type:')}`)
  if (draft.body !== '') parts.push(`--data-raw ${shell(maskedFields(draft.body, revealed))}`)
  parts.push(shell(maskedFields(url, revealed)))
  return wrap(parts.join(newLine), words)
}

/** The `fetch` call that sends `draft`. */
export function asFetch(draft: RequestDraft, { url, revealed }: CommandOptions): string {
  const headers = draft.headers.map(
    ([name, value]) => [name, masked(name, value, revealed)] as const,
  )
  const body = JSON.stringify(maskedFields(draft.body, revealed))
  const init = [
    draft.method !== 'GET' && `method: ${JSON.stringify(draft.method)}`,
    headers.length > 0 && `headers: ${JSON.stringify(asObject(headers) ?? headers)}`,
    // A string would make fetch add a Content-Type of its own.
    draft.body !== '' && `body: ${has(draft, 'content-type') ? body : `new Blob([${body}])`}`,
  ].filter((line) => line !== false)
  const options = init.length > 0 ? `, {\n  ${init.join(',\n  ')}\n}` : ''
  return `await fetch(${JSON.stringify(maskedFields(url, revealed))}${options})`
}

/** Header lines as an object; undefined where a literal of it would lose one. */
function asObject(lines: (readonly [name: string, value: string])[]): object | undefined {
  const names = new Set(lines.map(([name]) => name))
  const lossless = names.size === lines.length && !names.has('__proto__')
  return lossless ? Object.fromEntries(lines) : undefined
}

function has({ headers }: RequestDraft, wanted: string): boolean {
  return headers.some(([name]) => name.toLowerCase() === wanted)
}

function masked(name: string, value: string, revealed: boolean): string {
  if (revealed || !/^(authorization|cookie)$/i.test(name)) return value
  const { scheme, parameter } = parseAuthorization(value.trim())
  // One word may be the token itself, its scheme forgotten.
  if (parameter === '') return /^(bearer|basic)$/i.test(scheme) ? value : MASK
  return /^authorization$/i.test(name) ? `${scheme} ${MASK}` : MASK
}

/** Names of fields that are masked, in a form, a query or a JSON body. */
const SECRET = 'password|client_secret|\\w+_token'

const SECRET_FIELD = new RegExp(`(?:^|[?&"])(${SECRET})(?:=[^&#]|"\\s*:\\s*"[^"])`, 'gi')
const IN_FORM = new RegExp(`((?:^|[?&])(?:${SECRET})=)[^&#]*`, 'gi')
const IN_JSON = new RegExp(`("(?:${SECRET})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*`, 'gi')

/** What a copy of `draft` says nothing of while its secrets are masked. */
export function leftOut(draft: RequestDraft, url: string): CopySecret[] {
  const lines = draft.headers
    .filter(([name, value]) => masked(name, value, false) !== value)
    .map(([name]) => name.toLowerCase() as 'authorization' | 'cookie')
  const fields = [draft.body, url].flatMap((text) =>
    [...text.matchAll(SECRET_FIELD)].map(([, field]) => field!.toLowerCase()),
  )
  const named = fields.map((field) =>
    field === 'password' || field === 'client_secret' ? field : 'token',
  )
  return [...new Set([...lines, ...named])]
}

/** Masks what a form, a query or a JSON body says under a secret's name. */
function maskedFields(text: string, revealed: boolean): string {
  if (revealed) return text
  return text.replace(IN_FORM, `$1${MASK}`).replace(IN_JSON, `$1${MASK}`)
}
