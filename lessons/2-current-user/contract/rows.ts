/** The second step's contract, as a table: whatever the token, it is somebody. */

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
  type Row,
  rowsAt,
  wrongMethod,
} from '../../contract/row.ts'

export const API = '/lessons/current-user/api'

const me = `${API}/users/me`
const row = rowsAt(API)
const testtoken = authorization('Bearer testtoken')

/** 200 with the user that the fake decoder makes of a token. */
const user = (token: string): Expected =>
  expecting(200, {
    json: {
      username: `${token}fakedecoded`,
      email: 'john@example.com',
      full_name: 'John Doe',
      disabled: null,
    },
    decided: [
      ...FOUND,
      '+ scheme-bearer',
      token === '' ? '+ token-empty' : '+ token-found-unchecked',
      '+ resolved',
      '+ handler-answered',
    ],
  })

const guard = guardRows(row, {
  path: me,
  token: 'testtoken',
  good: user('testtoken'),
  empty: user(''),
})

const tokens: Row[] = [
  ['two words', 'john doe'],
  ['a comma', 'one,two'],
  ['markup', '<b>x</b>'],
  ['the scheme twice', 'Bearer testtoken'],
  ['quotes and a backslash', '"a\\b"'],
  ['Latin-1 letters', 'jos\u00e9'],
  ['an object key', '__proto__'],
  ['a method name', 'toString'],
  ['8 KiB', 'A'.repeat(8192)],
].map(([what = '', token = '']) =>
  row(me, `with a token of ${what}`, user(token), { headers: authorization(`Bearer ${token}`) }),
)

const routes: Row[] = [
  row(`${me}/`, 'with a slash too many', redirect(me)),
  row(`${me}/`, 'with a slash too many, with a token', redirect(me), { headers: testtoken }),
  row(`${me}/?full=1&a=%2F`, 'with a slash too many', redirect(`${me}?full=1&a=%2F`)),
  ...['/users', '/users/', '/users/you', '/users/ME', '/users/me/items', '/me'].map((path) =>
    row(API + path, '', notFound, { headers: testtoken }),
  ),
  row(`${me}?full=1`, '', user('testtoken'), { headers: testtoken }),
  row(`${API}/token`, '(no login in this step)', notFound, {
    method: 'POST',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: 'username=johndoe&password=secret',
  }),
  row(`${API}/docs`, '', page('text/html; charset=utf-8')),
  row(`${API}/openapi.json`, '', page('application/json')),
]

const methods: Row[] = [
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) =>
    row(me, 'with a token', wrongMethod('GET'), { method, headers: testtoken }),
  ),
  row(me, 'without a header', wrongMethod('GET'), { method: 'POST' }),
  row(me, 'with a token', headOf(user('testtoken')), { method: 'HEAD', headers: testtoken }),
  row(me, 'without a header', headOf(noAuthorization), { method: 'HEAD' }),
]

export const rows: Row[] = [...guard, ...tokens, ...routes, ...methods]
