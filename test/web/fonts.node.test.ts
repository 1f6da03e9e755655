/** The built page's fonts: each with its license, and the Korean one behind all that a system has. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { SIGNS } from '../../web/build/fonts.ts'
import { courseLetters } from '../../web/build/korean-font.ts'
import { built, captures, read, sizeOf, styles } from '../support/built-page.ts'

const FAMILIES = [
  'inter',
  'jetbrains-mono',
  'noto-sans-kr',
  'noto-sans-symbols',
  'noto-sans-symbols-2',
]

const SLICES = fileURLToPath(
  new URL('../../node_modules/@fontsource-variable/noto-sans-kr/files', import.meta.url),
)

/** The style sheets that only Korean pages load. */
const sheets = built.filter((file) => /^assets\/(korean-font|wght)-.*\.css$/.test(file)).map(read)

interface Face {
  file: string
  range: string
}

/** The slices that a style sheet has, by file, and the letters each is asked for. */
const facesIn = (sheet: string): Face[] =>
  captures(sheet, /@font-face\{([^}]*noto-sans-kr[^}]*)\}/g).map((rule) => ({
    file: captures(rule, /(noto-sans-kr-[^)"']*)/g)[0]!,
    range: captures(rule, /unicode-range:([^;}]*)/g)[0]!.toUpperCase(),
  }))

/** Kilobytes of the files, which are compressed in themselves. */
const weight = (faces: Face[]) =>
  faces.reduce((sum, { file }) => sum + sizeOf(`assets/${file}`), 0) / 1000

function has(range: string, letter: string): boolean {
  const code = letter.codePointAt(0)!
  return range.split(',').some((part) => {
    const [from, to = from] = part.replace('U+', '').split('-')
    return parseInt(from!, 16) <= code && code <= parseInt(to!, 16)
  })
}

test('every font comes with the license that it is under', () => {
  const fonts = built.filter((file) => file.endsWith('.woff2'))
  const family = (file: string) => FAMILIES.findLast((name) => file.startsWith(`assets/${name}-`))
  expect(fonts.filter((file) => !family(file))).toEqual([])
  expect(new Set(fonts.map(family)).size).toBe(FAMILIES.length)
  for (const name of FAMILIES) {
    expect(read(`assets/${name}-LICENSE.txt`)).toContain('SIL OPEN FONT LICENSE Version 1.1')
  }
})

test('every sign that the page draws is in a font that comes with it', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const files = ['web', 'lessons'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|md|html|css)$/.test(file))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  )
  const drawn = new Set(
    files.flatMap(
      (text) =>
        text.match(/[\u2070-\u20ab\u20ad-\u2121\u2123-\u2211\u2213\u2214\u2216-\u2bff]/g) ?? [],
    ),
  )
  // The Latin fonts have the first two; phones, for which the others are, have them.
  const others = [...drawn].filter((sign) => !SIGNS.includes(sign))
  expect(others.sort()).toEqual(['↑', '↓', '↶', '↷', '⇥'])
  const ranges = styles
    .map(read)
    .flatMap((sheet) => captures(sheet, /@font-face\{([^}]*noto-sans-symbols[^}]*)\}/g))
    .map((rule) => captures(rule, /unicode-range:([^;}]*)/g)[0]!.toUpperCase())
  expect(ranges).toHaveLength(2)
  expect(Array.from(SIGNS).filter((sign) => !ranges.some((range) => has(range, sign)))).toEqual([])
})

test('the Korean font stands behind all that a system has in both stacks, with what stands in for it alone behind it', () => {
  const [theme] = styles.map(read)
  const stacks = captures(theme!, /--(?:sans|mono):([^;}]+)/g)
  expect(stacks).toHaveLength(2)
  for (const stack of stacks) {
    expect(stack).toMatch(/, ?["']?Noto Sans KR Variable["']?, ?["']?Noto Sans KR Stand-in["']?$/)
  }
})

test('the style sheet that the page waits for has the Korean font for one word alone', () => {
  const faces = styles.map(read).flatMap(facesIn)
  const letters = faces.flatMap(({ range }) => range.split(','))
  expect(letters.sort()).toEqual(['U+AD6D', 'U+C5B4', 'U+D55C'])
  expect(weight(faces)).toBeLessThanOrEqual(3)
})

test('a Korean page waits for the letters of the course alone, in slices that have no other, and whole slices are in a sheet of their own', () => {
  expect(sheets).toHaveLength(2)
  const [[empty, ...course], all] = sheets
    .map(facesIn)
    .sort((one, other) => one.length - other.length) as [Face[], Face[]]
  const ranges = course.flatMap(({ range }) => range.split(','))
  const letters = ranges.map((range) => String.fromCodePoint(parseInt(range.slice(2), 16)))
  expect(letters.sort()).toEqual(Array.from(courseLetters()).sort())
  expect(weight(course)).toBeLessThanOrEqual(132)
  expect(has(empty!.range, '뷁')).toBe(true)
  expect(weight([empty!])).toBeLessThanOrEqual(1.2)
  const whole = readdirSync(SLICES).filter((file) => file.endsWith('.woff2'))
  expect(all).toHaveLength(whole.length + course.length)
  // Of several faces with a letter a browser takes the last one.
  expect(all.slice(whole.length)).toEqual(course)
})
