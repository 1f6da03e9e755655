/** Two sources as one: what changed, and where nothing did. */

import { describe, expect, test } from 'vitest'
import { diffOf, type DiffPiece } from '../../../web/two-servers/source-diff.ts'
import '../../../web/two-servers/source-diff.ts'
import { en } from '../../../web/words/en.ts'
import { all, BOTH, expectAccessible, mount, textIn } from '../../support/fixture.ts'

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
const text = (...all: string[]) => all.map((line) => `${line}\n`).join('')

describe('a diff', () => {
  test.each<{ what: string; old: string; new: string; pieces: DiffPiece[] }>([
    {
      what: 'of a changed line',
      old: text('a', 'b', 'c'),
      new: text('a', 'x', 'c'),
      pieces: [
        { kind: 'alike', lines: ['a'] },
        { kind: 'removed', lines: ['b'] },
        { kind: 'added', lines: ['x'] },
        { kind: 'alike', lines: ['c'] },
      ],
    },
    {
      what: 'of a line put in at the end',
      old: text('a'),
      new: text('a', 'b'),
      pieces: [
        { kind: 'alike', lines: ['a'] },
        { kind: 'added', lines: ['b'] },
      ],
    },
    {
      what: 'folds what is alike far from the change',
      old: text(...lines(1, 9), 'b'),
      new: text(...lines(1, 9)),
      pieces: [
        { kind: 'folded', count: 7 },
        { kind: 'alike', lines: ['8', '9'] },
        { kind: 'removed', lines: ['b'] },
      ],
    },
    {
      what: 'keeps both ends of a stretch between two changes',
      old: text('a', ...lines(1, 8), 'b'),
      new: text('x', ...lines(1, 8), 'y'),
      pieces: [
        { kind: 'removed', lines: ['a'] },
        { kind: 'added', lines: ['x'] },
        { kind: 'alike', lines: ['1', '2'] },
        { kind: 'folded', count: 4 },
        { kind: 'alike', lines: ['7', '8'] },
        { kind: 'removed', lines: ['b'] },
        { kind: 'added', lines: ['y'] },
      ],
    },
  ])('$what', ({ old, new: after, pieces }) => {
    expect(diffOf(old, after)).toEqual(pieces)
  })

  test.each([
    [text(...lines(1, 30)), text(...lines(5, 40))],
    [text('a', 'b'), text()],
    [text(), text('a', '', 'b')],
  ])('leaves out no line of either source', (old, after) => {
    const counted = (kinds: string[]) =>
      diffOf(old, after).reduce((sum, piece) => {
        if (piece.kind === 'folded') return sum + piece.count
        return kinds.includes(piece.kind) ? sum + piece.lines.length : sum
      }, 0)
    const length = (source: string) => source.split('\n').length - 1
    expect(counted(['alike', 'removed'])).toBe(length(old))
    expect(counted(['alike', 'added'])).toBe(length(after))
  })
})

const show = (words = en) =>
  mount('bp-source-diff', { old: text('a', 'b'), new: text('a', 'x'), words, ariaLabel: 'diff' })

test('says without colour what went and what came', async () => {
  const diff = await show()
  expect(all(diff, 'del').map(textIn)).toEqual(['− taken out: b'])
  expect(all(diff, 'ins').map(textIn)).toEqual(['+ put in: x'])
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  await expectAccessible(await show(words))
})
