/** TypeScript as a tree, with the place of everything in it kept. */

import { tsPlugin } from '@sveltejs/acorn-typescript'
import { Parser, type Token } from 'acorn'

/** A node of the tree (ESTree, and TypeScript's nodes beside them). Its fields are told apart by `type`. */
export interface Node {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

const TypeScriptParser = Parser.extend(tsPlugin())

/**
 * Parses a module.
 *
 * @param onToken hears of each token; of some more than once.
 * @throws SyntaxError with the place (`pos`, `loc`) where the source is none.
 */
export function parse(source: string, onToken: (token: Token) => void = () => {}): Node[] {
  const program = TypeScriptParser.parse(source, {
    sourceType: 'module',
    ecmaVersion: 'latest',
    locations: true,
    onToken,
  })
  return program.body as unknown as Node[]
}

/** The nodes right below one, in the order of the source; types are left out, for nothing in them runs. */
export function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([field]) => !NO_CODE.has(field))
    .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((value): value is Node => isNode(value) && !isType(value))
    .sort((one, other) => one.start - other.start)
}

const NO_CODE = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'loc'])

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** TypeScript's own nodes but those around an expression, such as `x as string` and `x!`. */
const isType = ({ type, ...node }: Node) => type.startsWith('TS') && !('expression' in node)

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']

export const isFunction = ({ type }: Node) => FUNCTIONS.includes(type)

/** A field that holds a node; undefined where it holds none. */
export function nodeAt(node: Node, field: string): Node | undefined {
  const value = node[field]
  return isNode(value) ? value : undefined
}

/** A field that holds a text; empty where it holds none. */
export function textAt(node: Node | undefined, field: string): string {
  const value = node?.[field]
  return typeof value === 'string' ? value : ''
}

/** A field that holds a list of nodes. */
export function nodesAt(node: Node, field: string): Node[] {
  const value = node[field]
  return Array.isArray(value) ? (value as unknown[]).filter(isNode) : []
}
