/** What of a page's text is shown one after the other. */

import { html } from 'lit'
import { expect, test } from 'vitest'
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
