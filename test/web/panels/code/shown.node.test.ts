/** A server's twin for FastAPI: what is said below it, and where it is opened. */

import { expect, test } from 'vitest'
import { shownTwin } from '../../../../web/panels/code/shown.ts'
import { codeWords } from '../../../../web/words/code.ts'

const own = codeWords.en
const text = 'def one():\n    pass\n\n\ndef two():\n    pass\n'
const twin = { file: 'main.py', text, lines: [], regions: [{ name: 'two', first: 5, last: 6 }] }

test.each([
  ['of the server that is asked', '', false, own.twinNotRun],
  ['of the lesson’s own server, where a copy of it is to be written', '', true, own.twinOfTask],
  ['where a text points at', 'two', false, own.twinNotRun],
  ['where a text points at what the twin has not', 'three', true, own.noRegion('three')],
])('%s says what it is', (_, region, isTask, note) => {
  const shown = shownTwin(twin, { region, own }, isTask)
  expect(shown.note.text).toBe(note)
  const reveal = shown.reveal && text.slice(shown.reveal.from, shown.reveal.to)
  expect(reveal).toBe(region === 'two' ? 'def two():\n    pass' : undefined)
})
