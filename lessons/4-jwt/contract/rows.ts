/** The fourth step's contract, as a table: what a login gives, and what becomes of a token at each gate. */

import type { HeaderList } from '../../../server/security/trace.ts'
import { forge } from '../../contract/forge.ts'
import { guardRows } from '../../contract/guard-rows.ts'
import { at, atNow, inIso, NOW } from './clock.ts'
import { BEARER, GATES, stoppedAt } from './gates.ts'
import { API, logins, token } from './login-rows.ts'
import { acceptedTokens, good, refusedTokens } from './tokens.ts'
import {
  authorization,
  type Expected,
  expecting,
  headOf,
  noAuthorization,
  notFound,
  page,
  redirect,
  type Row,
  rowsAt,
  wrongMethod,
} from '../../contract/row.ts'

const me = `${API}/users/me/`
const items = `${API}/users/me/items/`
const row = rowsAt(API)

const seen = (json: unknown): Expected =>
  expecting(200, {
    json,
    decided: [...BEARER, ...Object.values(GATES), '+ resolved', '+ handler-answered'],
  })

const johndoe = seen({
  username: 'johndoe',
  email: 'johndoe@example.com',
  full_name: 'John Doe',
  disabled: false,
})
const foo = seen([{ item_id: 'Foo', owner: 'johndoe' }])

/** A row for one token, shown to `/users/me/` when it is `NOW`. */
const shown = (what: string, text: string, expected: Expected): Row =>
  row(me, `with a token of ${what}`, expected, {
    headers: [...authorization(`Bearer ${text}`), ...atNow],
  })

const empty = stoppedAt('parts', 'not-three-parts')
const guard = guardRows(row, {
  path: me,
  token: good,
  good: johndoe,
  empty: {
    ...empty,
    decided: empty.decided.map((code) => code.replace('found-unchecked', 'empty')),
  },
  besides: atNow,
})

const tokens: Row[] = [
  ...acceptedTokens.map(([what, text]) => shown(what, text, johndoe)),
  ...Object.values(refusedTokens)
    .flat()
    .map(([what, text, expected]) => shown(what, text, expected)),
]

const EXP = Date.UTC(2099, 0) / 1000
const lasting = authorization(
  `Bearer ${await forge({ payload: `{"sub":"johndoe","exp":${EXP}}` })}`,
)
const expired = stoppedAt('expiry', 'expired', 'ERR_JWT_EXPIRED')
const noTime = expecting(400, { json: { detail: 'x-playground-now is not a date-time' } })

/** One token and many clocks: it counts up to the second before its `exp`. */
const clocks: Row[] = (
  [
    ['1970-01-01T00:00:00Z', johndoe],
    ['2098-12-31T23:59:58Z', johndoe],
    ['2098-12-31T23:59:59Z', johndoe],
    ['2098-12-31T23:59:59.999Z', johndoe],
    ['2099-01-01T08:59:59+09:00', johndoe],
    ['2099-01-01T00:00:00Z', expired],
    ['2099-01-01T09:00:00+09:00', expired],
    ['2099-01-01T00:00:00.001Z', expired],
    ['2099-01-01T00:00:01Z', expired],
    ['9999-12-31T23:59:59Z', expired],
    ['tomorrow', noTime],
    ['', noTime],
    [`${NOW}`, noTime],
    ['2098-12-31', noTime],
    ['2098-12-31T23:59:59', noTime],
    ['2098-12-31 23:59:59Z', noTime],
    ['2098-13-01T00:00:00Z', noTime],
    ['Sat, 31 Dec 2098 23:59:59 GMT', noTime],
    ['2098-12-31T23:59:59Z, 2098-12-31T23:59:59Z', noTime],
  ] satisfies [string, Expected][]
).map(([time, expected]) =>
  row(me, `with a token until 2099, at "${time}"`, expected, {
    headers: [...lasting, ...at(time)],
  }),
)

const john: HeaderList = [...authorization(`Bearer ${good}`), ...atNow]
const routes: Row[] = [
  row(items, 'with a good token', foo, { headers: john }),
  row(items, 'without a header', noAuthorization),
  row(items, 'with an expired token', expired, {
    headers: [...authorization(`Bearer ${good}`), ...at(inIso(NOW + 1800))],
  }),
  row(me.slice(0, -1), 'without its slash', redirect(me), { headers: john }),
  row(`${items.slice(0, -1)}?a=1`, 'without its slash', redirect(`${items}?a=1`), {
    headers: john,
  }),
  row(me, 'with a token', headOf(johndoe), { method: 'HEAD', headers: john }),
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].flatMap((method) => [
    row(me, 'with a token', wrongMethod('GET'), { method, headers: john }),
    row(items, '', wrongMethod('GET'), { method }),
  ]),
  ...['GET', 'PUT', 'DELETE', 'OPTIONS'].map((method) =>
    row(token, '', wrongMethod('POST'), { method }),
  ),
  row(token, '', headOf(wrongMethod('POST')), { method: 'HEAD' }),
  ...['/', '/users/', '/users/me/items/Foo'].map((path) =>
    row(API + path, '', notFound, { headers: john }),
  ),
  row(`${API}/docs`, '', page('text/html; charset=utf-8')),
  row(`${API}/openapi.json`, '', page('application/json')),
]

const SECRET = '/lessons/jwt/secret'
const mine = `${SECRET}/users/me/`
const ofSecret = rowsAt(SECRET)

/** The server whose key is nobody else's: what is signed with the tutorial's key opens nothing there. */
export const secretRows: Row[] = [
  ofSecret(mine, 'without a header', noAuthorization),
  ofSecret(
    mine,
    'with a token of the tutorial’s key',
    stoppedAt('signature', 'signature-differs', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'),
    { headers: john },
  ),
  ofSecret(mine, 'with garbage', stoppedAt('parts', 'not-three-parts'), {
    headers: authorization('Bearer garbage'),
  }),
  ofSecret(mine, '', wrongMethod('GET'), { method: 'POST' }),
]

export const rows: Row[] = [...logins, ...guard, ...tokens, ...clocks, ...routes]
