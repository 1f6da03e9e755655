/** The lines of a TypeScript text, in pieces of one colour each. */

import { typescriptLanguage } from '@codemirror/lang-javascript'
import { highlightCode } from '@lezer/highlight'
import { highlighter } from './syntax-classes.ts'

export interface ColouredPiece {
  text: string
  /** A class of `syntaxColours`; empty for what has no colour of its own. */
  kind: string
}

export function colouredLines(text: string): ColouredPiece[][] {
  const lines: ColouredPiece[][] = [[]]
  highlightCode(
    text,
    typescriptLanguage.parser.parse(text),
    highlighter,
    (piece, kind) => lines.at(-1)!.push({ text: piece, kind }),
    () => lines.push([]),
  )
  return lines
}

/** Cuts a line's pieces at some places, and says which of them lie in one of some stretches. */
export function withStretches(
  pieces: readonly ColouredPiece[],
  stretches: readonly { from: number; to: number }[],
): (ColouredPiece & { isMarked: boolean })[] {
  const edges = stretches.flatMap(({ from, to }) => [from, to])
  let from = 0
  return pieces.flatMap(({ text, kind }) => {
    const start = from
    const end = (from += text.length)
    const cuts = [start, ...edges.filter((edge) => start < edge && edge < end), end]
    return cuts.slice(1).map((to, at) => ({
      text: text.slice(cuts[at]! - start, to - start),
      kind,
      isMarked: stretches.some((stretch) => stretch.from <= cuts[at]! && to <= stretch.to),
    }))
  })
}
