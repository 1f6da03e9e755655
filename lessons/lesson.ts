/** What a lesson is made of: its servers, the requests it offers, its tasks and what proves them done. */

import type { DEVIATIONS } from './deviations.ts'
import type { Answering, Exchange, RequestDraft } from './exchange/exchange.ts'

export type Language = 'en' | 'ko'

/** A lesson's manifest. Its prose stands beside it in `en.md` and `ko.md`, under the same ids. */
export interface Lesson {
  /** Id and address of the lesson; it never changes. */
  slug: string
  /** The folder's name under `lessons/`. */
  folder: string
  /** How many minutes a learner alone needs, measured with people who had not seen the lesson before. */
  minutes: number
  servers: Record<string, LessonServer>
  /** Requests a learner can take as a start, by id. */
  requests: Record<string, RequestDraft>
  /** The bench's first request, by id. */
  firstRequest: string
  /** Whether it is about time: the learner can move the clock that its servers live by. */
  clock?: true
  /** What the lesson's pages are, in order: a page to read, or a task. */
  pages: LessonPage[]
  /** A sequence diagram for the prose to show. */
  flow?: Flow
  /** Attacks for a table that runs each on a vulnerable server and on a hardened one, by id. */
  attacks?: AttackRow[]
  /**
   * Where the servers bend a standard as the tutorial does, by code: kept on purpose, and for the texts to say.
   * What each means stands in {@link DEVIATIONS}.
   */
  deviations?: readonly (keyof typeof DEVIATIONS)[]
  /** Wrong attempts people really make; the first that fits an exchange is the one answered. */
  detectors: Detector[]
}

/** One server of a lesson, mounted at `/lessons/<slug>/<path>`. */
export interface LessonServer {
  path: string
  /**
   * The step app's file without its ending: beside the manifest, or with the folder of the lesson it is taken from.
   * It is an app, `.ts`, or what has to be changed in one, `.patch`.
   */
  app: string
  /** The questions a request to a route is asked, in order, and the source region each is answered in. */
  gates: Record<string, Gate[]>
  /** What it is to the lesson's other servers; absent where it stands alone. */
  role?: 'client' | 'auth'
  /** Port of its own, where `npm start` serves it at the root besides; a setting can name another. */
  port?: number
  /** Id of the lesson's server that it calls, and is told the place of: that one can be stopped to see what becomes of it. */
  calls?: string
  /** Name of the cookie that it keeps a token in. */
  cookie?: string
  /** Whether it answers with pages for people: they are shown in a small browser. */
  pages?: true
  /** Vulnerable on purpose, to be shown: served to this machine alone, and marked on screen. */
  weak?: true
  /** Signs with a key of its own, the binding `SECRET_KEY`: the host draws one at each start. */
  secretKey?: true
  /** Why there is no twin of it for FastAPI beside its app, in words; absent where there is one. */
  noTwin?: string
  /** Signs with a key that everybody has: served to a network only where a setting says so. */
  publishedKey?: true
}

export interface Gate {
  id: string
  /** Region of the step app's source; none where the host around the app decides. */
  region?: string
  /** A function elsewhere in the source that the region calls. */
  calls?: string
}

/**
 * A page; `clock` where it is about time, so that the lab's clock is open there from the start, `whole` where every
 * letter of a token counts, so that all of it is in sight.
 */
export type LessonPage = (ReadingPage | Task) & { clock?: true; whole?: true }

interface AnyPage {
  id: string
  /** What it takes for granted of earlier pages, as a login; a reload takes that away. */
  given?: Given
  /** For those who want to know more: the lesson is done without it. */
  optional?: true
}

/** Something to read or look at. */
interface ReadingPage extends AnyPage {
  kind: 'reading'
  request?: string
  /** What has to be played there; where absent, opening the page is enough. */
  parts?: Part[]
}

/** A task; its checks look at what crossed the wire, oldest first, and at nothing else. */
export type Task = PredictTask | DecodeTask | WireTask | BreakTask | CodeTask

/** The learner commits to an answer, then sends `request` and sees. */
export interface PredictTask extends AnyPage {
  kind: 'predict'
  request: string
  /** Whether the auth server is stopped for it. */
  stopped?: true
  /** What can be predicted: an id for the words, and whether an exchange proves it right. One of them does. */
  options: { id: string; right: (exchange: Exchange) => boolean }[]
  /** Whether an exchange is the one that was asked about. */
  asked: (exchange: Exchange) => boolean
}

/** The learner reads something out of a token by hand; then a server reads it, and both are compared. */
export interface DecodeTask extends AnyPage {
  kind: 'decode'
  /** The request that carries the token. */
  request: string
  /** What the server read, from its decisions or its answer; undefined where it came to no reading. */
  read: (exchange: Exchange) => string | undefined
}

/** The learner produces exchanges with a property. Each part is ticked by itself. */
export interface WireTask extends AnyPage {
  kind: 'wire'
  request?: string
  parts: Part[]
  /** Where the task is done, if not at the bench. */
  place?: 'docs' | 'pane'
}

/**
 * An attack that succeeds against a vulnerable server, and the same attack, as it was recorded, against a hardened one.
 *
 * The first part is proved by the attack that succeeds, the second by its replay.
 */
export interface BreakTask extends AnyPage {
  kind: 'break'
  request?: string
  parts: [broken: Part, held: Part]
  /** Id of the server that holds: the recorded attack is sent there again. */
  hardened: string
  /** The attack is played by this page of somebody else's, in a frame; by hand on the bench where absent. */
  play?: 'script' | 'form'
  /** What the form of the other site's page sends to the attacked server. */
  sends?: Omit<RequestDraft, 'server'>
}

/**
 * The learner writes a part of a server, and exchanges with it show whether it holds.
 *
 * What the learner begins with is made of the server's source by `code/<id>.patch` beside the manifest, and the
 * solution by `code/<id>.solution.patch`: where there is none, it is the shipped source. The checks stand in `code.ts`,
 * by the task's id.
 */
export interface CodeTask extends AnyPage {
  kind: 'code'
  request?: string
  /** Id of the server that is written. */
  server: string
  /** The region of its source that the task is about. */
  region: string
  /** Id of the page whose attack is replayed: the checks have its exchange as `attack`, while the journal has it. */
  replays?: string
}

/**
 * A request to the learner's own copy, and what must come of it; its words stand in the prose under the same id. What
 * is asked of another of the lesson's servers, as by a thief, is answered by that one.
 */
export interface CodeCheck {
  id: string
  /** What is sent; it may be made from the answers to earlier checks, by id, and from the recorded `attack`. */
  ask: RequestDraft | ((earlier: Record<string, Exchange>) => RequestDraft | Promise<RequestDraft>)
  holds: (exchange: Exchange) => boolean
  /** Whether the server that is called on the way is stopped for it. */
  stopped?: true
}

export interface Given {
  /** The request that brings it, by id. */
  request: string
  /** Whether the journal of the lesson, oldest first, still has it for who answers now: cookies are kept for each. */
  has: (journal: readonly Exchange[], mode: Answering) => boolean
}

export interface Part {
  id: string
  done: (journal: readonly Exchange[]) => boolean
  /** The part whose exchange this one builds on, and the request that it begins with, by id. */
  needs?: { part: string; request?: string }
}

export interface Detector {
  id: string
  fits: (exchange: Exchange) => boolean
}

/** An attack that is one request; what it is after stands in the prose under the same id. */
export interface AttackRow {
  id: string
  /** Ids of the two servers it is sent to. */
  servers: [weak: string, hardened: string]
  /** Whether it comes to nothing even where it is obeyed. */
  harmless?: true
  draft: Omit<RequestDraft, 'server'>
}

/** A sequence diagram that is stepped through; its words stand in the prose under the same ids. */
interface Flow {
  participants: string[]
  steps: { id: string; from: string; to: string }[]
}

/** Whether a server of the lesson calls another, which can be stopped. */
export function hasCalls({ servers }: Lesson): boolean {
  return Object.values(servers).some(({ calls }) => calls !== undefined)
}

/** Whether a server of the lesson answers with pages for people. */
export function hasPages({ servers }: Lesson): boolean {
  return Object.values(servers).some(({ pages }) => pages)
}

/** Whether a server of the lesson lives by a cookie. */
export function hasCookies({ servers }: Lesson): boolean {
  return Object.values(servers).some(({ cookie }) => cookie !== undefined)
}

/** Where a server's step app is, as `folder/file`. */
export function appOf({ folder }: Lesson, { app }: LessonServer): string {
  return app.includes('/') ? app : `${folder}/${app}`
}
