/** What a browser would not send as it was typed, and why: said before sending, never silently changed. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { isLabHeader } from '../../server/stage/lab-headers.ts'
import { isBodyless } from './parked-body.ts'

/** Why a draft cannot be sent as typed: a code for the words, the place, and what it is about. */
export interface DraftProblem {
  field: 'method' | 'path' | 'headers' | 'body'
  code:
    | 'method-empty'
    | 'method-invalid'
    | 'method-forbidden'
    | 'method-rewritten'
    | 'method-unknown'
    | 'path-no-slash'
    | 'path-fragment'
    | 'path-rewritten'
    | 'path-too-long'
    | 'header-name-empty'
    | 'header-name-invalid'
    | 'header-value-invalid'
    | 'header-not-latin1'
    | 'header-forbidden'
    | 'header-repeated'
    | 'header-too-long'
    | 'body-not-allowed'
  /** The offending text, or what would be sent in its place. */
  about: string
}

/** A token of RFC 9110 section 5.6.2: method and header names are one. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** The methods Node's parser reads, apart from those a browser sends for nobody; it ends the connection at any other. */
const METHODS = new Set(
  (
    'ACL BIND CHECKOUT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY ' +
    'OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT REBIND REPORT SEARCH SOURCE SUBSCRIBE UNBIND UNLINK UNLOCK ' +
    'UNSUBSCRIBE'
  ).split(' '),
)

/** A URL for requests that are made to see what becomes of their method: the draft's own may be none. */
const SOME_URL = 'http://localhost/'

/** Node refuses a request head of more than 16 KiB: longer paths and headers are not sent, in characters. */
const MAX_HEAD_LENGTH = 12_000

/** Finds the first reason why `draft`, sent to `url`, would not cross the wire as typed. */
export function draftProblem(draft: RequestDraft, url: string): DraftProblem | undefined {
  return (
    methodProblem(draft.method) ??
    pathProblem(draft.path, url) ??
    headersProblem(draft, url) ??
    bodyProblem(draft)
  )
}

function methodProblem(method: string): DraftProblem | undefined {
  const problem = (code: DraftProblem['code'], about = method): DraftProblem => ({
    field: 'method',
    code,
    about,
  })
  if (method === '') return problem('method-empty')
  if (!TOKEN.test(method)) return problem('method-invalid')
  if (/^(connect|trace|track)$/i.test(method)) return problem('method-forbidden')
  const sent = new Request(SOME_URL, { method }).method
  if (sent !== method) return problem('method-rewritten', sent)
  return METHODS.has(method) ? undefined : problem('method-unknown')
}

function pathProblem(path: string, url: string): DraftProblem | undefined {
  const problem = (code: DraftProblem['code'], about = path): DraftProblem => ({
    field: 'path',
    code,
    about,
  })
  if (!path.startsWith('/')) return problem('path-no-slash')
  if (path.includes('#')) return problem('path-fragment')
  if (path.length > MAX_HEAD_LENGTH) return problem('path-too-long', String(path.length))
  const { href, pathname, search } = new URL(url)
  // Compared as a whole: dot segments that lead up and down again would end alike.
  return href === url ? undefined : problem('path-rewritten', pathname + search)
}

function headersProblem({ headers, method }: RequestDraft, url: string): DraftProblem | undefined {
  const seen = new Set<string>()
  let length = 0
  for (const [name, value] of headers) {
    const problem = (code: DraftProblem['code'], about = name): DraftProblem => ({
      field: 'headers',
      code,
      about,
    })
    if (name === '') return problem('header-name-empty', value)
    if (!TOKEN.test(name)) return problem('header-name-invalid')
    // What no header may hold (RFC 9110 section 5.5).
    if (/[\0\r\n]/.test(value)) return problem('header-value-invalid')
    if (/[^\x00-\xff]/.test(value)) {
      return problem('header-not-latin1', /[^\x00-\xff]/u.exec(value)?.[0])
    }
    if (seen.has(name.toLowerCase())) return problem('header-repeated')
    seen.add(name.toLowerCase())
    length += name.length + value.length
    if (length > MAX_HEAD_LENGTH) return problem('header-too-long', String(length))
    if (isLabHeader(name)) continue
    if (!new Request(url, { method, headers: [[name, value]] }).headers.has(name)) {
      return problem('header-forbidden')
    }
  }
  return undefined
}

function bodyProblem({ method, body }: RequestDraft): DraftProblem | undefined {
  return isBodyless(method) && body !== ''
    ? { field: 'body', code: 'body-not-allowed', about: method }
    : undefined
}
