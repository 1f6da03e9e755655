/** The form that writes a request: what is typed is what it tells, character by character. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import type { RequestForm } from '../../../web/request/request-form.ts'
import '../../../web/request/request-form.ts'
import { en } from '../../../web/words/en.ts'
import { all, heard, mount, one, rendered, textIn, write } from '../../support/fixture.ts'

const DRAFT: RequestDraft = {
  server: 'api',
  method: 'GET',
  path: '/items/',
  headers: [],
  body: '',
}

const SERVERS = [
  { id: 'api', path: '…/api' },
  { id: 'v1', path: '…/api/v1' },
]

/** A form whose owner takes every change over, as the app does. */
async function show(draft: Partial<RequestDraft> = {}, part: Partial<RequestForm> = {}) {
  const form = await mount('bp-request-form', {
    draft: { ...DRAFT, ...draft },
    servers: SERVERS,
    url: 'http://localhost/items/',
    words: en,
    ...part,
  })
  const changes = heard<RequestDraft>(form, 'draft-change')
  form.addEventListener('draft-change', (event) => {
    form.draft = (event as CustomEvent<RequestDraft>).detail
  })
  return { form, changes }
}

const field = (form: Element, name: string) => one(form, `[aria-label="${name}"]`, HTMLInputElement)

const SCHEME = `${en.form.authorization}: ${en.form.scheme}`
const TOKEN = `${en.form.authorization}: ${en.form.token}`

const bearer = (token: string): RequestDraft['headers'] => [['Authorization', `Bearer ${token}`]]

describe('writing', () => {
  test.each([
    { name: en.form.method, typed: 'get it', draft: { method: 'get it' } },
    { name: en.form.method, typed: '', draft: { method: '' } },
    { name: en.form.path, typed: ' /물건/?a=b#c ', draft: { path: ' /물건/?a=b#c ' } },
    { name: en.form.path, typed: '', draft: { path: '' } },
  ])('$typed as the $name tells just that', async ({ name, typed, draft }) => {
    const { form, changes } = await show()
    await write(field(form, name), typed)
    expect(changes).toEqual([{ ...DRAFT, ...draft }])
    expect(field(form, name).value).toBe(typed)
  })

  test('a body tells it with its line breaks', async () => {
    const { form, changes } = await show({ method: 'POST' })
    await write(one(form, 'textarea'), 'a=1\n\n ')
    expect(changes).toEqual([{ ...DRAFT, method: 'POST', body: 'a=1\n\n ' }])
  })

  test('a server chosen is told by its id', async () => {
    const { form, changes } = await show()
    const select = one(form, 'select')
    expect([...select.options].map(({ label }) => label)).toEqual(SERVERS.map(({ path }) => path))
    await userEvent.selectOptions(select, 'v1')
    expect(changes).toEqual([{ ...DRAFT, server: 'v1' }])
  })

  test('in a lesson with one server there is none to choose', async () => {
    const { form } = await show({}, { servers: SERVERS.slice(0, 1) })
    expect(all(form, 'select')).toEqual([])
  })

  test('the draft it was given is not written into', async () => {
    const draft = Object.freeze({ ...DRAFT, headers: Object.freeze([]) as never })
    const { form, changes } = await show(draft)
    await write(field(form, SCHEME), 'Bearer')
    expect(changes).toHaveLength(1)
    expect(draft).toEqual(DRAFT)
  })
})

describe('the Authorization row', () => {
  test.each([
    { value: 'Bearer foobar', scheme: 'Bearer', token: 'foobar' },
    { value: 'bearer  two blanks', scheme: 'bearer', token: ' two blanks' },
    { value: 'Bearer', scheme: 'Bearer', token: '' },
    { value: 'Bearer ', scheme: 'Bearer', token: '' },
    { value: ' foobar', scheme: '', token: 'foobar' },
    { value: '', scheme: '', token: '' },
  ])('shows %j in its two fields', async ({ value, scheme, token }) => {
    const { form } = await show({ headers: [['Authorization', value]] })
    expect(field(form, SCHEME).value).toBe(scheme)
    expect(field(form, TOKEN).value).toBe(token)
  })

  test('writes a header from its two fields, and keeps the others', async () => {
    const other: RequestDraft['headers'] = [['X-A', '1']]
    const { form, changes } = await show({ headers: other })
    await write(field(form, SCHEME), 'Bearer')
    await write(field(form, TOKEN), 'foobar')
    await write(field(form, SCHEME), '')
    await write(field(form, TOKEN), '')
    expect(changes.map(({ headers }) => headers)).toEqual([
      [['Authorization', 'Bearer'], ...other],
      [...bearer('foobar'), ...other],
      [['Authorization', ' foobar'], ...other],
      other,
    ])
  })

  test.each([
    { headers: [], says: en.form.noHeader },
    { headers: [['Authorization', ' foobar']], says: en.form.noScheme },
  ] as { headers: RequestDraft['headers']; says: string }[])(
    'without a scheme says "$says" for $headers',
    async ({ headers, says }) => {
      const { form } = await show({ headers })
      expect(field(form, SCHEME).placeholder).toBe(says)
    },
  )

  test('a button takes the header away; there is none to press without one', async () => {
    const { form, changes } = await show({ headers: bearer('foobar') })
    const button = one(form, '.authorization button', HTMLButtonElement)
    button.click()
    await form.updateComplete
    expect(changes.at(-1)!.headers).toEqual([])
    expect(button.disabled).toBe(true)
  })

  test('a second Authorization line stands with the other headers', async () => {
    const headers: RequestDraft['headers'] = [['X-A', '1'], ...bearer('a'), ...bearer('b')]
    const { form } = await show({ headers })
    const rows = one(form, 'bp-header-rows')
    expect(field(form, TOKEN).value).toBe('a')
    expect(rows.headers).toEqual([['X-A', '1'], ...bearer('b')])
  })
})

describe('the other headers and the body', () => {
  const unfolded = (form: Element) => one(form, 'details').open

  test.each([
    { draft: {}, open: false },
    { draft: { headers: bearer('x') }, open: false },
    { draft: { body: 'a=1' }, open: true },
    { draft: { headers: [['X-A', '1']] as RequestDraft['headers'] }, open: true },
  ])('stand open for $draft: $open', async ({ draft, open }) => {
    expect(unfolded((await show(draft)).form)).toBe(open)
  })

  test('stay open while what was written there is taken back', async () => {
    const { form, changes } = await show({ method: 'POST', body: 'a' })
    await write(one(form, 'textarea'), '')
    expect(changes.at(-1)!.body).toBe('')
    expect(unfolded(form)).toBe(true)
  })

  test('stay folded while another field is written, once they were folded', async () => {
    const { form } = await show({ method: 'POST', body: 'a' })
    one(form, 'summary').click()
    await rendered()
    await write(field(form, en.form.path), '/b')
    expect(unfolded(form)).toBe(false)
  })

  test('a header written there comes after Authorization', async () => {
    const { form, changes } = await show({ headers: bearer('x') })
    const rows = one(form, 'bp-header-rows')
    one(rows, 'button').click()
    await form.updateComplete
    expect(changes.at(-1)!.headers).toEqual([...bearer('x'), ['', '']])
  })
})

describe('sending', () => {
  test('is told once for the button, and once for Ctrl Enter in any field', async () => {
    const { form } = await show()
    const sent = heard(form, 'send-request')
    const elsewhere = vi.fn()
    addEventListener('keydown', elsewhere)
    one(form, '.send').click()
    expect(sent).toHaveLength(1)

    field(form, en.form.path).focus()
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect(sent).toHaveLength(2)
    // The app listens for the same keys, and must not send a second time.
    const keys = elsewhere.mock.calls.map(([event]) => (event as KeyboardEvent).key)
    removeEventListener('keydown', elsewhere)
    expect(keys).not.toContain('Enter')
  })

  test.each([
    { part: { hold: 'Choose an answer first.' }, label: en.form.send },
    { part: { sending: true }, label: en.form.sending },
  ])('is not offered with $part', async ({ part, label }) => {
    const { form } = await show({}, part)
    const button = one(form, '.send', HTMLButtonElement)
    expect(button.disabled).toBe(true)
    expect(textIn(button)).toBe(label)
    if (part.hold) expect(textIn(form)).toContain(part.hold)
  })
})

describe('waiting for an answer', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  const cancels = (form: Element) => all(form, '.cancel').map(textIn)

  test('can be ended once it takes long, and not by a double click on Send', async () => {
    const { form } = await show({}, { sending: true })
    const cancelled = heard(form, 'cancel-request')
    await vi.advanceTimersByTimeAsync(599)
    await form.updateComplete
    expect(cancels(form)).toEqual([])

    await vi.advanceTimersByTimeAsync(1)
    await form.updateComplete
    expect(cancels(form)).toEqual([en.form.cancel])
    one(form, '.cancel').click()
    expect(cancelled).toHaveLength(1)

    form.sending = false
    await form.updateComplete
    expect(cancels(form)).toEqual([])
  })

  test('that is over in time never shows how to end it', async () => {
    const { form } = await show({}, { sending: true })
    form.sending = false
    await form.updateComplete
    await vi.advanceTimersByTimeAsync(10_000)
    await form.updateComplete
    expect(cancels(form)).toEqual([])
  })
})

describe('the token a server gave out', () => {
  test('is one click away', async () => {
    const { form, changes } = await show({}, { issued: 'abc.def' })
    one(form, 'button.issued').click()
    expect(changes).toEqual([{ ...DRAFT, headers: bearer('abc.def') }])
    await rendered()
    expect(all(form, 'button.issued')).toEqual([])
  })

  test('offers nothing when there is none', async () => {
    const { form } = await show()
    expect(all(form, 'button.issued')).toEqual([])
  })
})

test('a server that is weak on purpose is said to be', async () => {
  const { form } = await show({}, { weak: true })
  expect(textIn(form)).toContain(en.form.weak)
  form.weak = false
  await rendered()
  expect(textIn(form)).not.toContain(en.form.weak)
})

test('headers and body fold away for a request that has none, but not under the writer’s hands', async () => {
  const { form } = await show({ body: 'x' })
  const details = one(form, 'details', HTMLDetailsElement)
  expect(details.open).toBe(true)
  await write(one(form, 'textarea', HTMLTextAreaElement), '')
  await rendered()
  expect(details.open).toBe(true)
  form.draft = { ...DRAFT, path: '/other' }
  await rendered()
  expect(details.open).toBe(false)
})
