/** Rows about logging in at a client server: what is read of its form, and what goes on to the auth server. */

import { form, JOHN, multipart } from '../../contract/form-rows.ts'
import {
  type Asked,
  type Call,
  type Expected,
  refused,
  type Row,
  wrongMethod,
} from '../../contract/row.ts'
import type { ClientServer } from './pages.ts'

const FORM = ['+ route-found', '+ form-complete']

const login = (body: string, status: number, last: string): Call => ({
  asked: 'POST /token',
  authorization: undefined,
  body,
  status,
  decided: [...FORM, last],
})

/** Logins by the form, and what is no such form. */
export function loginRows(server: ClientServer): Row[] {
  const { api, row, before, always, loggedIn, wrongLogin } = server
  const path = `${api}/get-token`
  const post = (what: string, expected: Expected, asked: Asked) =>
    row(path, what, always(expected), asked)
  const errors = (type: string, msg: string, ...fields: string[]) =>
    refused(
      422,
      fields.map((field) => ({ type, loc: ['body', field], msg, input: null })),
      before,
      fields.map((field) => `${field}-${type.replace('_', '-')}`),
    )
  const missingField = (...fields: string[]) => errors('missing', 'Field required', ...fields)
  const unread = (status: number, detail: string, because: string) =>
    refused(status, detail, before, [because])
  const ok = loggedIn([login(JOHN, 200, '+ handler-answered')])
  const wrong = (body: string) => wrongLogin([login(body, 401, '- handler-refused')])
  const INCORRECT = 'username=johndoe&password=incorrect'
  const MARKUP = 'username=%3Cb%3E&password=secret'
  const broken = 'There was an error parsing the body'

  return [
    post('without a username', missingField('username'), form('password=secret')),
    post('without a password', missingField('password'), form('username=johndoe')),
    post('with an empty password', missingField('password'), form('username=johndoe&password=')),
    post('with an empty form', missingField('username', 'password'), form('')),
    post('without a body', missingField('username', 'password'), { method: 'POST' }),
    post(
      'with JSON',
      missingField('username', 'password'),
      form('{"username":"johndoe","password":"secret"}', 'application/json'),
    ),
    post('as text', missingField('username', 'password'), form(JOHN, 'text/plain')),
    row(`${path}?${JOHN}`, '(query)', always(missingField('username', 'password')), {
      method: 'POST',
    }),
    post(
      'with a file for a password',
      errors('string_type', 'Input should be a valid string', 'password'),
      multipart({ '"username"': 'johndoe', '"password"; filename="p.txt"': 'secret' }),
    ),
    post(
      'with a form named multipart',
      unread(400, broken, 'multipart-broken'),
      form(JOHN, 'multipart/form-data; boundary=x'),
    ),
    post(
      'with 64 KiB and a byte',
      unread(413, 'Request body too large', 'body-too-long'),
      form(`${JOHN}&x=`.padEnd(64 * 1024 + 1, 'y')),
    ),
    post('with a wrong password', wrong(INCORRECT), form(INCORRECT)),
    post('with markup for a username', wrong(MARKUP), form(MARKUP)),
    post('with a good login', ok, form(JOHN)),
    post('with more fields, which stay here', ok, form(`grant_type=x&${JOHN}&scope=me`)),
    post('with multipart', ok, multipart({ '"username"': 'johndoe', '"password"': 'secret' })),
    ...['GET', 'DELETE'].map((method) => row(path, '', always(wrongMethod('POST')), { method })),
  ]
}
