/** Elements of the prose are loaded with the lesson that has them. */

import { html, type TemplateResult } from 'lit'
import { expect, test } from 'vitest'
import { lessonCalled } from '../../../lessons/index.ts'
import { loadElements, loadTools } from '../../../web/app/load-elements.ts'
import type { PageProse, Prose } from '../../../web/lesson/prose.ts'

const proseWith = (after: TemplateResult) => {
  const first: PageProse = {
    title: '',
    text: html``,
    options: {},
    parts: {},
    checks: {},
    fails: {},
    hints: [],
    after,
  }
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

test.each([
  ['current-user', 'by-hand', 'bp-reading'],
  ['password-flow', 'login', 'bp-header-rows'],
  ['jwt', 'clock', 'bp-lab-clock'],
  ['stolen-cookie', 'steal', 'bp-attack'],
])('what %s/%s stands with is loaded before it: <%s>', async (slug, id, tag) => {
  expect(customElements.get(tag)).toBeUndefined()
  const lesson = await lessonCalled(slug)
  await loadTools(
    lesson!,
    lesson!.pages.find((page) => page.id === id)!,
  )
  expect(customElements.get(tag)).toBeDefined()
})
