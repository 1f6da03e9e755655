/** What in a step's module is worth a mark: its routes, the guards they name, and what speaks of what. */

import { isFunction, type Node, childrenOf, nodeAt, nodesAt } from './syntax.ts'

/** A call that gives a route its handlers. */
interface RouteCall {
  call: Node
  path: Node
  handlers: Node[]
  /** Number of the module's statement that it stands in. */
  part: number
}

/** A guard where it is named. */
interface GuardName {
  node: Node
  part: number
}

export interface Program {
  routes: RouteCall[]
  guards: GuardName[]
  /** For each statement of the module, the others whose names it speaks of. */
  uses: number[][]
}

const METHODS = ['get', 'post', 'put', 'delete', 'patch', 'options', 'all']

export function readProgram(body: Node[]): Program {
  const calls = body.flatMap((statement, part) =>
    [...callsIn(statement)].map((call) => ({ call, part })),
  )
  return {
    routes: calls.flatMap(({ call, part }) => {
      const [path, ...handlers] = nodesAt(call, 'arguments')
      return path && isRoute(call) ? [{ call, path, handlers, part }] : []
    }),
    guards: calls.flatMap(({ call, part }) => guardsIn(call).map((node) => ({ node, part }))),
    uses: usesIn(body),
  }
}

/** Calls that are made as the module is loaded: not those in its functions. */
function* callsIn(node: Node): Generator<Node> {
  if (isFunction(node)) return
  if (node.type === 'CallExpression') yield node
  for (const child of childrenOf(node)) yield* callsIn(child)
}

/** Whether a call is one like `app.get('/items/', …)`. */
function isRoute(call: Node): boolean {
  const [path, ...handlers] = nodesAt(call, 'arguments')
  return METHODS.includes(methodOf(call)) && isText(path) && handlers.length > 0
}

function methodOf(call: Node): string {
  const callee = nodeAt(call, 'callee')
  if (callee?.type !== 'MemberExpression' || callee['computed']) return ''
  return String(nodeAt(callee, 'property')?.['name'])
}

const isText = (node: Node | undefined) =>
  node?.type === 'Literal' && typeof node['value'] === 'string'

/**
 * What may be a guard among the arguments of a call: a name, or a call that makes one, such as `loginForm()`.
 *
 * The call is one of a route or of `use`, or it is given a function too, as `depends` is: what stands before that
 * function last is what it waits for.
 */
function guardsIn(call: Node): Node[] {
  const args = nodesAt(call, 'arguments')
  const candidates = args.filter(
    ({ type, ...node }) =>
      type === 'Identifier' ||
      (type === 'CallExpression' && !(node['arguments'] as Node[]).some(isFunction)),
  )
  // The last of a route's functions is its handler.
  if (isRoute(call)) return candidates.filter((node) => node !== args.at(-1))
  if (methodOf(call) === 'use') return candidates
  const place = args.findIndex(isFunction)
  return candidates.filter((node) => args.indexOf(node) < place).slice(-1)
}

/** Which statements of a module speak of names that others of them declare. */
function usesIn(body: Node[]): number[][] {
  const owners = new Map<unknown, number>()
  for (const [part, statement] of body.entries()) {
    if (statement.type === 'ImportDeclaration') continue
    for (const name of declaredBy(statement)) owners.set(name, part)
  }
  return body.map((statement, part) => {
    const spokenOf = new Set([...namesIn(statement)].map((name) => owners.get(name)))
    return [...spokenOf].filter((owner) => owner !== undefined && owner !== part) as number[]
  })
}

/** Names of variables in a node; what a property is called is none. */
function* namesIn(node: Node): Generator {
  if (node.type === 'Identifier') yield node['name']
  const property = node['computed'] ? undefined : (node['property'] ?? node['key'])
  for (const child of childrenOf(node)) if (child !== property) yield* namesIn(child)
}

/** Names that a statement of the module declares. */
function declaredBy(statement: Node): unknown[] {
  const declaration = nodeAt(statement, 'declaration') ?? statement
  const ids = [declaration, ...nodesAt(declaration, 'declarations')].flatMap(
    (node) => nodeAt(node, 'id') ?? [],
  )
  return ids.flatMap((id) => [...namesIn(id)])
}
