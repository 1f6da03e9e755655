/** A term in a sentence, and the popover with what it means. */

import { html, render } from 'lit'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { en as english } from '../../../lessons/glossary/en.ts'
import { ko as korean } from '../../../lessons/glossary/ko.ts'
import type { Term } from '../../../web/lesson/term.ts'
import '../../../web/lesson/term.ts'
import { glossaryWords } from '../../../web/words/glossary.ts'
import { ko } from '../../../web/words/ko.ts'
import { all, BOTH, expectAccessible, heard, one, textIn } from '../../support/fixture.ts'
import { provideContext } from '../../support/lesson-context.ts'

afterEach(() => provideContext({}))

/** A sentence with a term in it. */
function sentence(name = 'scheme'): Term {
  const main = document.createElement('main')
  document.body.append(main)
  onTestFinished(() => main.remove())
  render(html`<p>It is a <bp-term name=${name}>scheme</bp-term>, which …</p>`, main)
  return one(main, 'bp-term')
}

const buttonOf = (term: Term) => one(term, '.term', HTMLButtonElement)

const popoverOf = (term: Term) => one(term, '[popover]')

const isOpen = (term: Term) => popoverOf(term).matches(':popover-open')

/** The term, once its definition is there. */
async function shown(name?: string): Promise<Term> {
  const term = sentence(name)
  await expect.poll(() => all(term, '.term')).toHaveLength(1)
  return term
}

test('stands in its sentence without a blank of its own', async () => {
  const term = await shown()
  const { right } = term.getBoundingClientRect()
  const after = document.createRange()
  after.setStart(term.nextSibling!, 0)
  after.setEnd(term.nextSibling!, 1)
  expect(after.getBoundingClientRect().left - right).toBeLessThan(1)
})

test('a click on it tells name, meaning and source, and another closes it', async () => {
  const term = await shown()
  expect(isOpen(term)).toBe(false)
  await userEvent.click(buttonOf(term))
  expect(isOpen(term)).toBe(true)
  const popover = popoverOf(term)
  expect(textIn(one(popover, '#name'))).toBe('scheme')
  expect(textIn(one(popover, '#definition'))).toBe(english.scheme.replaceAll('`', ''))
  const link = one(popover, 'a')
  expect([textIn(link), link.getAttribute('href')]).toEqual([
    'RFC 9110 §11.1',
    'https://www.rfc-editor.org/rfc/rfc9110#section-11.1',
  ])
  await userEvent.click(buttonOf(term))
  expect(isOpen(term)).toBe(false)
})

test('opens by the keyboard, and Escape and its own button give the focus back to the word', async () => {
  const term = await shown()
  for (const close of ['escape', 'button']) {
    buttonOf(term).focus()
    await userEvent.keyboard('{Enter}')
    expect(isOpen(term)).toBe(true)
    expect(popoverOf(term).matches(':focus')).toBe(true)
    if (close === 'escape') await userEvent.keyboard('{Escape}')
    else all(popoverOf(term), 'button').at(-1)!.click()
    expect(isOpen(term), close).toBe(false)
    expect(buttonOf(term).matches(':focus'), close).toBe(true)
  }
})

test('lies wholly in the window', async () => {
  const term = await shown()
  buttonOf(term).click()
  const { left, right, top, bottom } = popoverOf(term).getBoundingClientRect()
  expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(innerWidth)
  expect(bottom).toBeLessThanOrEqual(innerHeight)
})

test('leads to all terms, closed and with the focus on the word', async () => {
  const term = await shown()
  const events = heard(document.body, 'show-glossary')
  buttonOf(term).click()
  all(popoverOf(term), '.way button')[0]!.click()
  expect(events).toHaveLength(1)
  expect(isOpen(term)).toBe(false)
  expect(buttonOf(term).matches(':focus')).toBe(true)
})

test('a term with one name in both languages says it once, and one without a source has no link', async () => {
  expect(textIn(one(await shown('jwt'), '#name'))).toBe('JWT')
  expect(all(await shown('dependency'), 'a')).toEqual([])
})

test('a name the glossary does not have stays plain text', async () => {
  const known = sentence('scheme')
  const unknown = sentence('no-such-term')
  await expect.poll(() => all(known, '.term')).toHaveLength(1)
  await unknown.updateComplete
  expect(all(unknown, 'button')).toEqual([])
  expect(textIn(unknown)).toBe('scheme')
})

test('follows the language of the page', async () => {
  const term = await shown()
  provideContext({ words: ko })
  await expect.poll(() => textIn(popoverOf(term))).toContain(korean.scheme.split('`')[0])
  expect(textIn(one(popoverOf(term), '#name'))).toBe('스킴 scheme')
})

test.each(BOTH)('speaks $language, and is accessible', async ({ words }) => {
  provideContext({ words })
  const term = await shown('form-encoding')
  await expectAccessible(term)
  buttonOf(term).click()
  const { all: allTerms, close } = glossaryWords[words.id]
  expect(all(popoverOf(term), '.way button').map(textIn)).toEqual([allTerms, close])
  expect(textIn(one(popoverOf(term), 'a'))).toBe(glossaryWords[words.id].appendix('6749', 'B'))
  await expectAccessible(term)
})
