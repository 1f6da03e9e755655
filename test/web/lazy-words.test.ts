/** The words that are loaded with what says them: each in its own language. */

import { expect, test } from 'vitest'
import { clockWords } from '../../web/words/clock.ts'
import { comparisonWords } from '../../web/words/comparison.ts'
import { docsWords } from '../../web/words/docs.ts'
import { editorWords } from '../../web/words/editor.ts'
import { gatesWords } from '../../web/words/gates.ts'
import { presentWords } from '../../web/words/present.ts'

/** Every text of a tree, sentences with their arguments filled in. */
function texts(tree: object): string[] {
  return Object.values(tree).flatMap((leaf: unknown) => {
    if (typeof leaf === 'object' && leaf !== null) return texts(leaf)
    return typeof leaf === 'function' ? String(leaf(1, 2, 3, 4)) : String(leaf)
  })
}

const hasHangul = (text: string) => /\p{Script=Hangul}/u.test(text)

test.each([
  ['the clock', clockWords, ['UTC 1']],
  ['opened gates', gatesWords, ['alg', 'exp', 'sub', 'UTC 1']],
  ['comparisons', comparisonWords, []],
  ['docs pages', docsWords, []],
  ['the editor', editorWords, []],
  ['presentations', presentWords, presentWords.ko.keys.map(([keys]) => keys)],
])('of %s are Korean in Korean, but for names, and English in English', (_, words, names) => {
  expect(texts(words.en).filter(hasHangul)).toEqual([])
  expect(texts(words.ko).filter((text) => !hasHangul(text))).toEqual(names)
})
