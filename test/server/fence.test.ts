/** What must not compile: a step app or a security block that knows where it runs, and a step without its guard. */

import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { problemsOf } from '../support/compile.ts'
import { appsOf } from '../support/lesson-files.ts'

/** Each folder behind the fence, with a file that could stand there. */
const BEHIND = ['server/security', 'server/stage', 'server/playground', 'lessons/1-first-steps']

const FOREIGN = {
  process: 'export const where = process.env',
  document: 'export const where = document.title',
  window: 'export const where = window.location',
  Buffer: "export const where = Buffer.from('')",
  require: "export const where = require('node:fs')",
}

const rows = BEHIND.flatMap((folder) =>
  Object.entries(FOREIGN).map(([name, text]) => ({
    file: `${folder}/fence-${name}.ts`,
    name,
    text,
  })),
)

const step2 = readFileSync(new URL('../../lessons/2-current-user/app.ts', import.meta.url), 'utf8')

/** Ways to forget the scheme of step 2. */
const UNGUARDED = {
  'lessons/2-current-user/no-guard.ts': step2.replace('depends(oauth2Scheme, ', 'depends('),
  'lessons/2-current-user/no-user.ts': step2.replace("'/users/me', currentUser,", "'/users/me',"),
}

const variants = lessons.flatMap((lesson) =>
  [...appsOf(lesson)]
    .filter(([file]) => file.endsWith('.patch'))
    .map(([file, text]) => ({ file: file.replace('.patch', '-variant.ts'), text })),
)

let problems: Record<string, string[]>

beforeAll(() => {
  problems = problemsOf({
    ...Object.fromEntries([...rows, ...variants].map(({ file, text }) => [file, text])),
    ...UNGUARDED,
    'lessons/2-current-user/as-it-is.ts': step2,
  })
}, 120_000)

test.each(rows)('$file does not compile: there is no $name', ({ file, name }) => {
  expect(problems[file]).toEqual([expect.stringContaining(`Cannot find name '${name}'`)])
})

test('step 2 compiles as it is', () => {
  expect(problems['lessons/2-current-user/as-it-is.ts']).toEqual([])
})

test.each(Object.keys(UNGUARDED))('%s, step 2 without its scheme, does not compile', (file) => {
  expect(UNGUARDED[file as keyof typeof UNGUARDED]).not.toBe(step2)
  expect(problems[file]).not.toEqual([])
})

test('there are variants', () => {
  expect(variants.length).toBeGreaterThan(0)
})

test.each(variants)('the variant $file compiles', ({ file }) => {
  expect(problems[file]).toEqual([])
})
