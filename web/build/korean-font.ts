/** Noto Sans KR, cut in two for the page: the slices that the course's own texts are set in, and the others. */

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** A slice: its `@font-face` rule, and the code points of its `unicode-range`, each pair with both its ends. */
interface Face {
  rule: string
  ranges: [from: number, to: number][]
}

const SHEET = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-kr/wght.css')

const PART = /\/noto-sans-kr\/wght\.css\?(?:(course|others)|letters=(.+))$/

const LETTERS = 'virtual:course-letters'

/** Where the texts that learners read are written. */
const FOLDERS = ['lessons', 'web'].map((folder) =>
  fileURLToPath(new URL(`../../${folder}`, import.meta.url)),
)

/**
 * Gives Noto Sans KR's style sheet in parts: `wght.css?course` has the faces with a letter of the course,
 * `wght.css?others` those without, and `wght.css?letters=…` faces for the letters named and no more.
 * `virtual:course-letters` is a text with each letter of the course that the font has.
 */
export function koreanFont(): Plugin {
  let read: string | undefined
  const courses = () => (read ??= courseLetters())
  return {
    name: 'korean-font',
    enforce: 'pre',
    resolveId: (id) => (id === LETTERS ? `\0${LETTERS}` : null),
    load(id) {
      if (id === `\0${LETTERS}`) return `export default ${JSON.stringify(courses())}`
      const [known, part, named] = PART.exec(id) ?? []
      if (!known) return null
      if (named) return decodeURI(named).replace(/./gu, (letter) => `${faceOf(letter)}\n`)
      const wanted = faces().filter((face) => hasAny(face, courses()) === (part === 'course'))
      return wanted.map(({ rule }) => rule).join('\n')
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
  return [...letters].filter((letter) => all.some((face) => hasAny(face, letter))).join('')
}

function faces(): Face[] {
  const rules = readFileSync(SHEET, 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? []
  return rules.map((rule) => ({
    rule,
    ranges: [...rule.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(
      ([, from = '', to = from]) => [parseInt(from, 16), parseInt(to, 16)],
    ),
  }))
}

function hasAny({ ranges }: Face, letters: string): boolean {
  return Array.from(letters).some((letter) => {
    const code = letter.codePointAt(0)!
    return ranges.some(([from, to]) => from <= code && code <= to)
  })
}

/** A face for one letter alone. */
function faceOf(letter: string): string {
  const face = faces().find((one) => hasAny(one, letter))
  if (!face) throw new Error(`Noto Sans KR has no ${letter}`)
  const code = letter.codePointAt(0)!.toString(16)
  return face.rule.replace(/unicode-range:[^;]*/, `unicode-range: U+${code}`)
}
