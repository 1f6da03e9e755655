/** What the code pane shows: a document, its marks, and a sentence about them. */

import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { CodePlace } from '../../state/code-place.ts'
import type { CodeWords } from '../../words/code.ts'
import type { Words } from '../../words/en.ts'
import type { StepSource } from '../step-source.ts'
import type { StepTwin } from '../step-twin.ts'
import { type CodeDocument, type Range, rangeOfLines } from './code-document.ts'
import { fileName, ranIn, type StepFile, traceAt } from './code-files.ts'
import { type CodeNote, noteAbout } from './code-note.ts'
import { type Mark, runMarks } from './marks.ts'

export interface Shown {
  document: CodeDocument
  marks: Mark[]
  note: CodeNote
  /** What is brought into view, where it is not the mark that says most. */
  reveal?: Range | undefined
}

interface StepLook {
  lesson: Lesson
  step: StepFile
  exchange: Exchange | undefined
  /** A region that the prose points at; empty for none. */
  region: string
  /** A region that was in sight in the other language. */
  keptRegion?: string
  /** A line that a name elsewhere leads to. */
  line?: number | undefined
  showsAdded: boolean
  words: Words
  own: CodeWords
}

/** A step in its own language: with what ran in it, what is new in it, what the prose points at. */
export function shownStep(source: StepSource, look: StepLook): Shown {
  const { lesson, step, exchange, region, line, words, own } = look
  const trace = traceAt(lesson, step, exchange)
  const ran = trace && ranIn(trace)
  const pointedAt = region
    ? regionIn(source, region)
    : line === undefined
      ? undefined
      : rangeOfLines(source.text, line)
  const added = look.showsAdded ? (addedIn(lesson, step, source) ?? []) : []
  return {
    document: documentOf(source, fileName(step.app)),
    marks: [
      ...(ran && source.step ? runMarks(source.step.run, ran) : []),
      ...added.flatMap((number) => marked('added', rangeOfLines(source.text, number))),
      ...marked('shown', pointedAt),
    ],
    note: noteAbout(trace, words, own),
    reveal: pointedAt ?? regionIn(source, look.keptRegion ?? ''),
  }
}

/**
 * A step's twin: at the region that the prose points at, or that was in sight.
 *
 * @param isTask whether a copy of the step is to be written, of which there is no twin.
 */
export function shownTwin(
  twin: StepTwin,
  { region, keptRegion = '', own }: Pick<StepLook, 'region' | 'keptRegion' | 'own'>,
  isTask: boolean,
): Shown {
  const wanted = region || keptRegion
  const range = regionIn(twin, wanted)
  return {
    document: documentOf(twin, twin.file, 'python'),
    marks: region ? marked('shown', range) : [],
    note: says(wanted && !range ? own.noRegion(wanted) : isTask ? own.twinOfTask : own.twinNotRun),
    reveal: range,
  }
}

/** A security block, at the line that was asked for. */
export function shownBlock(source: StepSource, { file, line }: CodePlace, note: string): Shown {
  const range = line === undefined ? undefined : rangeOfLines(source.text, line)
  return {
    document: documentOf(source, file.split('/').at(-1)!),
    marks: marked('shown', range),
    note: says(note),
  }
}

/** Lines that a lesson brought: not where it takes another's server as it is. */
export function addedIn({ folder }: Lesson, { app }: StepFile, source: StepSource | undefined) {
  return app.startsWith(`${folder}/`) ? source?.step?.added : undefined
}

export const says = (text: string): CodeNote => ({ text, isHalted: false })

const marked = (kind: Mark['kind'], range: Range | undefined): Mark[] =>
  range ? [{ kind, ...range }] : []

function documentOf(
  { text, lines, regions, links = [] }: StepSource,
  file: string,
  language: CodeDocument['language'] = 'typescript',
): CodeDocument {
  return { file, language, text, lines, regions, links, readOnly: true }
}

function regionIn({ text, regions }: StepSource, name: string): Range | undefined {
  const region = regions.find((each) => each.name === name)
  return region && rangeOfLines(text, region.first, region.last)
}
