/** Rows about the login form: what is read of it, and what is refused before anybody is looked up. */

import type { HeaderList } from '../../server/security/trace.ts'
import { MULTIPART_CLIENTS } from './multipart-clients.ts'
import { type Asked, type Expected, refused, type Row, type WriteRow } from './row.ts'

const URLENCODED = 'application/x-www-form-urlencoded'

const contentType = (value: string): HeaderList => [['Content-Type', value]]

/** A form's POST, with its usual media type or another. */
export const form = (body: string, type = URLENCODED): Asked => ({
  method: 'POST',
  headers: contentType(type),
  body,
})

const BOUNDARY = 'XbOuNdArY'

/** Parts by their `Content-Disposition` parameters, as `multipart/form-data` has them. */
export const multipart = (parts: Record<string, string>, boundary = BOUNDARY): Asked =>
  form(multipartBody(parts), `multipart/form-data; boundary=${boundary}`)

/** The login in parts, each disposition as `disposed` writes it. */
const parts = (disposed: (name: string) => string): string =>
  Object.entries({ username: 'johndoe', password: 'secret' })
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: ${disposed(name)}\r\n\r\n${value}\r\n`,
    )
    .join('') + `--${BOUNDARY}--\r\n`

const PARTS = parts((name) => `form-data; name="${name}"`)

/** Bodies in parts that platforms read differently: here they are broken, as in FastAPI. */
const BROKEN_PARTS: [what: string, body: string][] = [
  ['with text before it', `x${PARTS}`],
  ['with a line of text before it', `preamble\r\n${PARTS}`],
  ['with line feeds alone', PARTS.replaceAll('\r', '')],
  ['with folded header lines', parts((name) => `form-data;\r\n name="${name}"`)],
  ['with blanks behind its delimiters', PARTS.replaceAll(`${BOUNDARY}\r`, `${BOUNDARY} \r`)],
  ['with parts of another disposition', parts((name) => `attachment; name="${name}"`)],
  ['with half an end', PARTS.slice(0, -3)],
]

/** And here they are none the worse. */
const GOOD_PARTS: [what: string, body: string][] = [
  ['with names without quotes', parts((name) => `form-data; name=${name}`)],
  ['without blanks', parts((name) => `form-data;name="${name}"`)],
  ['with a semicolon at the end', parts((name) => `form-data; name="${name}";`)],
  ['with other parameters', parts((name) => `form-data; x=y; name="${name}"; filename*=utf-8''x`)],
  ['with capitals', parts((name) => `FORM-DATA; NAME="${name}"`)],
  ['with a blank line before it', `\r\n${PARTS}`],
  ['with text after it', `${PARTS}epilogue`],
  ['without a line end', PARTS.slice(0, -2)],
]

const inParts = (body: string) => form(body, `multipart/form-data; boundary=${BOUNDARY}`)

const multipartBody = (parts: Record<string, string>): string =>
  Object.entries(parts)
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`,
    )
    .join('') + `--${BOUNDARY}--\r\n`

export const JOHN = 'username=johndoe&password=secret'

const LIMIT = 64 * 1024

/** A good login of exactly so many bytes. */
const ofBytes = (length: number) => `${JOHN}&x=`.padEnd(length, 'y')

const FOUND = ['+ route-found']

const absent = (field: string) => ({
  type: 'missing',
  loc: ['body', field],
  msg: 'Field required',
  input: null,
})

/** 422 that names the missing fields, and before them the grant type that is not `password`. */
const unfit = (fields: string[], grantType?: string): Expected => {
  const pattern = '^password$'
  const grant = {
    type: 'string_pattern_mismatch',
    loc: ['body', 'grant_type'],
    msg: `String should match pattern '${pattern}'`,
    input: grantType,
    ctx: { pattern },
  }
  return refused(422, [...(grantType === undefined ? [] : [grant]), ...fields.map(absent)], FOUND, [
    ...(grantType === undefined ? [] : ['grant_type-string-pattern-mismatch']),
    ...fields.map((field) => `${field}-missing`),
  ])
}

const neither = unfit(['username', 'password'])
const broken = refused(400, 'There was an error parsing the body', FOUND, ['multipart-broken'])
const tooLong = refused(413, 'Request body too large', FOUND, ['body-too-long'])
const fileFor = (field: string) =>
  refused(
    422,
    [
      {
        type: 'string_type',
        loc: ['body', field],
        msg: 'Input should be a valid string',
        input: null,
      },
    ],
    FOUND,
    [`${field}-string-type`],
  )

/** Forms that are refused unread, unfit or unfinished: nobody's password is looked at. */
export function refusedFormRows(row: WriteRow, path: string): Row[] {
  const login = (what: string, expected: Expected, asked: Asked) => row(path, what, expected, asked)
  return [
    login('without a username', unfit(['username']), form('password=secret')),
    login('without a password', unfit(['password']), form('username=johndoe')),
    login('with neither', neither, form('grant_type=password')),
    login('with an empty username', unfit(['username']), form('username=&password=secret')),
    login('with an empty password', unfit(['password']), form('username=johndoe&password=')),
    login('with an empty last password', unfit(['password']), form(`${JOHN}&password=`)),
    login('with fields in brackets', unfit(['username']), form('username[]=a&password=secret')),
    login('with the field in capitals', unfit(['username']), form('USERNAME=a&password=secret')),
    login('with semicolons', unfit(['password']), form('username=johndoe;password=secret')),
    login('with a question mark', unfit(['username']), form(`?${JOHN}`)),
    login('with a byte order mark', unfit(['username']), form(`\ufeff${JOHN}`)),
    ...[
      'client_credentials',
      'refresh_token',
      'passwordX',
      'xpassword',
      'PASSWORD',
      'password ',
    ].map((grant) =>
      login(`with grant_type "${grant}"`, unfit([], grant), form(`${JOHN}&grant_type=${grant}`)),
    ),
    login('with two grant types', unfit([], 'x'), form(`grant_type=password&${JOHN}&grant_type=x`)),
    login(
      'with another grant type and no username',
      unfit(['username'], 'x'),
      form('grant_type=x&password=secret'),
    ),
    login('without a body', neither, { method: 'POST' }),
    login('with an empty form', neither, form('')),
    login('with a form and no media type', neither, { method: 'POST', body: JOHN }),
    login('with a form as text/plain', neither, form(JOHN, 'text/plain')),
    login('with a form as a media type of its kind', neither, form(JOHN, `${URLENCODED}2`)),
    login('with a form named multipart', broken, form(JOHN, 'multipart/form-data; boundary=x')),
    login(
      'with JSON',
      neither,
      form('{"username":"johndoe","password":"secret"}', 'application/json'),
    ),
    row(`${path}?${JOHN}`, '(login in the query)', neither, { method: 'POST' }),
    login(
      'with multipart without a boundary',
      broken,
      form(multipartBody({ '"username"': 'johndoe' }), 'multipart/form-data'),
    ),
    ...BROKEN_PARTS.map(([what, body]) => login(`with multipart ${what}`, broken, inParts(body))),
    login(
      'with multipart without an end',
      broken,
      form(
        multipartBody({ '"username"': 'johndoe' }).slice(0, -20),
        `multipart/form-data; boundary=${BOUNDARY}`,
      ),
    ),
    login(
      'with a file for a password',
      fileFor('password'),
      multipart({ '"username"': 'johndoe', '"password"; filename="p.txt"': 'secret' }),
    ),
    login(
      'with a file for a scope',
      fileFor('scope'),
      multipart({
        '"username"': 'johndoe',
        '"password"': 'secret',
        '"scope"; filename="s.txt"': 'me',
      }),
    ),
    login('with a body of 64 KiB and a byte', tooLong, form(ofBytes(LIMIT + 1))),
  ]
}

/** Spellings of one good login; `good` is its answer. */
export function goodFormRows(row: WriteRow, path: string, good: Expected): Row[] {
  const login = (what: string, asked: Asked) => row(path, what, good, asked)
  return [
    login('with grant_type password', form(`grant_type=password&${JOHN}`)),
    login('with an empty grant_type', form(`grant_type=&${JOHN}`)),
    login('with scopes', form(`${JOHN}&scope=me+items`)),
    login('with empty optional fields', form(`${JOHN}&scope=&client_id=&client_secret=`)),
    login('with a client in the form', form(`${JOHN}&client_id=x&client_secret=y`)),
    login('with a client in a header', {
      ...form(JOHN),
      headers: [...contentType(URLENCODED), ['Authorization', 'Basic Og==']],
    }),
    login('with unknown fields', form(`${JOHN}&remember=1&admin=true&__proto__=1`)),
    login('with two usernames, good last', form(`username=foo&${JOHN}`)),
    login('with two passwords, good last', form('username=johndoe&password=no&password=secret')),
    login('with letters in percent escapes', form('username=%6aohndo%65&password=secret')),
    login('with a field name in percent escapes', form('%75sername=johndoe&password=secret')),
    login('with ampersands too many', form(`&&username=johndoe&&password=secret&`)),
    login('with a charset', form(JOHN, `${URLENCODED}; charset=utf-8`)),
    login('with another charset', form(JOHN, `${URLENCODED};charset=iso-8859-1`)),
    login('with the media type in capitals', form(JOHN, URLENCODED.toUpperCase())),
    login('with capitals and a charset', form(JOHN, `${URLENCODED.toUpperCase()}; charset=UTF-8`)),
    login('with multipart', multipart({ '"username"': 'johndoe', '"password"': 'secret' })),
    login(
      'with multipart and a quoted boundary',
      multipart({ '"username"': 'johndoe', '"password"': 'secret' }, `"${BOUNDARY}"`),
    ),
    ...GOOD_PARTS.map(([what, body]) => login(`with multipart ${what}`, inParts(body))),
    ...Object.entries(MULTIPART_CLIENTS).map(([client, { body, contentType }]) =>
      login(`with multipart of ${client}`, form(body, contentType)),
    ),
    login(
      'with a file nobody asked for',
      multipart({ '"x"; filename="x.txt"': 'x', '"username"': 'johndoe', '"password"': 'secret' }),
    ),
    login('with a body of 64 KiB', form(ofBytes(LIMIT))),
  ]
}
