/** The password form as it should be, and as a browser or a script may spell it too. */

import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { oauth2PasswordForm } from '../../../server/security/password-form.ts'
import { Refusal } from '../../../server/security/refusal.ts'
import { decisionsOf } from '../../../lessons/contract/answer.ts'
import { multipart, sendForm, streamed, URLENCODED } from '../support/forms.ts'

const JOHN = 'username=johndoe&password=secret'

const BARE = {
  username: 'johndoe',
  password: 'secret',
  scopes: [],
  clientId: undefined,
  clientSecret: undefined,
}

test('a form with every field is handed on, and the answer is not for caches', async () => {
  const { response, trace, form } = await sendForm(
    `grant_type=password&${JOHN}&scope=me+items&client_id=page&client_secret=hush`,
  )
  expect(form).toEqual({
    username: 'johndoe',
    password: 'secret',
    scopes: ['me', 'items'],
    clientId: 'page',
    clientSecret: 'hush',
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(trace).toEqual([
    {
      kind: 'decided',
      by: 'OAuth2PasswordForm',
      gate: 'form',
      pass: true,
      because: 'form-complete',
    },
  ])
})

describe('a body', () => {
  test.each<[body: string, what: string, fields: Partial<typeof BARE>]>([
    [JOHN, 'is all it takes', {}],
    [`${JOHN}&grant_type=`, 'with an empty grant type has none', {}],
    [`${JOHN}&scope=&client_id=&client_secret=`, 'with empty fields lacks them', {}],
    [`${JOHN}&remember=1&admin=true`, 'may have more fields', {}],
    [`&&${JOHN}&&`, 'may have separators to spare', {}],
    [`=x&${JOHN}&=`, 'may have fields without a name', {}],
    [`__proto__=x&constructor=y&${JOHN}`, 'may have fields named like object keys', {}],
    ['username=%6aohndo%65&password=%73ecret', 'may be percent-encoded', {}],
    ['user%6eame=johndoe&passwor%64=secret', 'may have percent-encoded names', {}],
    ['username=foo&username=johndoe&password=x&password=secret', 'counts from its end', {}],
    ['username=johndoe&password=s+e', 'has a blank for +', { password: 's e' }],
    ['username=johndoe&password=+secret+', 'keeps blanks around', { password: ' secret ' }],
    ['username=johndoe&password=a%2Bb', 'has + for %2B', { password: 'a+b' }],
    ['username=johndoe&password=a;b', 'keeps a semicolon', { password: 'a;b' }],
    ['username=johndoe&password=a=b', 'keeps an equals sign', { password: 'a=b' }],
    ['username=johndoe&password=secret\n', 'keeps a line break', { password: 'secret\n' }],
    ['username=johndoe&password=%00', 'may hold a NUL', { password: '\0' }],
    ['username=johndoe&password=%zz%4', 'keeps broken escapes', { password: '%zz%4' }],
    ['username=johndoe&password=%FF', 'marks broken UTF-8', { password: '\ufffd' }],
    ['username=j\u00f6hn&password=secret', 'is UTF-8', { username: 'j\u00f6hn' }],
    ['username=j%C3%B6hn&password=secret', 'is UTF-8 escaped', { username: 'j\u00f6hn' }],
    ['password=secret&username=\ufeffjohn', 'keeps a mark inside', { username: '\ufeffjohn' }],
    ['username=__proto__&password=secret', 'names anybody', { username: '__proto__' }],
  ])('%j %s', async (body, _, fields) => {
    const { response, form } = await sendForm(body)
    expect(response.status).toBe(200)
    expect(form).toEqual({ ...BARE, ...fields })
  })

  test.each<[scope: string, scopes: string[]]>([
    ['', []],
    ['+', []],
    ['me', ['me']],
    ['me+items', ['me', 'items']],
    ['++me+++items+', ['me', 'items']],
    ['me+me', ['me', 'me']],
    ['users:read', ['users:read']],
    ['me,items', ['me,items']],
    ['me%09items', ['me\titems']],
    ['me%C2%A0items', ['me\u00a0items']],
  ])('with scope=%s asks for %j', async (scope, scopes) => {
    expect((await sendForm(`${JOHN}&scope=${scope}`)).form?.scopes).toEqual(scopes)
  })

  test('may come without its length, in pieces that cut a character', async () => {
    const bytes = Buffer.from('username=j\u00f6hndoe&password=secret')
    const { stream } = streamed([...bytes].map((byte) => Uint8Array.of(byte)))
    expect((await sendForm(stream)).form).toEqual({ ...BARE, username: 'j\u00f6hndoe' })
  })
})

describe('the media type', () => {
  test.each([
    URLENCODED,
    'APPLICATION/X-WWW-FORM-URLENCODED',
    `${URLENCODED}; charset=utf-8`,
    `${URLENCODED.toUpperCase()}; charset=UTF-8`,
    `${URLENCODED};charset=latin1`,
    `  ${URLENCODED} ;`,
  ])('"%s" is a form', async (contentType) => {
    expect((await sendForm(JOHN, { contentType })).form).toEqual(BARE)
  })
})

describe('multipart', () => {
  const fields = [
    { name: 'username', value: 'johndoe' },
    { name: 'password', value: 'secret' },
  ]
  const plain = 'Content-Type: text/plain; charset=utf-16\r\n'

  test.each<[what: string, body: string, boundary?: string]>([
    ['plain', multipart('XbOuNdArY', fields)],
    ['with a quoted boundary', multipart('XbOuNdArY', fields), '"XbOuNdArY"'],
    ['in capitals', multipart('XbOuNdArY', fields).replaceAll('Content', 'CONTENT')],
    ['without a last line break', multipart('XbOuNdArY', fields).trimEnd()],
    [
      'with types of its parts',
      multipart(
        'XbOuNdArY',
        fields.map((f) => ({ ...f, more: plain })),
      ),
    ],
    ['twice', multipart('XbOuNdArY', [{ name: 'password', value: 'x' }, ...fields])],
    [
      'with a file that is no field',
      multipart('XbOuNdArY', [...fields, { name: 'avatar', value: 'x', filename: 'a.png' }]),
    ],
    [
      'with a file that a text takes the place of',
      multipart('XbOuNdArY', [{ name: 'password', value: 'x', filename: 'p.txt' }, ...fields]),
    ],
    ['with more fields', multipart('XbOuNdArY', [...fields, { name: '__proto__', value: 'x' }])],
  ])('%s is a form', async (_, body, boundary = 'XbOuNdArY') => {
    const contentType = `multipart/form-data; boundary=${boundary}`
    expect((await sendForm(body, { contentType })).form).toEqual(BARE)
  })

  test('keeps texts as they are', async () => {
    const value = ' %73+\r\n\u00e9\ufeff;&= '
    const body = multipart('b', [fields[0]!, { name: 'password', value }])
    const { form } = await sendForm(body, { contentType: 'MULTIPART/FORM-DATA; boundary=b' })
    expect(form?.password).toBe(value)
  })
})

test('an answer is not for caches, even if it is a refusal behind the form', async () => {
  const app = new Hono().post('/token', oauth2PasswordForm(), () => {
    throw new Refusal(401, 'Incorrect username or password', { because: 'password-wrong' })
  })
  const headers = { 'content-type': URLENCODED }
  const response = await app.request('/token', { method: 'POST', headers, body: JOHN })
  expect([response.status, response.headers.get('cache-control')]).toEqual([401, 'no-store'])
})

test('the form needs no host around its app', async () => {
  const app = new Hono().post('/token', oauth2PasswordForm(), (c) => c.json(c.var.form.username))
  const headers = { 'content-type': URLENCODED }
  const right = await app.request('/token', { method: 'POST', headers, body: JOHN })
  expect([right.status, await right.json()]).toEqual([200, 'johndoe'])
  expect((await app.request('/token', { method: 'POST', headers })).status).toBe(422)
})

test('forms of two requests at once do not mix', async () => {
  const names = Array.from({ length: 20 }, (_, i) => `user${i}`)
  const answers = await Promise.all(
    names.map((name) => sendForm(`username=${name}&password=${name}`)),
  )
  expect(answers.map(({ form }) => form?.username)).toEqual(names)
  expect(answers.map(({ trace }) => decisionsOf(trace))).toEqual(
    names.map(() => ['+ form-complete']),
  )
})
