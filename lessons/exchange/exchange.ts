/** What a lesson looks at: requests before they are sent, and exchanges as both ends saw them. */

import type { HeaderList, Trace } from '../../server/security/trace.ts'

/** Who answers: the real server, or the same step app in a worker of this browser. */
export type Mode = 'real' | 'browser'

/** A request before it is sent; `path` is below the server. */
export interface RequestDraft {
  server: string
  method: string
  path: string
  headers: HeaderList
  body: string
}

/** A request and its response, as both ends saw them. */
export interface Exchange {
  id: number
  lesson: string
  /** The lesson's page that was open when it was sent: it counts for that page's task alone. */
  page: string
  server: string
  mode: Mode
  /** Who sent it: the bench, the docs page, or an attack that was played. */
  origin: 'bench' | 'docs' | 'attack'
  /** `path` is below the server, with its query. */
  request: { method: string; path: string; url: string; headers: HeaderList; body: string }
  response: { status: number; headers: HeaderList; body: string; redirected: boolean; url: string }
  trace: Trace
  /** The server whose page an attack was played on, by id. */
  attacked?: string
  /** When it was sent, in milliseconds since 1970. */
  at: number
  /** The time that counted for it, in milliseconds since 1970, where the learner had moved the clock. */
  now?: number
  /** From send to the last byte, in milliseconds. */
  milliseconds: number
}
