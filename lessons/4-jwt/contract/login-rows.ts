/** The fourth step's login, as a table: a wrong one is 401 here, and a right one gives a signed token. */

import { forge } from '../../contract/forge.ts'
import { form, JOHN, multipart, refusedFormRows } from '../../contract/form-rows.ts'
import { at, atNow, NOW } from './clock.ts'
import {
  type Asked,
  type Expected,
  expecting,
  redirect,
  refused,
  type Row,
  rowsAt,
} from '../../contract/row.ts'

export const API = '/lessons/jwt/api'
export const token = `${API}/token`

const row = rowsAt(API)

const FORM = ['+ route-found', '+ form-complete']

/** 200 with the one token that this name and this clock make. */
const tokenUntil = async (exp: number) =>
  expecting(200, {
    cache: 'no-store',
    json: {
      access_token: await forge({ payload: `{"sub":"johndoe","exp":${exp}}` }),
      token_type: 'bearer',
    },
    decided: [...FORM, '+ handler-answered'],
  })

const loggedIn = await tokenUntil(NOW + 1800)

const wrongLogin = (because: string): Expected => ({
  ...refused(401, 'Incorrect username or password', [], [because]),
  cache: 'no-store',
  decided: [...FORM, '- handler-refused'],
})
const wrongPassword = wrongLogin('password-wrong')
const unknownUser = wrongLogin('user-unknown')

const login = (what: string, expected: Expected, asked: Asked, clock = atNow): Row =>
  row(token, what, expected, { ...asked, headers: [...(asked.headers ?? []), ...clock] })

const HASH = encodeURIComponent('$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW')

/** Each of these takes the quarter of a second that a comparison takes: they are few on purpose. */
const slowLogins: Row[] = [
  login('with a good login', loggedIn, form(JOHN)),
  login(
    'with all fields, some of them twice, in 2099',
    await tokenUntil(Date.UTC(2099, 0) / 1000 + 1800),
    form(`password=no&client_id=a&scope=a&grant_type=password&${JOHN}&scope=me&client_id=b`),
    at('2099-01-01T00:00:00Z'),
  ),
  login('with multipart', loggedIn, multipart({ '"username"': 'johndoe', '"password"': 'secret' })),
  login('with a wrong password', wrongPassword, form('username=johndoe&password=incorrect')),
  login('with a blank after the password', wrongPassword, form(`${JOHN}+`)),
  login('with its hash for a password', wrongPassword, form(`username=johndoe&password=${HASH}`)),
  login('with an unknown user', unknownUser, form('username=nobody&password=secret')),
  login('with a method for a username', unknownUser, form('username=constructor&password=secret')),
  row(`${token}/`, 'with a slash too many', redirect(token), {
    ...form(JOHN),
    headers: [...form(JOHN).headers!, ...atNow],
  }),
]

/** Passwords that bcrypt would cut short are wrong without a comparison, whoever the user is. */
const quickLogins: Row[] = (
  [
    ['a NUL after the password', `${JOHN}%00`, wrongPassword],
    // Bcrypt repeats a password and its NUL: to its eyes this one is right.
    ['a NUL and the password again', `${JOHN}%00secret`, wrongPassword],
    ['a NUL for a password', 'username=johndoe&password=%00', wrongPassword],
    ['the password and 67 letters', `${JOHN}${'y'.repeat(67)}`, wrongPassword],
    ['a password of 25 Hangul', `username=johndoe&password=${'가'.repeat(25)}`, wrongPassword],
    ['a password of 5,000 letters', `username=johndoe&password=${'z'.repeat(5000)}`, wrongPassword],
    ['an unknown user and 5,000 letters', `username=a&password=${'z'.repeat(5000)}`, unknownUser],
  ] satisfies [string, string, Expected][]
).map(([what, body, expected]) => login(`with ${what}`, expected, form(body)))

export const logins: Row[] = [...slowLogins, ...quickLogins, ...refusedFormRows(row, token)]
