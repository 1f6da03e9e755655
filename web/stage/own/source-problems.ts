/** What can be said of any learner's file before it runs, and how its types are taken off. */

import { transform } from 'sucrase'
import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import { type Node, nodeAt, textAt } from '../instrument/syntax.ts'

/**
 * Makes TypeScript into the body of a function of `require`, `module` and `exports`; its lines stay what they are.
 *
 * @throws SyntaxError with the place (`pos`) where it is no TypeScript.
 */
export function withoutTypes(code: string): string {
  const compiled = transform(code, {
    transforms: ['typescript', 'imports'],
    disableESTransforms: true,
    preserveDynamicImport: false,
  })
  return compiled.code
}

const IMPORTS = /^(ImportDeclaration|ExportAllDeclaration|ExportNamedDeclaration)$/

/** The imports of a module that it may not have. */
export function importProblems(
  body: readonly Node[],
  mayImport: (module: string) => boolean,
): CodeProblem[] {
  return body.flatMap((statement): CodeProblem[] => {
    const from = IMPORTS.test(statement.type) ? nodeAt(statement, 'source') : undefined
    const module = textAt(from, 'value')
    if (!from || mayImport(module)) return []
    return [{ kind: 'module', text: module, from: from.start, to: from.end }]
  })
}

/** What the parser says, without the place that it writes behind it. */
export function syntaxProblem(error: unknown, source: string): CodeProblem {
  const { message, pos } = Object(error) as { message?: string; pos?: number }
  const text = String(message ?? error).replace(/ ?\(\d+:\d+\)/, '')
  const from = Math.min(pos ?? 0, source.length)
  return { kind: 'syntax', text, from, to: Math.min(from + 1, source.length) }
}
