/** A request as something to paste: curl, or fetch. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { parseAuthorization } from '../../server/security/authorization.ts'

/** What stands where a token or a password was. */
const MASK = '…'

interface CommandOptions {
  url: string
  /** Whether the credentials are written out. */
  revealed: boolean
}

/** The curl command that sends `draft`; quoted for a POSIX shell. */
export function asCurl(draft: RequestDraft, { url, revealed }: CommandOptions): string {
  const parts = ['curl -i']
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
  if (draft.body !== '' && !has(draft, 'content-type')) parts.push(`-H 'Content-Type:'`)
  if (draft.body !== '') parts.push(`--data-raw ${shell(maskedFields(draft.body, revealed))}`)
  parts.push(shell(maskedFields(url, revealed)))
  return parts.join(' \\\n  ')
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

/** Masks what a form, a query or a JSON body says under a secret's name. */
function maskedFields(text: string, revealed: boolean): string {
  if (revealed) return text
  return text
    .replace(/((?:^|[?&])(?:password|client_secret|\w+_token)=)[^&#]*/gi, `$1${MASK}`)
    .replace(/("(?:password|client_secret|\w+_token)"\s*:\s*")(?:[^"\\]|\\.)*/gi, `$1${MASK}`)
}

function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
