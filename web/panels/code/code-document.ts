/** A text to be read in the code pane, and later to be written in it. */

import type { SourceLink, SourceRegion, SourceToken } from '../step-source.ts'

export interface CodeDocument {
  /** Its name as people know it, such as `app.ts`. */
  file: string
  language: 'typescript' | 'python'
  text: string
  /** The text coloured, line by line. */
  lines: SourceToken[][]
  regions: readonly SourceRegion[]
  links: readonly SourceLink[]
  readOnly: boolean
}

/** A stretch of a document, in UTF-16 code units. */
export interface Range {
  from: number
  to: number
}

/** Where each line of a text is, without its end. */
export function linesOf(text: string): Range[] {
  let from = 0
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const range = { from, to: from + line.length }
      from = range.to + 1
      return range
    })
}

/** Lines of a text as one stretch; the first line is 1. Undefined where the text has no such lines. */
export function rangeOfLines(text: string, first: number, last = first): Range | undefined {
  const lines = linesOf(text)
  const [start, end] = [lines[first - 1], lines[last - 1]]
  return start && end && { from: start.from, to: end.to }
}
