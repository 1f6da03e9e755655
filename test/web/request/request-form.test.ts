/** The form that writes a request: what is typed is what it tells, character by character. */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import type { RequestForm } from '../../../web/request/request-form.ts'
import '../../../web/request/header-rows.ts'
import '../../../web/request/request-form.ts'
import { en } from '../../../web/words/en.ts'
import { all, byRole, heard, mount, one, rendered, textIn, write } from '../../support/fixture.ts'
import { eventually } from '../../support/eventually.ts'

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

const body = (form: Element) => one(form, 'textarea.body-field', HTMLTextAreaElement)

/** Where a server is chosen; in which shell's words a request is copied, an element of its own asks. */
const serversOf = (form: Element) => byRole<HTMLSelectElement>(form, 'combobox', en.form.server)

/** The fields of the Authorization header are an element's own. */
const row = (form: Element) => one(form, 'bp-authorization-row')
const scheme = (form: Element) => field(row(form), SCHEME)
const token = (form: Element) => one(row(form), 'textarea')

const SCHEME = `${en.form.authorization}: ${en.form.scheme}`

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
    await write(body(form), 'a=1\n\n ')
    expect(changes).toEqual([{ ...DRAFT, method: 'POST', body: 'a=1\n\n ' }])
  })

  test('a server chosen is told by its id', async () => {
    const { form, changes } = await show()
    const [select] = serversOf(form)
    if (!select) throw new Error('there is no server to choose')
    expect([...select.options].map(({ label }) => label)).toEqual(SERVERS.map(({ path }) => path))
    await userEvent.selectOptions(select, 'v1')
    expect(changes).toEqual([{ ...DRAFT, server: 'v1' }])
  })

  test('in a lesson with one server there is none to choose', async () => {
    const { form } = await show({}, { servers: SERVERS.slice(0, 1) })
    expect(serversOf(form)).toEqual([])
  })

  test('the draft it was given is not written into', async () => {
    const draft = Object.freeze({ ...DRAFT, headers: Object.freeze([]) as never })
    const { form, changes } = await show(draft)
    await write(scheme(form), 'Bearer')
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
  ])('shows %j in its two fields', async ({ value, ...parts }) => {
    const { form } = await show({ headers: [['Authorization', value]] })
    expect(scheme(form).value).toBe(parts.scheme)
    expect(token(form).value).toBe(parts.token)
  })

  test.each([
    ['Bearer foobar', 'Bearer foobar'],
    ['basic am9obg==', 'basic am9obg=='],
    ['foobar', ' foobar'],
    ['Bearerfoobar', ' Bearerfoobar'],
    ['Digest a', ' Digest a'],
  ])('takes %j, written as the token while there is no scheme, for %j', async (written, value) => {
    const { form, changes } = await show()
    await write(token(form), written)
    expect(changes.at(-1)!.headers).toEqual([['Authorization', value]])
  })

  test('writes a header from its two fields, and keeps the others', async () => {
    const other: RequestDraft['headers'] = [['X-A', '1']]
    const { form, changes } = await show({ headers: other })
    await write(scheme(form), 'Bearer')
    await write(token(form), 'foobar')
    await write(scheme(form), '')
    await write(token(form), '')
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
      expect(scheme(form).placeholder).toBe(says)
    },
  )

  test('a button takes the header away; there is none to press without one', async () => {
    const { form, changes } = await show({ headers: bearer('foobar') })
    const button = one(row(form), 'button', HTMLButtonElement)
    button.click()
    await form.updateComplete
    expect(changes.at(-1)!.headers).toEqual([])
    expect(button.disabled).toBe(true)
  })

  test('a second Authorization line stands with the other headers', async () => {
    const headers: RequestDraft['headers'] = [['X-A', '1'], ...bearer('a'), ...bearer('b')]
    const { form } = await show({ headers })
    const rows = one(form, 'bp-header-rows')
    expect(token(form).value).toBe('a')
    expect(rows.headers).toEqual([['X-A', '1'], ...bearer('b')])
  })
})

describe('the other headers', () => {
  const unfolded = (form: Element) => one(form, 'details.headers', HTMLDetailsElement).open

  test.each([
    { draft: {}, open: false },
    { draft: { headers: bearer('x') }, open: false },
    { draft: { headers: [['X-A', '1']] as RequestDraft['headers'] }, open: true },
    // What a form brings along is nothing to look at, and its body has a row of its own.
    {
      draft: {
        body: 'a=1',
        headers: [['Content-Type', 'application/x-www-form-urlencoded']] as RequestDraft['headers'],
      },
      open: false,
    },
    {
      draft: { headers: [['Content-Type', 'application/json']] as RequestDraft['headers'] },
      open: true,
    },
  ])('stand open for $draft: $open', async ({ draft, open }) => {
    expect(unfolded((await show(draft)).form)).toBe(open)
  })

  test('stay open while what was written there is taken back, and fold for the next request', async () => {
    const { form } = await show({ headers: [['X-A', '1']] })
    form.draft = { ...form.draft }
    const rows = one(form, 'bp-header-rows')
    rows.dispatchEvent(new CustomEvent('headers-change', { detail: [] }))
    await rendered()
    expect(form.draft.headers).toEqual([])
    expect(unfolded(form)).toBe(true)
    form.draft = { ...DRAFT, path: '/other' }
    await rendered()
    expect(unfolded(form)).toBe(false)
  })

  test('stay folded while another field is written, once they were folded', async () => {
    const { form } = await show({ headers: [['X-A', '1']] })
    one(form, '.headers summary').click()
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

describe('the body', () => {
  const folded = (form: Element) => body(form).closest('details') !== null

  test('has a row of its own in a request that came with one, and stays there while it is emptied', async () => {
    const { form, changes } = await show({ method: 'POST', body: 'a' })
    expect(folded(form)).toBe(false)
    await write(body(form), '')
    expect(changes.at(-1)!.body).toBe('')
    expect(folded(form)).toBe(false)
  })

  test('is folded away with the other headers in a request without one', async () => {
    const { form } = await show({ body: 'x' })
    form.draft = { ...DRAFT, path: '/other' }
    await rendered()
    expect(folded(form)).toBe(true)
  })
})

describe('a body that waits', () => {
  test('is told of in one line where it stood, and can still be written for the method on purpose', async () => {
    const { form, changes } = await show({ method: 'GET' }, { parked: true })
    expect(textIn(one(form, '.parked'))).toBe(`${en.form.body} ${en.form.parked('GET')}`)
    await write(body(form), 'a=1')
    expect(changes.at(-1)!.body).toBe('a=1')
  })

  test('is not told of once it is back', async () => {
    const { form } = await show({ method: 'POST', body: 'a=1' })
    expect(all(form, '.parked')).toEqual([])
  })
})

describe('the server’s description', () => {
  const suggestions = {
    methods: { '/token': ['POST'], '/me': ['GET', 'DELETE'] },
    paths: ['/token', '/me'],
    headers: ['Content-Type'],
  }
  const listed = (form: Element, id: string) =>
    [...one(form, `datalist#${id}`).querySelectorAll('option')].map(({ value }) => value)
  const TODAY = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

  /** A form whose field for the path was entered. */
  async function entered(draft: Partial<RequestDraft>, part: Partial<RequestForm> = {}) {
    const { form, changes } = await show(draft, part)
    const asked = heard(form, 'ask-for-suggestions')
    field(form, en.form.path).focus()
    await eventually(() => expect(asked).not.toEqual([]))
    form.requestUpdate()
    await rendered()
    return { form, changes, recalls: heard<number>(form, 'recall') }
  }

  test('is asked for when a field is entered, and names paths and the methods of the path first', async () => {
    const { form } = await entered({ path: '/me?a=b' }, { suggestions })
    expect(listed(form, 'paths')).toEqual(['/token', '/me'])
    expect(listed(form, 'methods').slice(0, 2)).toEqual(['GET', 'DELETE'])
    expect(listed(form, 'methods').toSorted()).toEqual(TODAY.toSorted())
    await write(field(form, en.form.path), '/token')
    await rendered()
    expect(listed(form, 'methods')[0]).toBe('POST')
  })

  test('leaves the methods of every server where there is none', async () => {
    const { form } = await entered({})
    expect(listed(form, 'methods')).toEqual(TODAY)
    expect(listed(form, 'paths')).toEqual([])
  })

  test('names headers, those of the server first, the usual ones after them and none twice', async () => {
    const own = { ...suggestions, headers: ['X-Request-Id', 'Content-Type'] }
    const { form } = await entered({ headers: [['X-A', '1']] }, { suggestions: own })
    const names = listed(one(form, 'bp-header-rows'), 'names')
    expect(names.slice(0, 3)).toEqual(['X-Request-Id', 'Content-Type', 'Accept'])
    for (const name of ['Authorization', 'Accept-Language', 'Cookie', 'Origin', 'Content-Type']) {
      expect(names.filter((one) => one === name)).toHaveLength(1)
    }
  })

  test('↑ and ↓ in the path ask for what was sent before and after', async () => {
    const { recalls } = await entered({})
    await userEvent.keyboard('{ArrowUp}{ArrowDown}{Shift>}{ArrowUp}{/Shift}')
    expect(recalls).toEqual([1, -1])
  })

  test('↓ opens the browser’s list unless one is on the way back, and ↑ is then for that list', async () => {
    const { form, recalls } = await entered({}, { suggestions })
    await userEvent.keyboard('{ArrowDown}{ArrowUp}')
    expect(recalls).toEqual([])
    await userEvent.keyboard('{Escape}{ArrowUp}')
    form.recalling = true
    await userEvent.keyboard('{ArrowDown}')
    expect(recalls).toEqual([1, -1])
  })

  test('while what is typed has paths to choose from, the keys are for them', async () => {
    const { recalls } = await entered({ path: '' }, { suggestions })
    await userEvent.keyboard('/to{ArrowUp}')
    expect(recalls).toEqual([])
    await userEvent.keyboard('x{ArrowUp}')
    expect(recalls).toEqual([1])
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

  test('is told once for Enter in any field of one line', async () => {
    const { form } = await show({
      headers: [
        ['Authorization', 'Bearer abc'],
        ['X-Other', 'other'],
      ],
    })
    const { method, path, authorization, scheme, token, headerName, headerValue } = en.form
    const names = [method, path, `${authorization}: ${scheme}`, `${authorization}: ${token}`]
    const sent = heard(form, 'send-request')
    for (const [index, name] of [...names, headerName, headerValue].entries()) {
      one(form, `[aria-label="${name}"]`).focus()
      await userEvent.keyboard('{Enter}')
      expect(sent, name).toHaveLength(index + 1)
    }
  })

  test('is not offered before a prediction is made', async () => {
    const hold = 'Choose an answer first.'
    const { form } = await show({}, { hold })
    const button = one(form, '.send', HTMLButtonElement)
    expect([button.disabled, textIn(button)]).toEqual([true, en.form.send])
    expect(textIn(form)).toContain(hold)
  })

  test('is said to be under way on the button, which keeps the focus of who pressed it', async () => {
    const { form } = await show({})
    const button = one(form, '.send', HTMLButtonElement)
    button.focus()
    Object.assign(form, { sending: true })
    await form.updateComplete
    expect([button.ariaDisabled, textIn(button)]).toEqual(['true', en.form.sending])
    expect(form.renderRoot instanceof ShadowRoot && form.renderRoot.activeElement).toBe(button)
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
    one(row(form), 'button.issued').click()
    expect(changes).toEqual([{ ...DRAFT, headers: bearer('abc.def') }])
    await rendered()
    expect(all(row(form), 'button.issued')).toEqual([])
  })

  test('offers nothing when there is none', async () => {
    const { form } = await show()
    expect(all(row(form), 'button.issued')).toEqual([])
  })
})

test('a server that is weak on purpose is said to be', async () => {
  const { form } = await show({}, { weak: true })
  expect(textIn(form)).toContain(en.form.weak)
  form.weak = false
  await rendered()
  expect(textIn(form)).not.toContain(en.form.weak)
})
