/** A step app's source as the page shows it: plain text, named regions and coloured lines. */

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

/** The source without its region marks. Regions stand in the order they begin in, outer before inner. */
export interface StepSource {
  text: string
  regions: SourceRegion[]
  lines: SourceToken[][]
}
