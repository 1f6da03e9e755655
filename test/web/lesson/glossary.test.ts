/** All terms in a dialog: their order, the filter, the way out. */

import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { terms } from '../../../lessons/glossary/terms.ts'
import '../../../web/lesson/glossary.ts'
import { en, type Words } from '../../../web/words/en.ts'
import { glossaryWords } from '../../../web/words/glossary.ts'
import { ko } from '../../../web/words/ko.ts'
import {
  all,
  BOTH,
  byRole,
  expectAccessible,
  mount,
  one,
  textIn,
  write,
} from '../../support/fixture.ts'

async function opened(words: Words = en) {
  const glossary = await mount('bp-glossary', { words })
  await glossary.open()
  return glossary
}

const dialogIn = (glossary: Element) =>
  byRole<HTMLDialogElement>(glossary, 'dialog', undefined, { includeHidden: true })[0]!

const listed = (glossary: Element) => all(glossary, '[data-term]').map((row) => row.dataset['term'])

const search = (glossary: Element, text: string) =>
  write(byRole<HTMLInputElement>(glossary, 'searchbox')[0]!, text)

test('is closed until it is opened', async () => {
  const glossary = await mount('bp-glossary', { words: en })
  expect(dialogIn(glossary).open).toBe(false)
  await glossary.open()
  expect(dialogIn(glossary).open).toBe(true)
})

test.each(BOTH)('has every term of the lessons in $language', async ({ words }) => {
  const glossary = await opened(words)
  expect(new Set(listed(glossary))).toEqual(new Set(Object.keys(terms)))
  expect(textIn(byRole(glossary, 'status')[0]!)).toBe(
    glossaryWords[words.id].found(Object.keys(terms).length),
  )
})

test('is in the order of the English alphabet, capitals or not', async () => {
  const names = all(await opened(), 'dfn').map(textIn)
  expect(names.slice(0, 3)).toEqual(['access token', 'answer', 'authentication'])
  expect(names.slice(-2)).toEqual(['upstream', 'XSS'])
})

test('is in the order of the Korean alphabet, and Latin letters come after it', async () => {
  const names = all(await opened(ko), 'dfn').map(textIn)
  expect(names.slice(0, 4)).toEqual(['가드', '검사', '대칭 키', '라우트'])
  const firstLatin = names.findIndex((name) => /^[a-z]/i.test(name))
  expect(names.slice(firstLatin).every((name) => /^[a-z]/i.test(name))).toBe(true)
})

test('beside a Korean name stands the English one of the standard', async () => {
  const glossary = await opened(ko)
  expect(textIn(one(glossary, '[data-term=answer] .other'))).toBe('response')
  expect(textIn(one(glossary, '[data-term=request] .other'))).toBe('request')
})

test('says of each where it is defined and which lesson introduces it', async () => {
  const row = one(await opened(), '[data-term=salt]')
  const links = byRole<HTMLAnchorElement>(row, 'link')
  expect(links.map((link) => [textIn(link), link.getAttribute('href')])).toEqual([
    ['RFC 8018 §4.1', 'https://www.rfc-editor.org/rfc/rfc8018#section-4.1'],
    ['Lesson 4 · JWT', '#/en/jwt'],
  ])
})

test.each([
  ['a name', 'CSRF', 'csrf'],
  ['a name in small letters', 'jose h', 'jose-header'],
  ['a name with blanks around it', '  salt ', 'salt'],
  ['a name in the other language', '인가 서버', 'authorization-server'],
  ['Korean in single letters', '인가 서버'.normalize('NFD'), 'authorization-server'],
  ['a definition', 'document.cookie', 'http-only'],
])('finds a term by %s', async (_, text, id) => {
  const glossary = await opened()
  await search(glossary, text)
  expect(listed(glossary)[0]).toBe(id)
  expect(listed(glossary).length).toBeLessThan(Object.keys(terms).length)
})

test('names come before what only speaks of the word', async () => {
  const glossary = await opened()
  await search(glossary, 'hash')
  expect(listed(glossary)[0]).toBe('hash')
  expect(listed(glossary)).toContain('salt')
})

test('says when nothing fits, and shows all again once the field is empty', async () => {
  const glossary = await opened()
  await search(glossary, 'zzz')
  expect(listed(glossary)).toEqual([])
  expect(textIn(byRole(glossary, 'status')[0]!)).toBe(glossaryWords.en.none)
  await search(glossary, '')
  expect(listed(glossary)).toHaveLength(Object.keys(terms).length)
})

test('Escape closes it, its button does, and a way to a lesson does', async () => {
  const glossary = await opened()
  await userEvent.keyboard('{Escape}')
  expect(dialogIn(glossary).open).toBe(false)

  await glossary.open()
  byRole(glossary, 'button', glossaryWords.en.close)[0]!.click()
  expect(dialogIn(glossary).open).toBe(false)

  await glossary.open()
  const lesson = all(glossary, '[data-term=jwt] a').at(-1)!
  lesson.addEventListener('click', (event) => event.preventDefault())
  lesson.click()
  expect(dialogIn(glossary).open).toBe(false)
})

test('gives the focus back, and begins anew when it is opened again', async () => {
  const button = document.createElement('button')
  const glossary = await mount('bp-glossary', { words: en })
  glossary.before(button)
  button.focus()
  await glossary.open()
  await search(glossary, 'salt')
  dialogIn(glossary).close()
  expect(document.activeElement).toBe(button)
  await glossary.open()
  expect(listed(glossary)).toHaveLength(Object.keys(terms).length)
})

test('keeps the keys that are pressed in it to itself', async () => {
  await opened()
  const pressed: string[] = []
  const listen = ({ key }: KeyboardEvent) => pressed.push(key)
  addEventListener('keydown', listen)
  await userEvent.keyboard('n')
  removeEventListener('keydown', listen)
  expect(pressed).toEqual([])
})

test.each(BOTH)('speaks $language, and is accessible', async ({ words }) => {
  const glossary = await opened(words)
  expect(textIn(byRole(glossary, 'heading', undefined, { level: 2 })[0]!)).toBe(
    glossaryWords[words.id].title,
  )
  await expectAccessible(glossary)
})
