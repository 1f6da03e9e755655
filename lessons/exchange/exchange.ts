/** What a lesson looks at: requests before they are sent, and exchanges as both ends saw them. */

import type { HeaderList, Trace } from '../../server/security/trace.ts'
import type { CodeProblem } from './code-problem.ts'

/** Where ours answers: the real server, or the same step app in a worker of this browser. */
export type Mode = 'real' | 'browser'

/** Who answered: one of ours, or the learner's own copy of it. */
export type Answering = Mode | 'own'

/** The learner's own copy that answered. */
export interface OwnRun {
  /** The file as it is kept: see `web/state/own-copies.ts`. */
  key: string
  /** The text that ran. */
  text: string
  /** The security blocks that are the learner's own, by file. */
  blocks?: Readonly<Record<string, string>>
  /** What went wrong in it on the way to the answer. */
  problems: CodeProblem[]
}

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
  mode: Answering
  /** Who sent it: the bench, the docs page, an attack that was played, or a check of a code task. */
  origin: 'bench' | 'docs' | 'attack' | 'check'
  /** `path` is below the server, with its query. */
  request: { method: string; path: string; url: string; headers: HeaderList; body: string }
  response: { status: number; headers: HeaderList; body: string; redirected: boolean; url: string }
  trace: Trace
  /** The copy that answered, where it was the learner's own. */
  own?: OwnRun
  /** The server whose page an attack was played on, by id. */
  attacked?: string
  /** When it was sent, in milliseconds since 1970. */
  at: number
  /** The time that counted for it, in milliseconds since 1970, where the learner had moved the clock. */
  now?: number
  /** From send to the last byte, in milliseconds. */
  milliseconds: number
}
