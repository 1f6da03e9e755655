/** Rows about asking a client server for data: what a cookie may hold, and what the auth server makes of it. */

import { forge } from '../../contract/forge.ts'
import { BEARER, GATES, stoppedAt } from '../../4-jwt/contract/gates.ts'
import {
  type Asked,
  type Call,
  type Expected,
  headOf,
  refused,
  type Row,
  wrongMethod,
} from '../../contract/row.ts'
import type { ClientServer } from './pages.ts'

/** A token for long, and two that are none: the auth server goes by this machine's clock. */
const good = await forge({ payload: '{"sub":"johndoe","exp":4102444800}' })
const expired = await forge({ payload: '{"sub":"johndoe","exp":1}' })
const foreign = await forge({ payload: '{"sub":"johndoe","exp":4102444800}', key: 'another' })

const withCookie = (value: string): Asked => ({
  headers: [['Cookie', value]],
  notInBrowser: true,
})

const askedFor = (path: string, token: string, status: number, decided: string[]): Call => ({
  asked: `GET ${path}`,
  authorization: `Bearer ${token}`,
  body: '',
  status,
  decided,
})

const letThrough = [...BEARER, ...Object.values(GATES), '+ resolved', '+ handler-answered']
const JOHN_DOE = {
  username: 'johndoe',
  email: 'johndoe@example.com',
  full_name: 'John Doe',
  disabled: false,
}

const noToken = (because: string): Expected => ({
  ...refused(401, 'No access token available', [], [because]),
  challenge: null,
  decided: ['+ route-found', '- handler-refused'],
})

/** What a `Cookie` header holds: no token, something that cannot be one, or the token that is sent on. */
const COOKIES: [
  what: string,
  value: string,
  carried: 'missing' | 'no-token' | { token: string },
][] = [
  ['other cookies', 'a=b; c=d', 'missing'],
  ['an empty value', '', 'missing'],
  ['no value', 'jwt_token', 'missing'],
  ['an empty token', 'jwt_token=', 'missing'],
  ['an empty token in quotes', 'jwt_token=""', 'missing'],
  ['no name', `=${good}`, 'missing'],
  ['its name in capitals', `JWT_TOKEN=${good}`, 'missing'],
  ['a name that ends like it', `xjwt_token=${good}`, 'missing'],
  ['a comma before it', `a=b, jwt_token=${good}`, 'missing'],
  ['a Latin-1 letter in it', 'jwt_token=caf\u00e9', 'missing'],
  ['a backslash in it', 'jwt_token=a\\b', 'missing'],
  ['a quote in it', 'jwt_token=a"b', 'missing'],
  ['an equals sign for a token', 'jwt_token==', 'no-token'],
  ['a comma and another', `jwt_token=${good}, jwt_token=x`, 'no-token'],
  ['its scheme before it', `jwt_token=Bearer ${good}`, 'no-token'],
  ['a blank in it', 'jwt_token=a b', 'no-token'],
  ['a blank as an escape', 'jwt_token=a%20b', 'no-token'],
  ['a line break as an escape', 'jwt_token=a%0d%0aX-A:%201', 'no-token'],
  ['a NUL as an escape', 'jwt_token=%00', 'no-token'],
  ['half an escape', 'jwt_token=%', 'no-token'],
  ['half a letter as escapes', 'jwt_token=%E0%A4', 'no-token'],
  ['markup', 'jwt_token=<b>x</b>', 'no-token'],
  ['8 KiB and a letter', `jwt_token=${'a'.repeat(8193)}`, 'no-token'],
  ['a good token', `jwt_token=${good}`, { token: good }],
  ['a good token in quotes', `jwt_token="${good}"`, { token: good }],
  ['blanks around', ` jwt_token = ${good} `, { token: good }],
  ['an escaped letter', `jwt_token=%65${good.slice(1)}`, { token: good }],
  ['other cookies around', `a=b; jwt_token=${good}; c=d`, { token: good }],
  ['another token behind', `jwt_token=${good}; jwt_token=x`, { token: good }],
]

const stopped = (...args: Parameters<typeof stoppedAt>) => stoppedAt(...args).decided

/** Tokens the client server hands on, for the auth server to refuse. */
const REFUSED: [what: string, token: string, decided: string[]][] = [
  ['garbage', 'garbage', stopped('parts', 'not-three-parts')],
  ['three letters', 'a.b.c', stopped('parts', 'not-base64url')],
  ['an expired token', expired, stopped('expiry', 'expired')],
  ['a token of another key', foreign, stopped('signature', 'signature-differs')],
]

/** Asking for data without a cookie: to be sent before a login, as a browser keeps what that gives. */
export function dataRows({ api, row, always, data, refusedThere }: ClientServer): Row[] {
  const me = `${api}/test-users-me`
  const items = `${me}-items`
  const noCookie = always(noToken('cookie-missing'))
  const johndoe = (token: string) =>
    data(JOHN_DOE, [askedFor('/users/me/', token, 200, letThrough)])
  return [
    row(me, 'without a cookie', noCookie),
    row(items, 'without a cookie', noCookie),
    row(`${me}?jwt_token=${good}`, '(token in the query)', noCookie),
    row(me, 'with the token in Authorization', noCookie, {
      headers: [['Authorization', `Bearer ${good}`]],
    }),
    row(me, 'without a cookie', headOf(noCookie), { method: 'HEAD' }),
    row(me, '', always(wrongMethod('GET')), { method: 'POST' }),
    ...COOKIES.map(([what, value, carried]) =>
      row(
        me,
        `with a cookie of ${what}`,
        typeof carried === 'object'
          ? always(johndoe(carried.token))
          : always(noToken(`cookie-${carried}`)),
        withCookie(value),
      ),
    ),
    row(me, 'with two Cookie lines', always(johndoe(good)), {
      headers: ['a=b', `jwt_token=${good}`].map((line): [string, string] => ['Cookie', line]),
      notInBrowser: true,
    }),
    row(me, 'with a good token', always(headOf(johndoe(good))), {
      ...withCookie(`jwt_token=${good}`),
      method: 'HEAD',
    }),
    row(
      items,
      'with a good token',
      always(
        data(
          [{ item_id: 'Foo', owner: 'johndoe' }],
          [askedFor('/users/me/items/', good, 200, letThrough)],
        ),
      ),
      withCookie(`jwt_token=${good}`),
    ),
    ...REFUSED.map(([what, token, decided]) =>
      row(
        me,
        `with a cookie of ${what}`,
        always(refusedThere([askedFor('/users/me/', token, 401, decided)])),
        withCookie(`jwt_token=${token}`),
      ),
    ),
  ]
}
