/** What the docs page tells the playground around it, and what it asks of it. */

import type { WireRequest, WireResponse } from '../../server/stage/wire.ts'

/** A message between windows of this origin. */
export interface DocsExchange {
  kind: 'docs-exchange'
  request: { method: string; url: string; headers: [string, string][]; body: string }
  response: { status: number; url: string; headers: [string, string][]; body: string }
  milliseconds: number
}

/** Whether a message from another window is one of ours. */
export function isDocsExchange(data: unknown): data is DocsExchange {
  return (data as DocsExchange | null)?.kind === 'docs-exchange'
}

/** A request to be sent to the server in this browser; a {@link DocsAnswer} comes back through the port that comes along. */
export interface DocsRequest {
  kind: 'docs-request'
  request: WireRequest
}

export type DocsAnswer =
  | { response: WireResponse; url: string }
  | { failed: 'late' | 'not-loaded' | 'nobody' }

/** Whether the docs page wants a request sent. */
export function isDocsRequest(data: unknown): data is DocsRequest {
  return (data as DocsRequest | null)?.kind === 'docs-request'
}

/**
 * What it asks: the cookies that go with a request to `url`. A `Cookie` header's value comes back through the port
 * that comes along, empty for none.
 */
export interface DocsCookieQuestion {
  kind: 'docs-cookies'
  url: string
}

/** Whether the docs page asks for cookies. */
export function isDocsCookieQuestion(data: unknown): data is DocsCookieQuestion {
  const { kind, url } = Object(data) as Partial<DocsCookieQuestion>
  return kind === 'docs-cookies' && typeof url === 'string' && URL.canParse(url)
}

/** What it says when the learner presses Escape: a frame keeps all keys to itself otherwise. */
export const DOCS_LEAVE = { kind: 'docs-leave' } as const

/** Whether the docs page gives the focus back. */
export function isDocsLeave(data: unknown): boolean {
  return (data as typeof DOCS_LEAVE | null)?.kind === DOCS_LEAVE.kind
}
