/** What the built page weighs before it is of use, and what it leaves for later. */

import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import firstSteps from '../../lessons/1-first-steps/lesson.ts'
import type { Language } from '../../lessons/lesson.ts'
import { en } from '../../web/words/en.ts'
import { ko } from '../../web/words/ko.ts'
import { built, captures, html, read, styles } from '../support/built-page.ts'

const chunks = built.filter((file) => /^assets\/[^/]+\.js$/.test(file))

/** The one chunk that fits; two of them would make every sum below a guess. */
function chunkWith(what: string, fits: (file: string, code: string) => boolean): string {
  const found = chunks.filter((file) => fits(file, read(file)))
  expect(found, what).toHaveLength(1)
  return found[0]!
}

/** A chunk and all that it imports before it runs. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const name of captures(read(file), /\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    withImports(`assets/${name}`, seen)
  }
  return seen
}

const entries = captures(html, /<script[^>]* src="\.\/([^"]+)"/g)
const preloads = captures(html, /<link rel="modulepreload"[^>]* href="\.\/([^"]+)"/g)

const firstChunks = [
  ...new Set([...entries, ...preloads].flatMap((file) => [...withImports(file)])),
]

/** The chunk that some code loads, when it is asked to, for one of the first lesson's files. */
function lessonChunk(name: string, loaders = firstChunks): string {
  const key = `${firstSteps.folder}/${name}":()=>`
  const lazy = loaders.map(read).flatMap((code) => code.split(key).slice(1))
  expect(lazy, key).toHaveLength(1)
  return `assets/${captures(lazy[0]!, /import\(["'`]\.\/([^"'`]+)["'`]\)/g)[0]}`
}

const chunkCalled = (name: string) => chunkWith(name, (file) => file.startsWith(`assets/${name}-`))

const LANGUAGES: [Language, skip: string][] = [
  ['en', en.skip],
  ['ko', ko.skip],
]

const wordsChunk = (skip: string) => chunkWith(`words: ${skip}`, (_, code) => code.includes(skip))

/** The first lesson's manifest, as the page loads it, or the worker. */
function manifestFor(loaders: string[]): string[] {
  const loading = loaders.map(read).join('')
  const file = chunkWith('the first manifest', (name, code) => {
    const [, short = ''] = name.split('/')
    return (
      name.startsWith('assets/lesson-') && code.includes('two-spellings') && loading.includes(short)
    )
  })
  return [...withImports(file)]
}

const toRead = (language: Language, skip: string) => [
  ...firstChunks,
  ...manifestFor(firstChunks),
  wordsChunk(skip),
  lessonChunk(`${language}.md`),
  lessonChunk('app.ts'),
]

function toAnswer() {
  const worker = chunkCalled('answer-page')
  const app = lessonChunk('app.ts', [worker])
  const files = [
    chunkCalled('mock'),
    chunkCalled('exchange'),
    chunkCalled('runner.worker'),
    worker,
    app,
  ]
  return [...files.flatMap((file) => [...withImports(file)]), ...manifestFor([worker])]
}

/** Kilobytes on the wire, each file compressed by itself. */
function weight(files: string[]): number {
  const bytes = [...new Set(files)].map((file) => gzipSync(read(file)).byteLength)
  return bytes.reduce((sum, some) => sum + some, 0) / 1000
}

describe.each(LANGUAGES)('in the language %s', (language, skip) => {
  test('a lesson can be read after 62 kB of script', () => {
    expect(weight(toRead(language, skip))).toBeLessThanOrEqual(62)
  })

  test('the first answer comes in the browser after 120 kB of script', () => {
    const files = [...toRead(language, skip), ...toAnswer()]
    expect(weight(files)).toBeLessThanOrEqual(120)
  })
})

test('the page is styled by 15 kB at most', () => {
  expect(styles).not.toEqual([])
  expect(weight(styles)).toBeLessThanOrEqual(15)
})

test('styles come without the comments of who wrote them', () => {
  const commented = chunks.filter((file) => /\/\* [A-Z]/.test(read(file)))
  expect(commented.filter((file) => read(file).includes(':host'))).toEqual([])
})

/** Strings that stand in a library, whatever a minifier does to it. */
const MARKS = {
  MSW: '[MSW]',
  Hono: 'Context is not finalized',
  jose: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  bcryptjs: 'Illegal salt length: ',
  'the token inspector': 'json-serialization',
  'our own Web Crypto': 'is not to be had over plain http',
}

const chunksWith = (mark: string) => chunks.filter((file) => read(file).includes(mark))

test.each(Object.entries(MARKS))('what the page loads first holds nothing of %s', (_, mark) => {
  expect(chunksWith(mark).filter((file) => firstChunks.includes(file))).toEqual([])
})

test.each([
  ['MSW', 'mock'],
  ['Hono', 'answer-page'],
  ['bcryptjs', 'bcrypt-measure.worker'],
  ['the token inspector', 'token-inspector'],
] as const)('%s is known by its mark where it is loaded', (library, name) => {
  const loaded = [...withImports(chunkCalled(name))]
  expect(chunksWith(MARKS[library]).filter((file) => loaded.includes(file))).not.toEqual([])
})

test('our own Web Crypto is loaded for itself alone, where there is none: no chunk brings it along', () => {
  const found = chunksWith(MARKS['our own Web Crypto'])
  expect(found.filter((file) => !/\/http-(crypto|runtime)-/.test(file))).toEqual([])
  const importers = chunks.filter(
    (file) => !found.includes(file) && found.some((one) => withImports(file).has(one)),
  )
  expect(importers).toEqual([])
  // For the page, for the worker of the shipped servers, and in a text for the learner's own.
  expect(found).toHaveLength(3)
  for (const file of found) expect(weight([file]), file).toBeLessThanOrEqual(8)
})

test('the first module of a worker is imported by none, or does nothing: WebKit would run it twice', () => {
  const workers = chunks.filter((file) => /\.worker-/.test(file))
  expect(workers).toHaveLength(2)
  const imported = workers.filter((worker) =>
    chunks.some((file) => read(file).includes(`from"./${worker.split('/').at(-1)!}"`)),
  )
  for (const worker of imported) expect(read(worker)).not.toMatch(/addEventListener|postMessage/)
})
