/** What a person does to the state: plain data, so that another window can send the same. */

import type { Answering, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Attack } from '../stage/other-site.ts'
import type { CodeLook, CodePlace, DecisionMade } from './code-place.ts'
import type { Navigation } from './navigation.ts'
import type { OwnFile } from './own-copies.ts'
import type { Forgotten } from './progress.ts'
import type { TakenAlong } from './progress-file.ts'
import type { Route } from './route.ts'
import type { Shell, Theme } from './stored.ts'

/** What the server's panel can show. */
export type PanelTab = 'code' | 'token' | 'journal' | 'docs' | 'pane'

export type Command =
  // Places
  /** Opens a page; what is left out of the route stays as it is. */
  | { kind: 'open'; route: Partial<Route> }
  /** Forgets what was done: of a page or a lesson, which is begun anew, or of the course. */
  | { kind: 'start-over'; what: Forgotten }
  /** Adds what was done in another copy of the playground. */
  | { kind: 'take-in'; file: TakenAlong }
  // The request
  | { kind: 'edit-draft'; draft: RequestDraft }
  /** @param request id of one of the lesson's requests, or another one */
  | { kind: 'use-request'; request: string | RequestDraft }
  /** Puts on the bench what was sent before. @param id of its exchange */
  | { kind: 'use-sent'; id: number }
  /** Walks through what was sent before. @param by 1 for the one before, -1 for the one after */
  | { kind: 'recall'; by: 1 | -1 }
  /** Asks the server of the draft what can be asked of it. */
  | { kind: 'ask-for-suggestions' }
  | { kind: 'use-token'; token: string }
  /** @param cookie `name=value` */
  | { kind: 'use-cookie'; cookie: string }
  /** @param isPresented whether a room is shown it: no prediction of this learner's is wanted then */
  | { kind: 'send'; isPresented?: true }
  /** @param id of the exchange whose request is sent again */
  | { kind: 'send-again'; id: number }
  | { kind: 'cancel' }
  | { kind: 'send-in-browser' }
  | { kind: 'navigate'; navigation: Navigation }
  | { kind: 'attack'; attacks: Attack[] }
  // Tasks
  | { kind: 'predict'; option: string }
  | { kind: 'read'; text: string }
  | { kind: 'replay' }
  // What the server lives by
  | { kind: 'change-mode'; mode: Answering }
  // The learner's own copy
  /**
   * @param start hash of what the file began with
   * @param typed whether the person wrote it, and did not take it from elsewhere
   */
  | ({ kind: 'edit-code'; text: string; start: string; typed?: boolean } & OwnFile)
  | ({ kind: 'reset-code' } & OwnFile)
  /** Puts there again what was taken back last. */
  | ({ kind: 'restore-code' } & OwnFile)
  | { kind: 'run-checks' }
  | { kind: 'stop'; stopped: boolean }
  /** @param now milliseconds since 1970; null lets the clock run again */
  | { kind: 'move-clock'; now: number | null }
  // What is looked at
  | { kind: 'show-exchange'; id: number }
  | { kind: 'clear-journal' }
  | { kind: 'open-tab'; tab: PanelTab }
  | { kind: 'show-token'; token: string }
  /** @param region name of a region of the server's source */
  | { kind: 'show-region'; region: string }
  /** @param place undefined for the source of the server that is asked */
  | { kind: 'show-code'; place?: CodePlace | undefined }
  | { kind: 'show-decision'; decision: DecisionMade }
  | { kind: 'choose-code-language'; language: CodeLook['language'] }
  | { kind: 'choose-theme'; theme: Theme }
  | { kind: 'choose-shell'; shell: Shell }
  /** @param columns widths as `Columns` writes them; empty for those the page has by itself */
  | { kind: 'choose-columns'; columns: string }

/** What a person wants of what is at hand. */
export type HelpCommand = Extract<
  Command,
  { kind: 'use-sent' | 'send-again' | 'recall' | 'ask-for-suggestions' }
>
