/** The inspector's words in both languages: the same keys and arguments, each in its own letters. */

import { expect, test } from 'vitest'
import { KNOWN } from '../../../web/token/known-claims.ts'
import { claimWords } from '../../../web/words/claims.ts'
import { tokenProblemWords } from '../../../web/words/token-problems.ts'
import { tokenWords } from '../../../web/words/token.ts'

type Leaf = string | ((...given: unknown[]) => string)

function leaves(tree: object, path = ''): [path: string, leaf: Leaf][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, Leaf][] =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}.${key}`)
      : [[`${path}.${key}`, value as Leaf]],
  )
}

const FACTS = { part: '<part>', at: 4001, about: '<about>', count: 4002 }

/** What a text says; sentences about findings take facts by name, the others take what they take in order. */
const say = (leaf: Leaf) => {
  if (typeof leaf === 'string') return leaf
  const takesFacts = /^\(\{|^\(\)/.test(String(leaf))
  return takesFacts
    ? leaf(FACTS)
    : leaf(...Array.from({ length: leaf.length }, (_, at) => 4003 + at))
}

const filledIn = (text: string) => text.match(/<\w+>|400\d/g)?.sort() ?? []
const hasHangul = (text: string) => /\p{Script=Hangul}/u.test(text)

const ALL = { tokenWords, tokenProblemWords, claimWords }
const english = new Map(leaves(Object.entries(ALL).map(([, { en }]) => en)))
const korean = new Map(leaves(Object.entries(ALL).map(([, { ko }]) => ko)))

test('both languages have the same texts', () => {
  expect([...korean.keys()]).toEqual([...english.keys()])
})

test.each([...english])('%s speaks of the same in both', (path, leaf) => {
  expect(filledIn(say(korean.get(path)!))).toEqual(filledIn(say(leaf)))
})

test('no text is empty, padded with blanks, or has a hole', () => {
  const wrong = [...english, ...korean].filter(
    ([, leaf]) => !/^\S(.*\S)?$/s.test(say(leaf)) || /undefined|NaN|\[object/.test(say(leaf)),
  )
  expect(wrong.map(([path]) => path)).toEqual([])
})

test('each is in its own letters', () => {
  const latin = [...korean].filter(([, leaf]) => !hasHangul(say(leaf))).map(([, leaf]) => say(leaf))
  // A list of names that are the same everywhere.
  expect(latin.sort()).toEqual(['UTC', 'null'])
  expect([...english].filter(([, leaf]) => hasHangul(say(leaf)))).toEqual([])
})

test.each(['header', 'payload'] as const)('every known name of the %s is explained', (part) => {
  for (const { en, ko } of [claimWords]) {
    expect(Object.keys(en[part]).sort()).toEqual(Object.keys(KNOWN[part]).sort())
    expect(Object.keys(ko[part]).sort()).toEqual(Object.keys(KNOWN[part]).sort())
  }
})
