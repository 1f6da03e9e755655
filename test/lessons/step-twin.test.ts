/** The twins of step apps: the same regions in the same order, about as long, and coloured as Python. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { readRegions } from '../../web/build/read-regions.ts'
import { readSource } from '../../web/build/step-source.ts'
import { readTwin } from '../../web/build/step-twin.ts'
import { readStep } from '../../web/build/step-variant.ts'
import { loadTwin } from '../../web/lesson/load-twin.ts'
import { appsOf } from '../support/lesson-files.ts'

const at = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))

const twins = lessons.flatMap((lesson) =>
  [...appsOf(lesson).keys()].map((file) => ({ file, twin: readTwin(at(file)) })),
)

test.each(twins)('the twin of $file has the same regions', ({ file, twin }) => {
  const names = (source: ReturnType<typeof readRegions>) =>
    source.regions.map(({ name, first, last }) => [
      name,
      // Which regions lie in which.
      source.regions.filter((one) => one.first <= first && last <= one.last).length,
    ])
  expect(twin).toBeDefined()
  expect(names(readRegions(twin!.text, 'python'))).toEqual(
    names(readRegions(readStep(at(file)).text)),
  )
})

test.each(twins)('the twin of $file is about as long, in 80 columns', ({ file, twin }) => {
  const lines = readRegions(twin!.text, 'python').text.split('\n')
  const own = readRegions(readStep(at(file)).text).text.split('\n')
  expect(lines.length).toBeLessThanOrEqual(own.length * 1.25)
  expect(lines.filter((line) => line.length > 80)).toEqual([])
})

test('every character of a twin is in its lines, and its marks are gone', () => {
  for (const { twin } of twins) {
    const { text, lines } = readSource(twin!.text, 'python')
    expect(`${lines.map((line) => line.map((token) => token.text).join('')).join('\n')}\n`).toBe(
      text,
    )
    expect(text).not.toContain('#region')
  }
})

test('tokens of Python have the kind that a reader expects', () => {
  const source =
    '@app.get("/")\ndef read(n: int = 1) -> str:  # why\n    return not f"{n}" and call(None)\n'
  const kinds = readSource(source, 'python').lines.map((line) =>
    line.map((token) => [token.kind, token.text.trim()]),
  )
  expect(kinds).toEqual([
    [
      ['function', '@app.get'],
      ['plain', '('],
      ['string', '"/"'],
      ['plain', ')'],
    ],
    [
      ['keyword', 'def'],
      ['function', 'read'],
      ['plain', '(n:'],
      ['type', 'int'],
      ['plain', '='],
      ['number', '1'],
      ['plain', ') ->'],
      ['type', 'str'],
      ['plain', ':'],
      ['comment', '# why'],
    ],
    [
      ['plain', ''],
      ['keyword', 'return not f'],
      ['string', '"'],
      ['plain', '{n}'],
      ['string', '"'],
      ['keyword', 'and'],
      ['function', 'call'],
      ['plain', '('],
      ['keyword', 'None'],
      ['plain', ')'],
    ],
  ])
})

test('the twin of a variant is made by its patch', () => {
  const { file, text } = readTwin(at('lessons/3-password-flow/leaky.patch'))!
  expect(file).toBe('leaky.py')
  const step = readTwin(at('lessons/3-password-flow/app.ts'))!
  expect([step.file, step.text.includes('response_model=User')]).toEqual(['main.py', true])
  expect(text).not.toContain('response_model=User')
})

test('a step without a twin has none, nor has a variant whose patch makes none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twin-'))
  writeFileSync(join(folder, 'app.ts'), 'one\n')
  writeFileSync(join(folder, 'x.patch'), '--- app.ts\n+++ x.ts\n@@ -1,1 +1,1 @@\n-one\n+two\n')
  expect(readTwin(join(folder, 'app.ts'))).toBeUndefined()
  expect(readTwin(join(folder, 'x.patch'))).toBeUndefined()
})

test('the page loads the twin of a step by the name of its app', async () => {
  expect(await loadTwin('4-jwt/app')).toMatchObject({
    file: 'main.py',
    text: expect.stringContaining('from jose import JWTError, jwt') as string,
    regions: expect.arrayContaining([expect.objectContaining({ name: 'key' })]) as object[],
  })
  expect(await loadTwin('4-jwt/secret')).toMatchObject({ file: 'secret.py' })
  expect(await loadTwin('4-jwt/tokens')).toBeUndefined()
})
