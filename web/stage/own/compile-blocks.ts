/** Makes a learner's own security blocks into code that runs, and with them the shipped ones that may use them. */

import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import { mayImport } from '../../../lessons/step-imports.ts'
import { guardLoops } from '../instrument/guard-loops.ts'
import { mayBeOwn } from './block-names.ts'
import { OwnFailure } from './own-failure.ts'
import { importProblems, syntaxProblem, withoutTypes } from './source-problems.ts'

/** Texts by file, such as `security/bearer.ts`. */
export type BlockTexts = Readonly<Record<string, string>>

/** A block, made to run. */
export interface CompiledBlock {
  file: string
  source: string
  /** Whether the learner wrote it. */
  isOwn: boolean
  /** The body of a function of `require`, `module`, `exports` and `turn`; its lines are those of the source. */
  code: string
  /** The name that the code has for the function it calls at each turn of a loop. */
  turn: string
}

const shipped = import.meta.glob<string>('../../../server/security/*.ts', {
  import: 'default',
  query: '?raw',
})

/** Whether there is such a file among the blocks. */
const isBlock = (file: string) => Object.hasOwn(shipped, `../../../server/${file}`)

/** Whether a block may import a module: what a step may, but the blocks by their own files. */
const mayBlockImport = (module: string): boolean =>
  module.startsWith('./')
    ? isBlock(`security/${module.slice(2)}`)
    : mayImport(module) && module !== '#security'

/** What can be said of a block before it runs. */
export function blockProblems(source: string): CodeProblem[] {
  try {
    return importProblems(guardLoops(source).body, mayBlockImport)
  } catch (error) {
    return [syntaxProblem(error, source)]
  }
}

/**
 * Compiles all blocks that are not the host's: the learner's where there is one, else ours.
 *
 * @throws OwnFailure where one of the learner's is no TypeScript, or imports what it may not.
 */
export async function compileBlocks(own: BlockTexts): Promise<CompiledBlock[]> {
  const problems = Object.entries(own).flatMap(([file, text]) =>
    blockProblems(text).map((problem) => ({ ...problem, file })),
  )
  if (problems.length > 0) throw new OwnFailure({ kind: 'problems', problems })
  const files = Object.keys(shipped)
    .map((path) => path.replace('../../../server/', ''))
    .filter(mayBeOwn)
  return Promise.all(
    files.map(async (file) =>
      compiled(file, own[file] ?? (await shippedText(file)), Object.hasOwn(own, file)),
    ),
  )
}

const shippedText = (file: string) => shipped[`../../../server/${file}`]!()

const known = new Map<string, CompiledBlock>()

function compiled(file: string, source: string, isOwn: boolean): CompiledBlock {
  const before = known.get(file)
  if (before?.source === source && before.isOwn === isOwn) return before
  const { code, turn } = guardLoops(source)
  try {
    const block = { file, source, isOwn, code: withoutTypes(code), turn }
    known.set(file, block)
    return block
  } catch (error) {
    const problem = { ...syntaxProblem(error, source), file }
    throw new OwnFailure({ kind: 'problems', problems: [problem] })
  }
}
