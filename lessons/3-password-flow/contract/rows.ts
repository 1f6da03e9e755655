/** The third step's contract, as a table, for its server and for the one that leaks. */

import { form, goodFormRows, JOHN, refusedFormRows } from '../../contract/form-rows.ts'
import { guardRows } from '../../contract/guard-rows.ts'
import {
  authorization,
  type Expected,
  expecting,
  FOUND,
  headOf,
  noAuthorization,
  notFound,
  page,
  redirect,
  refused,
  type Row,
  rowsAt,
  wrongMethod,
} from '../../contract/row.ts'

export const API = '/lessons/password-flow/api'
export const LEAKY = '/lessons/password-flow/leaky'

const BEARER = [...FOUND, '+ scheme-bearer', '+ token-found-unchecked']
const FORM = ['+ route-found', '+ form-complete']

const JOHN_DOE = {
  username: 'johndoe',
  email: 'johndoe@example.com',
  full_name: 'John Doe',
  disabled: false,
}

/** 200 with what a server tells of johndoe. */
const johndoe = (json: unknown): Expected =>
  expecting(200, { json, decided: [...BEARER, '+ resolved', '+ resolved', '+ handler-answered'] })

const inactive = refused(400, 'Inactive user', [...BEARER, '+ resolved'], ['user-disabled'])

const nobody = refused(401, 'Not authenticated', BEARER, ['user-unknown'])
const nobodyAtAll: Expected = {
  ...nobody,
  decided: [...FOUND, '+ scheme-bearer', '+ token-empty', '- user-unknown'],
}

const tokenOf = (username: string): Expected =>
  expecting(200, {
    cache: 'no-store',
    json: { access_token: username, token_type: 'bearer' },
    decided: [...FORM, '+ handler-answered'],
  })

const wrongLogin = (because: string): Expected => ({
  ...refused(400, 'Incorrect username or password', [], [because]),
  cache: 'no-store',
  decided: [...FORM, '- handler-refused'],
})

const wrongPassword = wrongLogin('password-wrong')
const unknownUser = wrongLogin('user-unknown')

/** Names and passwords that are nearly right, as they stand in a form. */
const WRONG: [what: string, body: string, expected: Expected][] = [
  ['a wrong password', 'username=johndoe&password=incorrect', wrongPassword],
  ['an unknown user', 'username=foo&password=secret', unknownUser],
  ['another user’s password', 'username=johndoe&password=secret2', wrongPassword],
  ['the stored hash for a password', 'username=johndoe&password=fakehashedsecret', wrongPassword],
  ['the password in capitals', 'username=johndoe&password=SECRET', wrongPassword],
  ['a blank after the password', 'username=johndoe&password=secret+', wrongPassword],
  ['a line end after the password', `${JOHN}\n`, wrongPassword],
  ['a NUL after the password', `${JOHN}%00`, wrongPassword],
  ['half an escape after the password', `${JOHN}%4`, wrongPassword],
  ['a broken escape after the password', `${JOHN}%zz`, wrongPassword],
  ['a password of 5,000 letters', `username=johndoe&password=${'x'.repeat(5000)}`, wrongPassword],
  ['two passwords, good first', `${JOHN}&password=no`, wrongPassword],
  ['two usernames, good first', `${JOHN}&username=foo`, unknownUser],
  ['the username in capitals', 'username=JOHNDOE&password=secret', unknownUser],
  ['a blank after the username', 'username=johndoe%20&password=secret', unknownUser],
  ['a plus after the username', 'username=johndoe+&password=secret', unknownUser],
  ['a byte that is no UTF-8', 'username=%FFjohndoe&password=secret', unknownUser],
  ['letters beyond ASCII', 'username=jos\u00e9&password=\ud83d\udd11', unknownUser],
  ['a method for a username', 'username=constructor&password=secret', unknownUser],
  ['an object key for a username', 'username=__proto__&password=secret', unknownUser],
]

/** The rows of one of the two servers: they differ in what `/users/me` tells. */
function rowsOf(api: string, told: unknown): Row[] {
  const row = rowsAt(api)
  const token = `${api}/token`
  const me = `${api}/users/me`
  const john = authorization('Bearer johndoe')
  const seen = johndoe(told)
  return [
    row(token, 'with a good login', tokenOf('johndoe'), form(JOHN)),
    row(token, 'for a disabled user', tokenOf('alice'), form('username=alice&password=secret2')),
    ...WRONG.map(([what, body, expected]) => row(token, `with ${what}`, expected, form(body))),
    ...goodFormRows(row, token, tokenOf('johndoe')),
    ...refusedFormRows(row, token),
    row(`${token}/`, 'with a slash too many', redirect(token), form(JOHN)),
    ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) =>
      row(token, '', method === 'HEAD' ? headOf(wrongMethod('POST')) : wrongMethod('POST'), {
        method,
      }),
    ),

    ...guardRows(row, { path: me, token: 'johndoe', good: seen, empty: nobodyAtAll }),
    row(me, 'with the disabled user’s name', inactive, { headers: authorization('Bearer alice') }),
    ...[
      'nonexistent',
      'JOHNDOE',
      'johndoe extra',
      'johndoe,alice',
      '"johndoe"',
      'toString',
      '__proto__',
      'fakehashedsecret',
      'johndoe\u00a0',
    ].map((name) =>
      row(me, `with the token ${JSON.stringify(name)}`, nobody, {
        headers: authorization(`Bearer ${name}`),
      }),
    ),
    row(`${me}/`, 'with a slash too many', redirect(me), { headers: john }),
    ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) =>
      row(me, 'with a token', wrongMethod('GET'), { method, headers: john }),
    ),
    row(me, 'with a token', headOf(seen), { method: 'HEAD', headers: john }),
    row(me, 'without a header', headOf(noAuthorization), { method: 'HEAD' }),
    row(`${api}/users`, '', notFound, { headers: john }),
    row(`${api}/`, '', notFound, { headers: john }),
    row(`${api}/docs`, '', page('text/html; charset=utf-8')),
    row(`${api}/openapi.json`, '', page('application/json')),
  ]
}

export const apiRows: Row[] = rowsOf(API, JOHN_DOE)
export const leakyRows: Row[] = rowsOf(LEAKY, { ...JOHN_DOE, hashed_password: 'fakehashedsecret' })
