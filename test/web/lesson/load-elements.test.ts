/** Elements of the prose are loaded with the lesson that has them. */

import { html, type TemplateResult } from 'lit'
import { expect, test } from 'vitest'
import { loadElements } from '../../../web/lesson/load-elements.ts'
import type { PageProse, Prose } from '../../../web/lesson/prose.ts'

const proseWith = (after: TemplateResult) => {
  const first: PageProse = { title: '', text: html``, options: {}, parts: {}, hints: [], after }
  return { pages: { first } } as Partial<Prose> as Prose
}

test('what is not in the prose is not loaded, what is in it is, wherever it stands', async () => {
  await loadElements(proseWith(html`<p>See <bp-term name="jwt">JWT</bp-term></p>`))
  await customElements.whenDefined('bp-term')
  expect(customElements.get('bp-bcrypt-chart')).toBeUndefined()

  await loadElements(proseWith(html`<bp-bcrypt-chart></bp-bcrypt-chart>`))
  await customElements.whenDefined('bp-bcrypt-chart')
  expect(customElements.get('bp-flow')).toBeUndefined()

  await loadElements(proseWith(html`<bp-flow></bp-flow>`))
  await customElements.whenDefined('bp-flow')
})
