/** A line of code in pieces: each of one colour, with one meaning, leading to one place. */

import type { SourceLink, SourceToken, TokenKind } from '../step-source.ts'
import type { Range } from './code-document.ts'
import type { LineMarks, RunKind } from './marks.ts'

export interface Segment {
  text: string
  kind: TokenKind
  link?: SourceLink
  part?: RunKind
}

/**
 * Cuts a line wherever something begins or ends.
 *
 * @param line its place in the document, of which links and parts say theirs too.
 */
export function segmentsOf(
  line: Range,
  tokens: readonly SourceToken[],
  links: readonly SourceLink[],
  parts: LineMarks['parts'],
): Segment[] {
  const edges = [...links, ...parts].flatMap(({ from, to }) => [from, to])
  const at = <Stretch extends Range>(place: number, stretches: readonly Stretch[]) =>
    stretches.find(({ from, to }) => from <= place && place < to)
  let from = line.from
  return tokens.flatMap(({ text, kind }) => {
    const start = from
    const end = (from += text.length)
    const inner = edges.filter((edge) => start < edge && edge < end)
    const cuts = [start, ...new Set(inner.toSorted((one, other) => one - other)), end]
    return cuts.slice(1).map((cut, index): Segment => {
      const place = cuts[index]!
      const link = at(place, links)
      const part = at(place, parts)?.kind
      return {
        text: text.slice(place - start, cut - start),
        kind,
        ...(link && { link }),
        ...(part && { part }),
      }
    })
  })
}
