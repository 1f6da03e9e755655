/** What the editor offers while one types: names of the file itself, and what a step may use. */

import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  pickedCompletion,
} from '@codemirror/autocomplete'
import { localCompletionSource } from '@codemirror/lang-javascript'
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import { mayImport, STEP_IMPORTS } from '../../../lessons/step-imports.ts'
import { APP, CONTEXT, type Entry, MAP, MODULES, REQUEST, TOKENS } from './completion-table.ts'
import { importedIn, importOf } from './import-name.ts'

const NAME = /^\w*$/

/** The table's first are what one needs most. */
const optionsOf = (entries: readonly Entry[], type: string): Completion[] =>
  entries.map(([label, detail], index) => ({ label, detail, type, boost: -index }))

/** Members of what steps call by these names, everywhere alike. */
const MEMBERS: [pattern: RegExp, entries: (text: string, name: string) => readonly Entry[]][] = [
  [/\bc\.req\.\w*$/, () => REQUEST],
  [/\bc\.var\.\w*$/, handedOn],
  [/\bc\.\w*$/, () => CONTEXT],
  [/\bapp\.\w*$/, () => APP],
  [/\b\w+\.\w*$/, madeHere],
]

/** Members of what a source has made itself: its tokens, its maps. */
function madeHere(text: string, name: string): readonly Entry[] {
  const isMadeBy = (maker: string) => new RegExp(`\\bconst ${name} = ${maker}`).test(text)
  if (isMadeBy('jsonWebTokens\\(')) return TOKENS
  if (isMadeBy('new Map\\b')) return MAP
  return []
}

/** What the guards of a source hand on to a handler. */
function handedOn(text: string): Entry[] {
  const own = [...text.matchAll(/\bdepends\(\s*\w+,\s*['"](\w+)['"]/g)].map(([, key]) => key!)
  return [
    ...own.map((key): Entry => [key, 'depends']),
    ...(/\boauth2PasswordBearer\(/.test(text) ? [['token', 'oauth2PasswordBearer'] as Entry] : []),
    ...(/\boauth2PasswordForm\(/.test(text) ? [['form', 'oauth2PasswordForm'] as Entry] : []),
    ...(/\bloginForm\(/.test(text) ? [['form', 'loginForm'] as Entry] : []),
  ]
}

/** How long may be parsed up to the caret, in milliseconds: a busy machine has not done it yet. */
const PARSE_LIMIT = 500

function isIn({ state, pos }: CompletionContext, kind: RegExp): boolean {
  const tree = ensureSyntaxTree(state, pos, PARSE_LIMIT) ?? syntaxTree(state)
  return kind.test(tree.resolveInner(pos, -1).name)
}

/** Behind a dot. */
const members: CompletionSource = (context) => {
  if (isIn(context, /Comment|String/)) return null
  for (const [pattern, entriesOf] of MEMBERS) {
    const before = context.matchBefore(pattern)
    if (!before) continue
    const from = before.from + before.text.lastIndexOf('.') + 1
    const [name = ''] = before.text.split('.')
    const options = optionsOf(entriesOf(context.state.doc.toString(), name), 'property')
    if (options.length === 0) return null
    return { from, options, validFor: NAME }
  }
  return null
}

/** Between the quotes of an import. */
const modules: CompletionSource = (context) => {
  const before = context.matchBefore(/(?:\bfrom|^import)\s*['"][\w#./-]*$/)
  if (!before) return null
  const from = before.from + before.text.search(/['"]/) + 1
  const names = new Set([...STEP_IMPORTS, ...Object.keys(MODULES)].filter(isOne))
  return {
    from,
    options: [...names].map((label) => ({ label, type: 'module' })),
    validFor: /^[\w#./-]*$/,
  }
}

/** Whether a name of the list is that of one module. */
const isOne = (module: string) => !module.includes('*') && mayImport(module)

/** Between the braces of an import: what its module has, and the import does not name yet. */
const exported: CompletionSource = (context) => {
  const text = context.state.doc.toString()
  const before = /import\s+(type\s+)?\{[^}]*$/.exec(text.slice(0, context.pos))
  const after = /^[^{}]*\}\s*from\s*(['"])([^'"\n]+)\1/.exec(text.slice(context.pos))
  const module = after?.[2]
  if (!before || module === undefined || !Object.hasOwn(MODULES, module)) return null
  const known = importedIn(text).get(module)
  const fresh = (entries: readonly Entry[]) => entries.filter(([name]) => !known?.has(name))
  const { values, types } = MODULES[module]!
  const from = context.matchBefore(/\w*$/)?.from ?? context.pos
  // Nobody who goes by a blank has asked: a list would cover what they read.
  if (from === context.pos && !context.explicit) return null
  if (before[1] || context.matchBefore(/\btype\s+\w*$/)) {
    return { from, options: optionsOf(fresh(types), 'type'), validFor: NAME }
  }
  const withType = fresh(types).map(([name, detail]): Entry => [`type ${name}`, detail])
  return {
    from,
    options: [...optionsOf(fresh(values), 'function'), ...optionsOf(withType, 'type')],
    validFor: NAME,
  }
}

/** Elsewhere: what is not imported yet, and is when it is picked. */
const notImported: CompletionSource = (context): CompletionResult | null => {
  const word = context.matchBefore(/(?<![.\w])[A-Za-z]\w*$/)
  if (!word || isIn(context, /Comment|String|Template|PropertyDefinition|VariableDefinition/)) {
    return null
  }
  const text = context.state.doc.toString()
  if (/import\s+(?:type\s+)?[^'"]*$/.test(text.slice(0, context.pos))) return null
  const imported = importedIn(text)
  const options = Object.entries(MODULES).flatMap(([module, { values }]) =>
    values
      .filter(([name]) => !imported.get(module)?.has(name))
      .map(([label]): Completion => ({
        label,
        detail: module,
        type: 'function',
        boost: -50,
        apply(view, completion, from, to) {
          const more = importOf(view.state.doc.toString(), module, label)
          view.dispatch({
            changes: [...(more ? [more] : []), { from, to, insert: label }],
            selection: { anchor: from + (more?.insert.length ?? 0) + label.length },
            annotations: pickedCompletion.of(completion),
            userEvent: 'input.complete',
          })
        },
      })),
  )
  return { from: word.from, options, validFor: NAME }
}

/** Whether a name stands free: neither behind a dot nor between the parts of an import. */
const local: CompletionSource = (context) =>
  context.matchBefore(/\.\w*$/) ? null : localCompletionSource(context)

export const completions: CompletionSource[] = [members, modules, exported, local, notImported]
