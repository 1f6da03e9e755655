/** Variants of step apps: a patch and its step make them, and a patch that no longer fits says so. */

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diffLines } from 'diff'
import { expect, test } from 'vitest'
import { readStep } from '../../web/build/step-variant.ts'
import { readSource } from '../../web/build/step-source.ts'

const at = (file: string) => fileURLToPath(new URL(`../../lessons/${file}`, import.meta.url))

/** The regions of the step whose lines a variant takes away or changes. */
function regionsChanged(step: string, variant: string): string[] {
  const { text, regions } = readSource(readStep(at(step)).text)
  const changed = new Set<string>()
  let line = 0
  for (const part of diffLines(text, readSource(readStep(at(variant)).text).text)) {
    if (part.added) continue
    for (let i = 1; i <= part.count; i++) {
      line++
      if (!part.removed) continue
      const around = regions.filter(({ first, last }) => first <= line && line <= last)
      changed.add(around[0]?.name ?? text.split('\n')[line - 1]!.trim())
    }
  }
  return [...changed]
}

test.each([
  // What is imported goes with what used it.
  ['3-password-flow/app.ts', '3-password-flow/leaky.patch', ['returns,', 'route']],
  ['4-jwt/app.ts', '4-jwt/secret.patch', ['key']],
])('%s and %s differ in %j and nowhere else', (step, variant, regions) => {
  expect(regionsChanged(step, variant)).toEqual(regions)
})

test('a patch that does not fit its step is refused by its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'variant-'))
  writeFileSync(join(folder, 'app.ts'), 'one\ntwo\n')
  writeFileSync(
    join(folder, 'x.patch'),
    '--- app.ts\n+++ x.ts\n@@ -1,2 +1,2 @@\n three\n-two\n+2\n',
  )
  expect(() => readStep(join(folder, 'x.patch'))).toThrow(/x\.patch does not fit .*app\.ts/)
})

test('a step is read as it is', () => {
  const file = at('1-first-steps/app.ts')
  expect(readStep(file).files).toEqual([file])
})
