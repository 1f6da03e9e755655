/** What of a page's text is shown one after the other. */

import { html } from 'lit'
import { expect, test } from 'vitest'
import { firstWords, nameOfRequest } from '../../../web/present/first-words.ts'
import { blocksOf } from '../../../web/present/page-facts.ts'

test('a text has as many blocks as stand beside each other in it, whatever is in them', () => {
  const text = html`<p>One <code>two</code><br />three <bp-region name="x">four</bp-region>.</p>
    <ul>
      <li>
        <p>five</p>
      </li>
    </ul>
    <pre><code>six</code></pre>
    <bp-flow></bp-flow>`
  expect(blocksOf(text)).toEqual(['p', 'ul', 'pre', 'bp-flow'])
})

test('where nothing is said there is none', () => {
  expect(blocksOf(undefined)).toEqual([])
  expect(blocksOf(html``)).toEqual([])
})

test('a paragraph is known by its first words, and a request by what the text calls it', () => {
  const text = html`<p>
      Its <bp-term name="exp">end</bp-term> &amp; a <code>sub</code>, and many more words that nobody
      needs to know it.
    </p>
    <p>Short.</p>
    <p>You send <bp-request name="copy">the copy</bp-request>.</p>`
  expect([0, 1, 2, 3].map((block) => firstWords(text, block))).toEqual([
    'Its end & a sub, and many more words that…',
    'Short.',
    'You send the copy.',
    '',
  ])
  expect(firstWords(undefined)).toBe('')
  expect([nameOfRequest(text, 'copy'), nameOfRequest(text, 'other')]).toEqual(['the copy', ''])
})
