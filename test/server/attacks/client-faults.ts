/** What no answer of a client server may show, whatever was sent; its answers are pages as well as JSON. */

import { parseResponse, type RawResponse } from '../../support/raw-http.ts'
import type { Attack } from './cases.ts'
import { LEAKS } from './faults.ts'

/** An attack on a client server. */
export interface ClientAttack extends Attack {
  /** What the hardened server answers. */
  status: number[]
  /** Header lines that it has besides, as patterns. */
  has?: Record<string, string>
  /** What its page must not show. */
  showsNot?: string
  /** What the faithful server answers, when not the same; null where it is as weak as the tutorial's. */
  faithful?: number[] | null
}

/** Says what is wrong with an answer; empty when it is as it must be. */
export function clientFaultsOf(
  { status, mayClose, has = {}, showsNot }: ClientAttack,
  bytes: Buffer,
  answer: Buffer | undefined,
): string[] {
  if (!answer) return ['hangs']
  if (answer.length === 0) return mayClose ? [] : ['hung up without an answer']
  const response = parseResponse(answer)
  const text = response.body.toString()
  const found = [...faultsOfHeaders(response), ...faultsOfPage(response, bytes)]
  if (!status.includes(response.status)) found.push(`for ${status.join(' or ')}`)
  // A page of the faithful one may say 200 and hold a refusal.
  if (text.includes('johndoe@example')) found.push('shows the data')
  if (!status.includes(200) && text.includes('Logged in as')) found.push('lets in')
  for (const [name, pattern] of Object.entries(has)) {
    const lines = response.headers.filter(([one]) => one === name)
    if (!lines.some(([, line]) => new RegExp(pattern, 'i').test(line))) {
      found.push(`has no ${name} like ${pattern}`)
    }
  }
  if (showsNot !== undefined && text.includes(showsNot)) found.push(`shows ${showsNot}`)
  return found.map((fault) => `${response.status} ${fault}`)
}

/** Markup that the servers' own pages have none of. */
const MARKUP = /<(x-mark|script|svg|img|iframe)\b|onerror=/i

function faultsOfHeaders({ status, headers }: RawResponse): string[] {
  const found: string[] = []
  for (const [name, text] of headers) {
    if (/^(x-evil|location|server|x-powered-by|access-control-.*)$/.test(name)) {
      found.push(`has a header ${name}`)
    }
    if (/[\0\r\n]/.test(text)) found.push(`has a control character in ${name}`)
    if (name === 'set-cookie' && (status >= 400 || !text.startsWith('jwt_token=ey'))) {
      // What a server takes back is no cookie.
      if (!text.startsWith('jwt_token=; Max-Age=0')) found.push(`sets ${text}`)
    }
  }
  return found
}

function faultsOfPage({ status, headers, body }: RawResponse, bytes: Buffer): string[] {
  const found: string[] = []
  const text = body.toString()
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  for (const [what, pattern] of LEAKS) if (pattern.test(text)) found.push(`shows ${what}`)
  if (type.startsWith('text/html') && MARKUP.test(text)) found.push('has markup')
  if (/href="?(javascript:|\/\/)/i.test(text)) found.push('leads elsewhere')
  if (status >= 400 && !/^(application\/json|text\/html; charset=utf-8)$/.test(type)) {
    found.push(`is ${type || 'nothing'} and no page`)
  }
  if (status >= 400 && /eyJ/.test(text)) found.push('echoes a token')
  if (bytes.includes('password=wrong') && text.includes('wrong')) found.push('echoes a password')
  return found
}
