/** Copying a request: to the clipboard, or to a field where there is none. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import '../../../web/request/copy-request.ts'
import { copyWords } from '../../../web/words/copy.ts'
import { en } from '../../../web/words/en.ts'
import { eventually } from '../../support/eventually.ts'
import {
  all,
  BOTH,
  byRole,
  expectAccessible,
  focused,
  mount,
  one,
  rendered,
  textIn,
} from '../../support/fixture.ts'

const DRAFT: RequestDraft = {
  server: 'api',
  method: 'GET',
  path: '/items/',
  headers: [['Authorization', 'Bearer foobar']],
  body: '',
}

const form = copyWords.en
const MASKED = form.masked(form.secrets.authorization)

let copied: string[]
let allowed: boolean

beforeEach(() => {
  copied = []
  allowed = true
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    if (!allowed) return Promise.reject(new DOMException('no', 'NotAllowedError'))
    copied.push(text)
    return Promise.resolve()
  })
})

afterEach(() => {
  vi.restoreAllMocks()
})

const show = (words = en) =>
  mount('bp-copy-request', { draft: DRAFT, url: 'https://a.example/items/', words })

async function press(element: Element, label: string) {
  all(element, 'button')
    .find((button) => textIn(button) === label)!
    .click()
  await rendered()
}

const said = (element: Element) => textIn(one(element, '[role=status]'))

test.each([
  { label: form.curl, start: /^curl /, masked: "'Authorization: Bearer …'" },
  { label: form.fetch, start: /^await fetch\(/, masked: '"Bearer …"' },
])('$label is copied with the token masked, and that is said', async (row) => {
  const element = await show()
  await press(element, row.label)
  expect(copied).toEqual([expect.stringMatching(row.start)])
  expect(copied[0]).toContain(row.masked)
  expect(copied[0]).not.toContain('foobar')
  expect(said(element)).toBe(MASKED)
})

test('the token is copied once it was asked for, and no longer once it was taken back', async () => {
  const element = await show()
  const box = one(element, 'input')
  box.click()
  await press(element, form.curl)
  expect(copied[0]).toContain('Bearer foobar')
  expect(said(element)).toBe(form.copied)

  box.click()
  await press(element, form.curl)
  expect(copied[1]).not.toContain('foobar')
})

test('what may not be copied is shown, to be selected by hand', async () => {
  allowed = false
  const element = await show()
  await press(element, form.curl)
  expect(said(element)).toBe(form.failed)
  const field = one(element, 'textarea')
  expect(field.value).toContain("'Authorization: Bearer …'")
  expect(field.readOnly).toBe(true)

  allowed = true
  await press(element, form.curl)
  expect(all(element, 'textarea')).toEqual([])
})

test('what was said of one request is not said of the next', async () => {
  const element = await show()
  allowed = false
  await press(element, form.curl)
  expect(said(element)).toBe(form.failed)
  element.draft = { ...DRAFT, path: '/other' }
  await rendered()
  expect(said(element)).toBe('')
  expect(all(element, 'textarea')).toEqual([])
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  allowed = false
  const element = await show(words)
  await press(element, copyWords[words.id].curl)
  await expectAccessible(element)
})

test('over plain http, where there is no clipboard, it is copied all the same, and the focus stays', async () => {
  const element = await show()
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard)
  const texts: (string | undefined)[] = []
  const onCopy = (event: ClipboardEvent) => texts.push(event.clipboardData?.getData('text/plain'))
  // Behind whoever puts a text there.
  addEventListener('copy', onCopy)
  const button = byRole(element, 'button', form.curl)[0]!
  // The browser copies for a hand alone, and not for a script.
  await userEvent.click(button)
  await eventually(() => expect(said(element)).toBe(MASKED))
  removeEventListener('copy', onCopy)
  expect(texts).toEqual([expect.stringMatching(/^curl /)])
  expect(focused()).toBe(button)
  expect(document.body.querySelector('pre')).toBeNull()
})
