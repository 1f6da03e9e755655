/** What is ready for whoever shows a lesson to a room: the answers that come, and requests that prove its tasks. */

import type { RequestDraft } from './exchange/exchange.ts'
import { claimsOf } from './exchange/read-token.ts'
import type { Lesson } from './lesson.ts'

/** A lesson's `prepared.ts`. */
export interface Prepared {
  /** The option that comes true, by the page of its prediction. */
  comes: Record<string, string>
  /** By page, in order: what its task wants to be sent after the page's own request. */
  requests: Record<string, readonly PreparedRequest[]>
}

export interface PreparedRequest {
  /** The part of the task that it proves: its words stand in the prose. */
  part?: string
  /** The id of one of the lesson's requests, or another one; it may be made of what a browser got before. */
  request: string | RequestDraft | ((got: Got) => RequestDraft)
  /** Where the lab clock stands for it, before or after the end of the newest token. */
  clock?: 'before' | 'after'
  /** The server whose page is attacked by it. */
  attacked?: string
}

/** What a browser got from a lesson's servers. */
export interface Got {
  /** The newest token; empty before the first. */
  issued: string
  /** The value of the cookie that a script could read on a server's page; empty for none. */
  readable: (server: string) => string
}

/** What is prepared, as a request that can be sent. */
export function draftFor(
  { request }: PreparedRequest,
  { requests }: Lesson,
  got: Got,
): RequestDraft {
  if (typeof request === 'function') return request(got)
  return typeof request === 'string' ? requests[request]! : request
}

/** Where the lab clock stands for it, in milliseconds since 1970; undefined where it runs, or no token ends. */
export function momentFor({ clock }: PreparedRequest, { issued }: Got): number | undefined {
  const end = Number(claimsOf(issued)?.['exp']) * 1000
  if (clock === undefined || !Number.isFinite(end)) return undefined
  return clock === 'before' ? end - 1000 : end
}
