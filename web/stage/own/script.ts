/** The script of a worker: the runtime, and the learner's files as functions, each line by line as it was written. */

import type { OwnProgram } from './own-stage.ts'
import type { ScriptPart } from './run-problem.ts'

/**
 * Writes the script of a program.
 *
 * @param runtime what stands before the code: see `runtime.ts`.
 */
export function scriptOf({ code, options, blocks }: OwnProgram, runtime: string): string {
  const pieces = [runtime]
  const parts: ScriptPart[] = []
  let lines = linesOf(runtime)
  /** Puts a function there; its first line is the file's first line. */
  const put = (head: string, body: string, part: Omit<ScriptPart, 'firstLine'>) => {
    pieces.push(`${head}{${body}\n}`)
    parts.push({ firstLine: lines + 1, ...part })
    lines += linesOf(body) + 1
  }
  put('function ownServer(require, module, exports) ', code, {})
  for (const [index, block] of blocks.entries()) {
    const head = `function ownBlock${index}(require, module, exports, ${block.turn}) `
    put(head, block.code, { file: block.file, isOurs: !block.isOwn })
  }
  const own = blocks.map(
    ({ file }, index) => `{ file: ${JSON.stringify(file)}, define: ownBlock${index} }`,
  )
  const start = `ownRuntime.start(ownServer, ${JSON.stringify(options)}, ${JSON.stringify(parts)}, [${own.join(', ')}])`
  // Stacks name it by this, and not by its address, in which all of it stands.
  return [...pieces, start, '//# sourceURL=own-server.js'].join('\n')
}

const linesOf = (text: string) => text.split('\n').length
