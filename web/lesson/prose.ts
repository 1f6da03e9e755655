/** A lesson's prose in one language, as the build makes it from `en.md` or `ko.md`. */

import type { TemplateResult } from 'lit'

export interface Prose {
  /** The lesson's title, short enough for the navigation. */
  title: string
  /** What each page says, by page id, in the order of the manifest. */
  pages: Record<string, PageProse>
  /** Names of the sequence diagram's participants, by id. */
  participants: Record<string, string>
  /** The steps of the sequence diagram, by id. */
  flow: Record<string, { title: string; text: TemplateResult }>
  /** What each attack of the lesson's table is after, by id. */
  attacks: Record<string, { title: string; text: TemplateResult }>
  /** For the person who presents: what to say, expected questions, minutes. Loaded when asked for. */
  notes: () => Promise<TemplateResult>
  /** What helps who is stuck. Loaded once the page can be read. */
  help: () => Promise<Help>
  /** The pages of code tasks, of which only titles are in `pages` before. */
  code?: () => Promise<Record<string, PageProse>>
}

/** What helps who is stuck, and what is said to who is done. */
export interface Help {
  /** Hints, solutions and what to take from a page, by page id. */
  pages: Record<string, Pick<PageProse, 'hints' | 'solution' | 'after'>>
  /** One answer for each wrong attempt, by detector id. */
  detectors: Record<string, TemplateResult>
}

export interface PageProse {
  title: string
  /** The text of the page: at most 90 words. */
  text: TemplateResult
  /** What the task asks. */
  ask?: TemplateResult
  /** A prediction's options, by id. */
  options: Record<string, TemplateResult>
  /** A task's parts, by id, as something done. */
  parts: Record<string, TemplateResult>
  /** What each check of a code task wants, by its id, and what it means where it does not hold. */
  checks: Record<string, TemplateResult>
  fails: Record<string, TemplateResult>
  /** Undefined until they are loaded. */
  hints?: TemplateResult[]
  solution?: TemplateResult
  /** What to take from it, once it is done. */
  after?: TemplateResult
}
