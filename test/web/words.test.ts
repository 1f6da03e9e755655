/** The page's words in both languages: the same keys, the same shape, and each in its own language. */

import { expect, test } from 'vitest'
import { en } from '../../web/words/en.ts'
import { keysWords } from '../../web/words/keys.ts'
import { ko } from '../../web/words/ko.ts'

type Speaker = (...given: unknown[]) => unknown
type Leaf = string | Speaker

/** Every text of a tree by its path; lists are trees too. */
function leaves(tree: object, path = ''): [path: string, leaf: Leaf][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, Leaf][] => {
    const here = path ? `${path}.${key}` : key
    if (typeof value === 'object' && value !== null) return leaves(value, here)
    return [[here, value as Leaf]]
  })
}

const english = new Map(leaves(en))
const korean = new Map(leaves(ko))
const both = [...english, ...korean]

/** What stands for any argument: a number that is text too, and under every name a fact could have. */
const given = (at: number) =>
  new Proxy(Object(4000 + at) as object, {
    get(number, key) {
      if (key === Symbol.toPrimitive) return () => 4000 + at
      const own = Reflect.get(number, key) as unknown
      if (typeof own === 'function') return own.bind(4000 + at) as unknown
      return typeof key === 'string' ? `[${key}]` : own
    },
  })

/** What a text says, its arguments filled in. */
const say = (leaf: Leaf): string =>
  typeof leaf === 'string'
    ? leaf
    : String(leaf(...Array.from({ length: leaf.length }, (_, at) => given(at))))

/** The parts of a sentence that came from its arguments. */
const filledIn = (text: string) => text.match(/400\d|\[\w+\]/g)?.sort() ?? []

/** Every text of a language by its path, as something to compare. */
const each = (texts: Map<string, Leaf>, what: (leaf: Leaf) => unknown) =>
  Object.fromEntries([...texts].map(([path, leaf]) => [path, what(leaf)]))

test('both languages have the same keys, and sentences with the same number of arguments', () => {
  const shape = (leaf: Leaf) => (typeof leaf === 'string' ? 'text' : leaf.length)
  expect(each(korean, shape)).toEqual(each(english, shape))
})

test('both languages speak of the same things', () => {
  const things = (leaf: Leaf) => filledIn(say(leaf))
  expect(each(korean, things)).toEqual(each(english, things))
})

test('no text is empty, padded with blanks, or has a hole', () => {
  const wrong = both.filter(([, leaf]) => !/^\S(.*\S)?$/s.test(say(leaf)))
  const holes = both.filter(([, leaf]) => /undefined|null|NaN|\[object/.test(say(leaf)))
  expect([...wrong, ...holes].map(([path]) => path)).toEqual([])
})

/** Names, and what HTTP itself calls things: they are the same everywhere. */
const SAME = ['brand', 'form.authorization', 'exchange.api', 'exchange.milliseconds', 'tabs.docs']

/** Each language's id, and the other's own name in its own letters. */
const OTHERS_NAME = ['id', 'other.code', 'other.name']

const hasHangul = (text: string) => /\p{Script=Hangul}/u.test(text)

test('what is not in Korean letters is short, listed, and the same in English', () => {
  const latin = [...korean].filter(([, leaf]) => !hasHangul(say(leaf))).map(([path]) => path)
  const names = latin.filter((path) => !OTHERS_NAME.includes(path))
  expect(names.sort()).toEqual(SAME.sort())
  const spelt = (texts: Map<string, Leaf>) =>
    names.map((path) => say(texts.get(path)!).toLowerCase())
  expect(spelt(korean)).toEqual(spelt(english))
})

test('nothing is in Korean letters in English but the other language’s name', () => {
  const found = [...english].filter(([, leaf]) => hasHangul(say(leaf))).map(([path]) => path)
  expect(found).toEqual(['other.name'])
})

test('the keys are the same, and mean something in each language', () => {
  const { en: english, ko: korean } = keysWords
  expect(korean.list.map(([key]) => key)).toEqual(english.list.map(([key]) => key))
  expect(english.list.filter(([, meaning]) => hasHangul(meaning))).toEqual([])
  expect(korean.list.filter(([, meaning]) => !hasHangul(meaning))).toEqual([['d', 'Docs']])
})

test('each language leads to the other', () => {
  expect([en.other.code, ko.other.code]).toEqual(['ko', 'en'])
  expect([en.other.name, ko.other.name]).toEqual([ko.language, en.language])
})
