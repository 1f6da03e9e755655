/**
 * Makes a step's source tell what it runs: a call before each statement, around each guard that a route names.
 *
 * It works on TypeScript with the place of everything kept, and knows nothing of Node: a learner's own copy can be
 * instrumented where it runs.
 */

import MagicString from 'magic-string'
import { freeName } from './free-name.ts'
import { readProgram } from './read-program.ts'
import { type Node, nodeAt, parse } from './syntax.ts'
import { walkFunctions } from './walk-functions.ts'

/** A point of the code that can run, and be marked. */
interface Point {
  /** A statement in a function, a guard where it is named, or a route: its call as far as its path. */
  kind: 'statement' | 'guard' | 'route'
  /** Place in the source, in UTF-16 code units; of a statement with a body, the head alone. */
  from: number
  to: number
  /** Number of the module's statement that it stands in. */
  part: number
}

/** What can run in a source, and what leads to what. */
export interface RunMap {
  /** A point is known by its place in this list. */
  points: Point[]
  /** For each statement of the module, the others whose names it speaks of. */
  uses: number[][]
}

export interface Instrumented extends RunMap {
  /** The module's statements, as they were before. */
  body: Node[]
  /** The module as TypeScript: its default export makes the app, for a `Ran` that is handed in. */
  code: string
}

interface InstrumentOptions {
  /** Whether each turn of a loop is told too, with where its head is, so that one without end can be ended. */
  loops?: boolean
}

/**
 * Instruments a module. What runs as it is loaded is not counted: only what its functions do.
 *
 * @throws SyntaxError with the place (`pos`, `loc`) where the source is no TypeScript.
 */
export function instrument(
  source: string,
  { loops = false }: InstrumentOptions = {},
): Instrumented {
  const arrows: number[] = []
  const body = parse(source, ({ type, end }) => {
    if (type.label === '=>') arrows.push(end)
  })
  const { routes, guards, uses } = readProgram(body)
  const text = new MagicString(source)
  const points: Point[] = []
  const add = (kind: Point['kind'], from: number, to: number, part: number) =>
    points.push({ kind, from, to, part }) - 1

  // Names that do not occur in the source.
  const mark = freeName(source)
  const ran = `${mark}ran`
  const at = `${mark}at`
  const error = `${mark}error`

  // Outer nodes come before inner ones: what opens is put after what opens already, what closes before it.
  const open = (place: number, code: string) => text.appendRight(place, code)
  const close = (place: number, code: string) => text.prependLeft(place, code)
  const wrap = ({ start, end }: Node, code: string) => {
    open(start, code)
    // After all that closes within.
    text.appendRight(end, ')')
  }

  for (const { call, path, handlers, part } of routes) {
    const point = add('route', call.start, path.end, part)
    for (const handler of handlers) wrap(handler, `${ran}.route(${point}, `)
  }
  for (const { node, part } of guards) {
    wrap(node, `${ran}.guard(${add('guard', node.start, node.end, part)}, `)
  }

  const OPEN = `{ let ${at}; try `
  const CLOSE = ` catch (${error}) { throw ${ran}.threw(${at}, ${error}) } }`
  for (const [part, statement] of body.entries()) {
    walkFunctions(statement, {
      block({ start, end }) {
        open(start, OPEN)
        close(end, CLOSE)
      },
      expression({ start, end }, arrow) {
        const point = add('statement', start, end, part)
        // Brackets around the expression are not part of it.
        const from = arrows.findLast((place) => place <= start)!
        open(from, ` ${OPEN}{ return ${ran}.gave(${at} = ${ran}(${point}), (`)
        close(arrow.end, `)) }${CLOSE}`)
      },
      statement(node, headEnd, isAlone) {
        const { start, end } = node
        const point = add('statement', start, trimmedEnd(source, start, headEnd), part)
        open(start, `${isAlone ? '{ ' : ''}${at} = ${ran}(${point}); `)
        if (isAlone) close(end, ' }')
        if (node.type !== 'ReturnStatement' || !nodeAt(node, 'argument')) return
        // On the line of `return`, whatever line its value begins on.
        open(start + 'return'.length, ` ${ran}.gave(${at}, (`)
        close(source[end - 1] === ';' ? end - 1 : end, '))')
      },
      loop(loop, loopBody) {
        if (!loops) return
        open(loopBody.start, `{ ${ran}.turn(${loop.start}, ${loopBody.start}); `)
        close(loopBody.end, ' }')
      },
    })
  }
  asFactory(text, body, ran, `${mark}app`)
  return { code: text.toString(), points, uses, body }
}

/** A head without what stands between it and its body. */
function trimmedEnd(source: string, from: number, to: number): number {
  return from + source.slice(from, to).replace(/[\s{]+$/, '').length
}

/** Puts all of a module but its imports into a function that returns the default export. */
function asFactory(text: MagicString, body: Node[], ran: string, app: string): void {
  const isOfModule = ({ type }: Node) => /^(Import|ExportAll)/.test(type)
  const first = body.find((node) => !isOfModule(node))
  for (const { start, end } of body.filter(isOfModule)) {
    if (!first || start < first.start) continue
    text.prepend(`${text.original.slice(start, end)}\n`)
    text.remove(start, end)
  }
  for (const node of body) {
    const declaration = nodeAt(node, 'declaration')
    if (node.type === 'ExportDefaultDeclaration' && declaration) {
      text.overwrite(node.start, declaration.start, `const ${app} = `)
    } else if (node.type === 'ExportNamedDeclaration') {
      // Nobody imports what a step exports beside its app.
      if (declaration) text.remove(node.start, declaration.start)
      else text.remove(node.start, node.end)
    }
  }
  // Where a statement lost its `export`, this stays: it is put there last.
  if (first) text.prependRight(first.start, `export default async (${ran}) => { `)
  text.append(`\nreturn ${app}\n}\n`)
}
