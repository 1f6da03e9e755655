/** Two tokens side by side: what both say, what differs, what only one has. */

import { layOutJson } from './lay-out-json.ts'
import type { JsonObject, Jws } from './read-token.ts'

export interface Difference {
  part: 'header' | 'payload' | 'signature'
  /** The claim; empty for the signature. */
  name: string
  first: string | undefined
  second: string | undefined
  state: 'same' | 'differs' | 'first-only' | 'second-only'
}

/** Rows in the order of the first token, then what only the second has. */
export function compareTokens(first: Jws, second: Jws): Difference[] {
  return [
    ...compareObjects('header', first.header, second.header),
    ...compareObjects('payload', first.payload, second.payload),
    row('signature', '', first.parts[2]!.text, second.parts[2]!.text),
  ]
}

function compareObjects(part: 'header' | 'payload', first: JsonObject, second: JsonObject) {
  const [a, b] = [valuesOf(first), valuesOf(second)]
  const names = new Set([...a.keys(), ...b.keys()])
  return [...names].map((name) => row(part, name, a.get(name), b.get(name)))
}

/** Values as they are written, of a repeated name the last: what most readers take. */
const valuesOf = ({ text, members }: JsonObject) =>
  new Map(
    members.map(({ name, valueStart, end }) => [name, layOutJson(text.slice(valueStart, end))]),
  )

function row(
  part: Difference['part'],
  name: string,
  first: string | undefined,
  second: string | undefined,
): Difference {
  const state =
    first === undefined
      ? 'second-only'
      : second === undefined
        ? 'first-only'
        : first === second
          ? 'same'
          : 'differs'
  return { part, name, first, second, state }
}
