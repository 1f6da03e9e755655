/** Where a region of ours stands in the text that a learner has made of it. */

import { diffLines } from 'diff'
import { expect, test } from 'vitest'
import { pointedIn } from '../../../../web/panels/own/own-answer.ts'

const OURS = ['import', 'guard', 'route {', '  answer', '}', 'export', ''].join('\n')
const regions = [{ name: 'route', first: 3, last: 5 }]

/** What is brought into view of a text, for a link to the route. */
function pointed(
  yours: string,
  {
    isOpened = false,
    ...part
  }: {
    region?: string
    block?: string
    own?: object
    compiler?: undefined
    isOpened?: boolean
  } = {},
) {
  const looked = {
    own: {},
    source: { text: OURS, regions },
    region: 'route',
    block: '',
    compiler: { diffLines },
    ...part,
  }
  const range = pointedIn(looked as never, { text: yours } as never, isOpened)
  return range && yours.slice(range.from, range.to)
}

const ROUTE = 'route {\n  answer\n}'

test.each([
  ['as it was', OURS, ROUTE],
  ['with lines above it', `one\ntwo\n${OURS}`, ROUTE],
  ['without a line above it', OURS.replace('guard\n', ''), ROUTE],
  [
    'with a line more in it',
    OURS.replace('answer', 'answer\n  more'),
    'route {\n  answer\n  more\n}',
  ],
  ['with a line more at its end', OURS.replace('}\n', '}\nmore\n'), `${ROUTE}\nmore`],
  ['whose first line is another', OURS.replace('route {', 'road {'), 'road {\n  answer\n}'],
  ['that lacks it', 'import\nguard\nexport\n', 'export'],
  ['of another kind', 'nothing\nalike', 'nothing'],
])('in a text %s', (_, yours, shown) => {
  expect(pointed(yours)).toBe(shown)
})

test('a task is opened where it is to be written, and a text points at all of the region', () => {
  const text = OURS.replace('  answer', '  answer\n  // Yours to write: nothing.')
  const given = { text, regions: [{ name: 'route', first: 3, last: 6 }] }
  expect(pointed(text, { own: { given }, isOpened: true })).toBe('  // Yours to write: nothing.\n}')
  expect(pointed(text, { own: { given } })).toContain('route {')
})

test('before the editor has come, what is as it was is pointed at, and nothing in another text', () => {
  expect(pointed(OURS, { compiler: undefined })).toBe(ROUTE)
  expect(pointed(`one\n${OURS}`, { compiler: undefined })).toBeUndefined()
})

test('in a security block, and for a name that is none, nothing is pointed at', () => {
  expect(pointed(OURS, { block: 'security/bearer.ts' })).toBeUndefined()
  expect(pointed(OURS, { region: 'toString' })).toBeUndefined()
})
