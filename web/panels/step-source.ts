/** A step app's source as the page shows it: plain text, named regions and coloured lines. */

import type { RunMap } from '../stage/instrument/instrument.ts'

/** What a piece of source is, as far as colour should tell. */
export type TokenKind = 'keyword' | 'string' | 'number' | 'comment' | 'function' | 'type' | 'plain'

/** A run of characters of one kind. */
export interface SourceToken {
  text: string
  kind: TokenKind
}

/** A stretch of the source that prose and gates speak of; both lines belong to it, the first line is 1. */
export interface SourceRegion {
  name: string
  first: number
  last: number
}

/** A name in the source that is declared in another file. */
export interface SourceLink {
  from: number
  to: number
  /** The other file, such as `security/bearer.ts`. */
  file: string
  /** The line of the declaration there. */
  line: number
}

/** A security block that a step uses, itself or through others. */
export interface UsedBlock {
  /** Its file, such as `security/bearer.ts`. */
  file: string
  /** What the step uses of it by name; nothing of what only other blocks use. */
  names: string[]
}

/** What is known of a step's source before any request. */
export interface StepFacts {
  /** What can run in it. */
  run: RunMap
  /** The security blocks that it uses, in the order to read them in. */
  blocks: UsedBlock[]
  /** Lines that the step before has not, or for a variant its step; undefined where none comes before. */
  added?: number[]
  /** Whether it is a variant: its new lines are those that it changes of its step. */
  isVariant?: true
}

/** The source without its region marks. Regions stand in the order they begin in, outer before inner. */
export interface StepSource {
  text: string
  regions: SourceRegion[]
  lines: SourceToken[][]
  /** Where it speaks of other files. */
  links?: SourceLink[]
  /** Of a step; none of a security block. */
  step?: StepFacts
}
