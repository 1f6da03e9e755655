/** A request as something to paste: curl, or fetch. */

import type { RequestDraft } from '../../lessons/lesson.ts'

/** What stands where a token was. */
const MASK = '…'

interface CommandOptions {
  url: string
  /** Whether the credentials are written out. */
  revealed: boolean
}

/** The curl command that sends `draft`; quoted for a POSIX shell. */
export function asCurl(draft: RequestDraft, { url, revealed }: CommandOptions): string {
  const parts = ['curl -i']
  // curl --head also tells it not to wait for a body.
  if (draft.method === 'HEAD') parts.push('--head')
  else if (draft.method !== 'GET') parts.push(`-X ${shell(draft.method)}`)
  for (const [name, value] of draft.headers) {
    parts.push(`-H ${shell(`${name}: ${masked(name, value, revealed)}`)}`)
  }
  // Otherwise curl adds a form's media type of its own.
  if (draft.body !== '' && !has(draft, 'content-type')) parts.push(`-H 'Content-Type:'`)
  if (draft.body !== '') parts.push(`--data-raw ${shell(maskedBody(draft.body, revealed))}`)
  parts.push(shell(url))
  return parts.join(' \\\n  ')
}

/** The `fetch` call that sends `draft`. */
export function asFetch(draft: RequestDraft, { url, revealed }: CommandOptions): string {
  const init = {
    ...(draft.method !== 'GET' && { method: draft.method }),
    ...(draft.headers.length > 0 && {
      headers: Object.fromEntries(
        draft.headers.map(([name, value]) => [name, masked(name, value, revealed)]),
      ),
    }),
    ...(draft.body !== '' && { body: maskedBody(draft.body, revealed) }),
  }
  const options = Object.keys(init).length > 0 ? `, ${JSON.stringify(init, null, 2)}` : ''
  return `await fetch(${JSON.stringify(url)}${options})`
}

function has({ headers }: RequestDraft, wanted: string): boolean {
  return headers.some(([name]) => name.toLowerCase() === wanted)
}

function masked(name: string, value: string, revealed: boolean): string {
  if (revealed || !/^(authorization|cookie)$/i.test(name)) return value
  const space = value.indexOf(' ')
  // One word may be the token itself, its scheme forgotten.
  if (space === -1) return /^(bearer|basic)$/i.test(value) ? value : MASK
  return `${value.slice(0, space)} ${MASK}`
}

function maskedBody(body: string, revealed: boolean): string {
  return revealed ? body : body.replace(/\b(password=)[^&]*/g, `$1${MASK}`)
}

function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
