/**
 * Where decisions are written down in the server: found in its source, for whoever reads a trace and asks who said so.
 * `import places from '../../server/security/codes.ts?decisions'` gives {@link DecisionPlaces}.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { DecisionPlace, DecisionPlaces } from '../panels/code/decision-places.ts'
import {
  childrenOf,
  isFunction,
  type Node,
  nodeAt,
  nodesAt,
  parse,
} from '../stage/instrument/syntax.ts'
import { queryModule } from './query-module.ts'
import { blockText, SERVER } from './security-blocks.ts'

/** Makes the import give them. */
export function decisionPlaces(): Plugin {
  return queryModule('?decisions', () => {
    const files = [
      ...readdirSync(join(SERVER, 'security')).map((name) => `security/${name}`),
      'stage/step-host.ts',
    ]
    return {
      value: {
        places: files.flatMap((file) => placesIn(blockText(file), file)),
        texts: Object.fromEntries(
          files.map((file) => [file, [...new Set(parse(blockText(file)).flatMap(textsIn))]]),
        ),
      } satisfies DecisionPlaces,
      files: files.map((file) => join(SERVER, file)),
    }
  })
}

/** Names that a decision is handed to, in the blocks: `decided` of the trace, and what calls that by another name. */
const WRITES = /^(decided|decide|pass|stop|missed|handled)$/

/** Every call in a file that writes a decision down, or hands one to what does. */
function placesIn(text: string, file: string): DecisionPlace[] {
  const body = parse(text)
  const lineAt = (place: number) => text.slice(0, place).split('\n').length
  const found: DecisionPlace[] = []

  const visit = (node: Node, around: Node) => {
    // The outermost function is the one that has a name to its readers.
    const enclosing = around.type === 'Program' && isFunction(node) ? node : around
    if (
      node.type === 'CallExpression' &&
      WRITES.test(calleeOf(node)) &&
      enclosing.type !== 'Program'
    ) {
      found.push({
        file,
        line: lineAt(node.start),
        first: lineAt(enclosing.start),
        last: lineAt(enclosing.end),
        texts: nodesAt(node, 'arguments').flatMap(textsIn),
        own: isOwn(node),
      })
    }
    for (const child of childrenOf(node)) visit(child, enclosing)
  }
  for (const statement of body) visit(statement, { type: 'Program', start: 0, end: text.length })
  return found
}

function calleeOf(call: Node): string {
  const callee = nodeAt(call, 'callee')!
  return String(callee['name'] ?? nodeAt(callee, 'property')?.['name'])
}

/** Whether the call says `by` and `gate` with one and the same variable. */
function isOwn(call: Node): boolean {
  const [by, gate] = ['by', 'gate'].map((name) =>
    nodesAt(call, 'arguments')
      .flatMap((argument) => nodesAt(argument, 'properties'))
      .map((property) =>
        nodeAt(property, 'key')?.['name'] === name ? nodeAt(property, 'value') : undefined,
      )
      .find((value) => value?.type === 'Identifier'),
  )
  return by !== undefined && by['name'] === gate?.['name']
}

/** The texts in a node; of a template, what is known of it. */
function textsIn(node: Node): string[] {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? [node['value']] : []
  if (node.type === 'TemplateLiteral') {
    return [
      nodesAt(node, 'quasis')
        .map(({ value }) => (value as { raw: string }).raw)
        .join('*'),
    ]
  }
  return childrenOf(node).flatMap(textsIn)
}
