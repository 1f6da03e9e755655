/** Goes through the functions of a source, statement by statement. */

import { childrenOf, isFunction, type Node, nodeAt, nodesAt } from './syntax.ts'

export interface FunctionVisitor {
  /** A function's body. */
  block: (body: Node) => void
  /** An arrow function's body that is an expression. */
  expression: (body: Node, arrow: Node) => void
  /**
   * A statement in a function.
   * @param headEnd where it ends, or where its body begins, as a loop's does.
   * @param isAlone whether it stands where a block could, without one.
   */
  statement: (statement: Node, headEnd: number, isAlone: boolean) => void
  /** A loop, in a function or as the module is loaded, and its body: a block or a statement alone. */
  loop: (loop: Node, body: Node) => void
}

const LOOP = /^(For|ForIn|ForOf|While|DoWhile)Statement$/

/** Tells of all functions in a node, outer before inner. */
export function walkFunctions(node: Node, visitor: FunctionVisitor): void {
  if (!isFunction(node)) {
    if (LOOP.test(node.type)) visitor.loop(node, nodeAt(node, 'body')!)
    for (const child of childrenOf(node)) walkFunctions(child, visitor)
    return
  }
  for (const parameter of nodesAt(node, 'params')) walkFunctions(parameter, visitor)
  const body = nodeAt(node, 'body')
  // A signature without a body is TypeScript's.
  if (!body) return
  if (body.type === 'BlockStatement') {
    visitor.block(body)
    walkStatements(nodesAt(body, 'body'), visitor)
  } else {
    visitor.expression(body, node)
    walkFunctions(body, visitor)
  }
}

/** What nothing is done by when its turn comes. */
const IDLE = /^(FunctionDeclaration|EmptyStatement|TS\w+)$/

function walkStatements(statements: Node[], visitor: FunctionVisitor, isAlone = false): void {
  for (const statement of statements) {
    if (statement.type === 'BlockStatement') {
      walkStatements(nodesAt(statement, 'body'), visitor)
    } else if (IDLE.test(statement.type)) {
      walkFunctions(statement, visitor)
    } else {
      const labelled = withoutLabels(statement)
      visitor.statement(statement, headEndOf(labelled), isAlone)
      walkParts(labelled, visitor)
    }
  }
}

/** A label and what it names are one: nothing can stand between them. */
function withoutLabels(statement: Node): Node {
  return statement.type === 'LabeledStatement'
    ? withoutLabels(nodeAt(statement, 'body')!)
    : statement
}

function walkParts(statement: Node, visitor: FunctionVisitor): void {
  const bodies = bodiesOf(statement)
  if (LOOP.test(statement.type)) visitor.loop(statement, bodies[0]!)
  for (const child of childrenOf(statement)) {
    if (bodies.includes(child)) walkStatements([child], visitor, true)
    else walkClause(child, visitor)
  }
}

/** Statements that a statement holds, in its own fields. */
function bodiesOf(statement: Node): Node[] {
  return ['block', 'consequent', 'body', 'alternate', 'finalizer']
    .flatMap((field) => nodeAt(statement, field) ?? [])
    .filter(({ type }) => /Statement$|Declaration$/.test(type))
}

function headEndOf(statement: Node): number {
  const [first] = [...bodiesOf(statement), ...nodesAt(statement, 'cases')]
  return first?.start ?? statement.end
}

/** What belongs to a statement and is none: a clause with statements of its own, or an expression. */
function walkClause(node: Node, visitor: FunctionVisitor): void {
  if (node.type === 'SwitchCase') {
    const test = nodeAt(node, 'test')
    if (test) walkFunctions(test, visitor)
    walkStatements(nodesAt(node, 'consequent'), visitor)
  } else if (node.type === 'CatchClause') {
    walkStatements([nodeAt(node, 'body')!], visitor)
  } else {
    walkFunctions(node, visitor)
  }
}
