/** The examples in the docstrings of `#security`: each function has one, it compiles, and what it says is so. */

import { readdirSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import ts from 'typescript'
import { compare } from 'bcryptjs'
import { afterEach, beforeAll, expect, test } from 'vitest'
import * as security from '#security'
import { problemsOf } from '../../support/compile.ts'

const folder = new URL('../../../server/security/', import.meta.url)

/** What every example finds: the package itself, Hono and `expect`. */
const scope: Record<string, unknown> = { ...security, Hono, expect }

const names = Object.keys(security)
const examples = new Map(
  readdirSync(folder).flatMap((file) =>
    examplesIn(file, readFileSync(new URL(file, folder), 'utf8')),
  ),
)

/** The examples of the exported declarations of a file, by name. */
function examplesIn(file: string, text: string): [name: string, example: string][] {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  return statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) && !ts.isClassDeclaration(statement)) return []
    const tag = ts.getJSDocTags(statement).find(({ tagName }) => tagName.text === 'example')
    const comment = ts.getTextOfJSDocComment(tag?.comment)
    const name = statement.name?.text
    return comment && name && names.includes(name) ? [[name, comment] as [string, string]] : []
  })
}

const fileOf = (name: string) => `server/security/example-of-${name}.ts`

const asModule = (example: string) => `
import { Hono } from 'hono'
import { type Trace, ${names.join(', ')} } from '#security'
declare function expect(value: unknown): any
${example}
export { Hono, expect, ${names.join(', ')} }
export type { Trace }
`

let problems: Record<string, string[]>
beforeAll(() => {
  problems = problemsOf(
    Object.fromEntries([...examples].map(([name, text]) => [fileOf(name), asModule(text)])),
  )
}, 120_000)

// One example says who compares, for all that come after.
afterEach(() => security.useBcrypt((password, hash) => compare(password, hash)))

test.each(names)('%s has an example', (name) => {
  expect([...examples.keys()]).toContain(name)
})

test.each([...examples])('the example of %s compiles', (name) => {
  expect(problems[fileOf(name)]).toEqual([])
})

test.each([...examples])('the example of %s is true', async (_, example) => {
  const { outputText } = ts.transpileModule(example, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  })
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor
  const run = new AsyncFunction(...Object.keys(scope), outputText.replace(/^export \{\};?$/m, ''))
  await (run(...Object.values(scope)) as unknown as Promise<void>)
  expect.hasAssertions()
})
