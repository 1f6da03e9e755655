/** The built page's fonts: each with its license, and the Korean one behind all that a system has. */

import { expect, test } from 'vitest'
import { built, captures, read, styles } from '../support/built-page.ts'

const FAMILIES = ['inter', 'jetbrains-mono', 'noto-sans-kr']

test('every font comes with the license that it is under', () => {
  const fonts = built.filter((file) => file.endsWith('.woff2'))
  const family = (file: string) => FAMILIES.find((name) => file.startsWith(`assets/${name}-`))
  expect(fonts.filter((file) => !family(file))).toEqual([])
  expect(new Set(fonts.map(family)).size).toBe(FAMILIES.length)
  for (const name of FAMILIES) {
    expect(read(`assets/${name}-LICENSE.txt`)).toContain('SIL OPEN FONT LICENSE Version 1.1')
  }
})

test('the Korean font stands last in both stacks, and no style sheet that the page waits for has it', () => {
  const [theme] = styles.map(read)
  const stacks = captures(theme!, /--(?:sans|mono):([^;}]+)/g)
  expect(stacks).toHaveLength(2)
  for (const stack of stacks) expect(stack).toMatch(/, ?["']?Noto Sans KR Variable["']?$/)
  expect(theme).not.toContain('noto-sans-kr')
})
