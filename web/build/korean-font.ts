/** Noto Sans KR for the page: the letters of the course in slices of their own, and whole slices for any other. */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { trimFont } from './trim-font.ts'

/** A slice: its `@font-face` rule, its file, and the code points of its `unicode-range`, each pair with both its ends. */
interface Face {
  rule: string
  file: string
  ranges: [from: number, to: number][]
}

const SHEET = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-kr/wght.css')

const PART = /\/noto-sans-kr\/wght\.css\?(?:(course|all)|letters=(.+))$/

/** Where the texts that learners read are written. */
const FOLDERS = ['lessons', 'web'].map((folder) =>
  fileURLToPath(new URL(`../../${folder}`, import.meta.url)),
)

/** All that Korean is written in: Hangul, Hanja, full-width forms. */
const ANY = 'U+1100-11FF, U+2E80-D7FF, U+F900-FAFF, U+FF00-FFEF'

/**
 * Gives Noto Sans KR's style sheet in parts. `wght.css?course` has the letters of the course, in slices with no
 * other, and in front of them a slice with no letter at all: a browser asks for it where a text has any other.
 * `wght.css?all` has the whole slices too, and `wght.css?letters=…` the letters named and no more.
 */
export function koreanFont(): Plugin {
  let read: string | undefined
  const courses = () => (read ??= courseLetters())
  return {
    name: 'korean-font',
    enforce: 'pre',
    async load(id) {
      const [known, part, named] = PART.exec(id) ?? []
      if (!known) return null
      if (named) return trimmedFaces(decodeURI(named))
      const course = await trimmedFaces(courses())
      // Where several faces have a letter, the last one is taken.
      if (part === 'course') return `${await emptyFace()}\n${course}`
      return `${faces()
        .map(({ rule }) => rule)
        .join('\n')}\n${course}`
    },
  }
}

/** Each letter that stands in the course's files and in the font, once. */
export function courseLetters(): string {
  const texts = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(md|ts|html)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  const all = faces()
  const letters = new Set(texts.join('').match(/[^\p{ASCII}\p{C}\p{Z}]/gu))
  return [...letters].filter((letter) => all.some((face) => has(face, letter))).join('')
}

function faces(): Face[] {
  const rules = readFileSync(SHEET, 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? []
  return rules.map((rule) => ({
    rule,
    file: join(dirname(SHEET), /url\(([^)]+)\)/.exec(rule)![1]!),
    ranges: [...rule.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(
      ([, from = '', to = from]) => [parseInt(from, 16), parseInt(to, 16)],
    ),
  }))
}

function has({ ranges }: Face, letter: string): boolean {
  const code = letter.codePointAt(0)!
  return ranges.some(([from, to]) => from <= code && code <= to)
}

/** Faces for these letters alone; a letter that two slices have is in the last one, as a browser takes it. */
async function trimmedFaces(letters: string): Promise<string> {
  const left = new Set(letters)
  const rules = faces()
    .toReversed()
    .map(async (face) => {
      const mine = [...left].filter((letter) => has(face, letter)).sort()
      if (mine.length === 0) return ''
      for (const letter of mine) left.delete(letter)
      const codes = mine.map((letter) => `U+${letter.codePointAt(0)!.toString(16)}`)
      return faceWith(face, await trimFont(face.file, mine.join('')), codes.join(','))
    })
  return (await Promise.all(rules)).filter(Boolean).join('\n')
}

/** It has one letter that no text asks it for: browsers refuse a font without any. */
async function emptyFace(): Promise<string> {
  const other = '·'
  const face = faces().find((one) => has(one, other))!
  return faceWith(face, await trimFont(face.file, other), ANY)
}

/** A face that differs from a slice's in its file and its letters alone: else it would be of another font. */
function faceWith({ rule }: Face, file: string, range: string): string {
  const url = relative(dirname(SHEET), file).replaceAll('\\', '/')
  return rule
    .replace(/url\([^)]+\)/, `url("${url}")`)
    .replace(/unicode-range:[^;]*/, `unicode-range: ${range}`)
}
