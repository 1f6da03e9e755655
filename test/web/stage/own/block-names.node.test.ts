/** Which security blocks can be a learner's own: all but those that the host around every server has too. */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isHostBlock, mayBeOwn } from '../../../../web/stage/own/block-names.ts'

const folder = new URL('../../../../server/', import.meta.url)
const files = readdirSync(new URL('security', folder)).map((name) => `security/${name}`)
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')

/** The blocks that a file names at run time: a type is gone by then. */
const usedBy = (file: string) =>
  [...read(file).matchAll(/^import (?!type)[^'"]*['"](?:\.\.\/security|\.)\/(\w[\w-]*\.ts)['"]/gm)]
    .map(([, name]) => `security/${name}`)
    .filter((used) => files.includes(used))

test('each block is the host’s or can be the learner’s', () => {
  expect(files.filter((file) => isHostBlock(file) === mayBeOwn(file))).toEqual([])
  expect(files.filter(isHostBlock)).toHaveLength(6)
})

test.each(files.filter(isHostBlock))('%s is made of none that can be the learner’s', (file) => {
  expect(usedBy(file).filter(mayBeOwn)).toEqual([])
})

describe('what stands around a learner’s server is made with the host’s blocks alone', () => {
  const around = readdirSync(new URL('stage', folder)).map((name) => `stage/${name}`)

  test.each(around)('%s', (file) => {
    expect(usedBy(file).filter(mayBeOwn)).toEqual([])
  })
})

test.each(['4-jwt/app', 'stage/step-host.ts', '__proto__', ''])('“%s” is no block', (file) => {
  expect(mayBeOwn(file)).toBe(false)
})
