/** Makes a source tell of each turn of its loops, so that one without end can be ended; all else stays as it is. */

import MagicString from 'magic-string'
import { freeName } from './free-name.ts'
import { type Node, parse } from './syntax.ts'
import { walkFunctions } from './walk-functions.ts'

interface Guarded {
  /** The module's statements, as they were before. */
  body: Node[]
  code: string
  /** Name of the function that is called with the places of a loop's head, at each of its turns. */
  turn: string
}

/**
 * Puts a call into every loop.
 *
 * @throws SyntaxError with the place (`pos`, `loc`) where the source is no TypeScript.
 */
export function guardLoops(source: string): Guarded {
  const body = parse(source)
  const text = new MagicString(source)
  const turn = `${freeName(source)}turn`
  for (const statement of body) {
    walkFunctions(statement, {
      block() {},
      expression() {},
      statement() {},
      loop(loop, { start, end }) {
        text.appendRight(start, `{ ${turn}(${loop.start}, ${start}); `)
        text.prependLeft(end, ' }')
      },
    })
  }
  return { body, code: text.toString(), turn }
}
