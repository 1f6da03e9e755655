/** The blocks behind `#security`: which of them a source uses, and where each name of theirs is declared. */

import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceLink, UsedBlock } from '../panels/step-source.ts'
import { type Node, nodeAt, nodesAt, parse, textAt } from '../stage/instrument/syntax.ts'

/** The folder of the servers. */
export const SERVER = fileURLToPath(new URL('../../server', import.meta.url))
const INDEX = join(SERVER, 'security/index.ts')

/** A name that a source takes from a block. */
interface Imported {
  name: string
  /** The block's file, as the page names it: `security/bearer.ts`. */
  file: string
  /** Whether it is gone when the types are. */
  isType: boolean
}

const known = new Map<string, string>()

/** The text of a file of the server, by the name that the page has for it. */
export function blockText(file: string): string {
  const text = known.get(file) ?? readFileSync(join(SERVER, file), 'utf8')
  known.set(file, text)
  return text
}

function textOf(literal: Node | undefined): string {
  return textAt(literal, 'value')
}

function nameOf(specifier: Node, field: string): string {
  return textAt(nodeAt(specifier, field), 'name')
}

/** Where each name that `#security` gives is declared. */
const published = new Map(
  parse(readFileSync(INDEX, 'utf8')).flatMap((statement) =>
    nodesAt(statement, 'specifiers').map((specifier): [string, string] => [
      nameOf(specifier, 'exported'),
      `security/${basename(textOf(nodeAt(statement, 'source')))}`,
    ]),
  ),
)

/** What a source takes from the blocks, in the order it names them. */
function importsOf(body: Node[], file: string): Imported[] {
  return body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return []
    const from = textOf(nodeAt(statement, 'source'))
    return nodesAt(statement, 'specifiers').flatMap((specifier): Imported[] => {
      const name = nameOf(specifier, 'local')
      const block = from === '#security' ? published.get(name) : blockBeside(file, from)
      const isType = [statement, specifier].some((node) => node['importKind'] === 'type')
      return block === undefined ? [] : [{ name, file: block, isType }]
    })
  })
}

/** A file of the server that another imports; undefined for what is none. */
function blockBeside(file: string, from: string): string | undefined {
  const path = join(dirname(file), from)
  const isBlock = from.startsWith('.') && path.startsWith(join(SERVER, '/'))
  return isBlock ? path.slice(SERVER.length + 1) : undefined
}

/** Every place where a source speaks of a name that it takes from a block. */
export function linksIn(text: string, file: string): SourceLink[] {
  const names = new Map<number, string>()
  const body = parse(text, ({ type, start, end }) => {
    if (type.label === 'name') names.set(start, text.slice(start, end))
  })
  const imported = new Map(importsOf(body, file).map((each) => [each.name, each.file]))
  return [...names]
    .sort(([one], [other]) => one - other)
    .flatMap(([from, name]): SourceLink[] => {
      const target = imported.get(name)
      // A property of the same name is another thing.
      if (target === undefined || text[from - 1] === '.') return []
      return [{ from, to: from + name.length, file: target, line: lineOf(name, target) }]
    })
}

/** The line on which a block declares a name; its first where it does not. */
function lineOf(name: string, file: string): number {
  const declared = new RegExp(`^export (async )?(function|const|class|interface|type) ${name}\\b`)
  return (
    1 +
    Math.max(
      0,
      blockText(file)
        .split('\n')
        .findIndex((line) => declared.test(line)),
    )
  )
}

/**
 * The blocks that a step uses: each as it comes up in the code, and after it those that it is made with.
 *
 * @param text the step's source.
 */
export function blocksOf(text: string, file: string): UsedBlock[] {
  const body = parse(text)
  const code = text.slice(body.findLast(({ type }) => type === 'ImportDeclaration')?.end ?? 0)
  const placeOf = ({ name }: Imported) => code.search(new RegExp(`\\b${name}\\b`))
  const used = importsOf(body, file)
    .filter(({ isType }) => !isType)
    .sort((one, other) => placeOf(one) - placeOf(other))
  const blocks = new Map<string, UsedBlock>()
  for (const { name, file: block } of used) addBlock(blocks, block, name)
  return [...blocks.values()]
}

function addBlock(blocks: Map<string, UsedBlock>, file: string, name?: string): void {
  const there = blocks.get(file)
  if (there) {
    if (name !== undefined) there.names.push(name)
    return
  }
  blocks.set(file, { file, names: name === undefined ? [] : [name] })
  for (const each of importsOf(parse(blockText(file)), join(SERVER, file))) {
    if (!each.isType) addBlock(blocks, each.file)
  }
}
