/** The first step's contract, as a table: a sentence, a request, and the answer it must get. */

import {
  authorization,
  type Expected,
  expecting,
  FOUND,
  headOf,
  noAuthorization,
  notFound,
  otherScheme,
  page,
  redirect,
  type Row,
  rowsAt,
  wrongMethod as methodNot,
} from '../../contract/row.ts'

export const API = '/lessons/first-steps/api'

/** 200 with the token, as it arrived. */
const token = (text: string) =>
  expecting(200, {
    json: { token: text },
    decided: [
      ...FOUND,
      '+ scheme-bearer',
      text === '' ? '+ token-empty' : '+ token-found-unchecked',
      '+ handler-answered',
    ],
  })

const wrongMethod = methodNot('GET')

const row = rowsAt(API)

/** A row for GET /items/ with one Authorization value. */
const sent = (what: string, value: string, expected: Expected): Row =>
  row(`${API}/items/`, `with ${what}`, expected, { headers: authorization(value) })

const foobar = authorization('Bearer foobar')
const items = `${API}/items/`
const LONG = 'A'.repeat(8192)

const schemes: Row[] = [
  row(items, 'without a header', noAuthorization),
  sent('Bearer foobar', 'Bearer foobar', token('foobar')),
  sent('the scheme in lower case', 'bearer foobar', token('foobar')),
  sent('the scheme in upper case', 'BEARER foobar', token('foobar')),
  sent('the scheme in mixed case', 'bEaReR foobar', token('foobar')),
  ...['Basic am9objpzZWNyZXQ=', 'Token foobar', 'Digest username="Mufasa", realm="r"'].map(
    (value) => sent(`the scheme ${value.split(' ')[0]}`, value, otherScheme),
  ),
  ...['Bear foobar', 'Bearers foobar', 'Bearerfoobar', 'Bearer,foobar', 'Bearer=foobar'].map(
    (value) => sent(`"${value}"`, value, otherScheme),
  ),
  sent('a token and no scheme', 'foobar', otherScheme),
  sent('a scheme named __proto__', '__proto__ foobar', otherScheme),
  sent('a scheme named constructor', 'constructor foobar', otherScheme),
  sent('quotes around all of it', '"Bearer foobar"', otherScheme),
  sent('a tab for a space', 'Bearer\tfoobar', otherScheme),
  sent('a no-break space for a space', 'Bearer\u00a0foobar', otherScheme),
  sent('a comma before the scheme', ', Bearer foobar', otherScheme),
  sent('an empty value', '', noAuthorization),
  sent('blanks for a value', ' \t ', noAuthorization),
  sent('only the scheme', 'Bearer', token('')),
  sent('the scheme and blanks', 'bearer    ', token('')),
  ...['X-Authorization', 'X-Forwarded-Authorization', 'X-Forwarded-User', '__proto__'].map((name) =>
    row(items, `with ${name} instead`, noAuthorization, { headers: [[name, 'Bearer foobar']] }),
  ),
  row(`${items}?access_token=foobar`, '(token in the query)', noAuthorization),
]

const tokens: Row[] = [
  ['two words', 'a b'],
  ['a comma', 'a, Bearer b'],
  ['the scheme twice', 'Bearer foobar'],
  ['quotes', '"foobar"'],
  ['a backslash and a quote', 'quo"te\\back'],
  ['markup', "</script><b>&amp;'"],
  ['percent signs', 'foo%20bar'],
  ['a tab inside', 'foo\tbar'],
  ['Latin-1 letters', 'caf\u00e9'],
  ['UTF-8 bytes read as Latin-1', 'caf\u00c3\u00a9'],
  ['a no-break space at its end', 'foobar\u00a0'],
  ['JSON', '{"a":[1,null]}'],
  ['the shape of a JWT', 'eyJhbGciOiJub25lIn0.e30.'],
  ['an object key', '__proto__'],
  ['a method name', 'constructor'],
  ['8 KiB', LONG],
].map(([what = '', text = '']) => sent(`a token of ${what}`, `Bearer ${text}`, token(text)))

const blanks: Row[] = [
  sent('blanks before the scheme', '    Bearer foobar', token('foobar')),
  sent('blanks after the token', 'Bearer foobar    ', token('foobar')),
  sent('two spaces between', 'Bearer  foobar', token('foobar')),
  sent('a space and a tab between', 'Bearer \tfoobar', token('foobar')),
]

const routes: Row[] = [
  row(`${API}/items`, 'without its slash', redirect(items)),
  row(`${API}/items`, 'without its slash, with a token', redirect(items), { headers: foobar }),
  row(`${API}/items?a=1&b=%2F`, 'without its slash', redirect(`${items}?a=1&b=%2F`)),
  row(`${API}/openapi.json/`, 'with a slash too many', redirect(`${API}/openapi.json`)),
  ...['/', '//items/', '/ITEMS/', '/items/1', '/items/;v=1', '/items/%00', '/items/%2e%2e%2f'].map(
    (path) => row(API + path, '', notFound, { headers: foobar }),
  ),
  row(`${API}/__proto__`, '', notFound),
  row(`${API}/token`, '', notFound, { method: 'POST', body: 'username=johndoe&password=secret' }),
  row(`${API}/%69tems/`, '(an encoded letter)', token('foobar'), { headers: foobar }),
  row(`${items}?a=1&a=2`, '', token('foobar'), { headers: foobar }),
  row(`${API}/v1/items/`, 'without a header', noAuthorization),
  row(`${API}/v1/items/`, 'with Bearer foobar', token('foobar'), { headers: foobar }),
  row(`${API}/v1/items`, 'without its slash', redirect(`${API}/v1/items/`)),
  row('/lessons/nowhere/api/items/', '', expecting(404, { json: { detail: 'Not Found' } })),
  row(`${API}/docs`, '', page('text/html; charset=utf-8')),
  row(`${API}/openapi.json`, '', page('application/json')),
  row(`${API}/v1/openapi.json`, '', page('application/json')),
]

const methods: Row[] = [
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].flatMap((method) => [
    row(items, '', wrongMethod, { method }),
    row(items, 'with a token', wrongMethod, { method, headers: foobar }),
  ]),
  row(`${API}/docs`, '', wrongMethod, { method: 'DELETE' }),
  row(items, 'with a body', wrongMethod, { method: 'POST', body: '{"token":"other"}' }),
  row(items, 'with a token', headOf(token('foobar')), { method: 'HEAD', headers: foobar }),
  row(items, 'without a header', headOf(noAuthorization), { method: 'HEAD' }),
  row(items, 'with a body', token('foobar'), {
    headers: [['Content-Type', 'application/json'], ...foobar],
    body: '{"token":"other"}',
    notInBrowser: true,
  }),
]

export const rows: Row[] = [...schemes, ...tokens, ...blanks, ...routes, ...methods]
