/** The regions of a source: comments around them, which the page shows nothing of. */

import type { SourceRegion, StepSource } from '../panels/step-source.ts'

export type SourceLanguage = 'typescript' | 'python'

/** What a region's marks are in each language: comments. */
const MARKS: Record<SourceLanguage, RegExp> = {
  typescript: /^\s*\/\/\s*#(end)?region\b\s*(.*?)\s*$/,
  python: /^\s*#\s*#(end)?region\b\s*(.*?)\s*$/,
}

/**
 * Takes the region marks out of a source and says where they were.
 *
 * @throws Error with the line of a region that is unnamed, doubled, empty, never closed or never opened.
 */
export function readRegions(
  marked: string,
  language: SourceLanguage = 'typescript',
): Pick<StepSource, 'text' | 'regions'> {
  const shownLines: string[] = []
  const regions: SourceRegion[] = []
  const open: { region: SourceRegion; line: number }[] = []

  const markedLines = marked.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
  for (const [index, line] of markedLines.entries()) {
    const number = index + 1
    const [, end, name] = MARKS[language].exec(line) ?? []
    if (name === undefined) {
      shownLines.push(line)
    } else if (end) {
      const opened = open.pop()
      if (!opened) throw new Error(`line ${number}: #endregion without a #region`)
      const { region } = opened
      region.last = shownLines.length
      if (region.last < region.first)
        throw new Error(`line ${opened.line}: region "${region.name}" is empty`)
    } else {
      if (!/^[a-z][a-z0-9-]*$/.test(name)) {
        throw new Error(`line ${number}: a region's name is kebab-case, not "${name}"`)
      }
      if (regions.some((region) => region.name === name)) {
        throw new Error(`line ${number}: region "${name}" occurs twice`)
      }
      const region = { name, first: shownLines.length + 1, last: 0 }
      regions.push(region)
      open.push({ region, line: number })
    }
  }
  const unclosed = open.at(-1)
  if (unclosed)
    throw new Error(`line ${unclosed.line}: region "${unclosed.region.name}" is never closed`)

  return { text: `${shownLines.join('\n')}\n`, regions }
}
