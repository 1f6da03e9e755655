/** The house is made of files of one idea each. */

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

const files = ['server', 'lessons', 'web'].flatMap((room) =>
  readdirSync(`${root}${room}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${room}/${name.replaceAll('\\', '/')}`)
    // Words are tables.
    .filter((name) => name.endsWith('.ts') && !/node_modules|^web\/words\//.test(name)),
)

test('no file has more than 300 lines, but for tables of words', () => {
  const lines = (name: string) => readFileSync(`${root}${name}`, 'utf8').split('\n').length - 1
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((name) => lines(name) > 300)).toEqual([])
})
