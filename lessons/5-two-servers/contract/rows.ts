/** The fifth step's contract, as a table: the hardened client server, and the weak one of the tutorial. */

import { form, JOHN } from '../../contract/form-rows.ts'
import {
  type Asked,
  type Call,
  type Expected,
  expecting,
  redirect,
  refused,
  type Row,
  rowsAt,
  wrongMethod,
} from '../../contract/row.ts'
import { dataRows } from './data-rows.ts'
import { loginRows } from './login-rows.ts'
import { type ClientServer, HTML, pageRows } from './pages.ts'

export const CLIENT = '/lessons/two-servers/client'
export const FAITHFUL = '/lessons/two-servers/faithful'

const FOUND = ['+ route-found']
const ANSWERED = [...FOUND, '+ handler-answered']
const OWN = [...FOUND, '+ origin-unsaid']

/** A page, and the form that is on it where somebody has to log in. */
const html = (status: number, says: string[], rest: Partial<Expected>): Expected =>
  expecting(status, { type: HTML, says, ...rest })
const FORM = '<form action="get-token" method="post">'

const ATTRIBUTES = `Path=${CLIENT}/; HttpOnly; SameSite=Lax`
const forgotten = `jwt_token=; Max-Age=0; Path=${CLIENT}/`

const hardened: ClientServer = {
  api: CLIENT,
  row: rowsAt(CLIENT),
  before: OWN,
  always: (expected) => ({ ...expected, cache: 'no-store' }),
  data: (json, called) => {
    const cells = [json]
      .flat()
      .flatMap((one) => Object.entries(one as object))
      .map(([key, value]) => `<dt>${key}</dt><dd>${value}</dd>`)
    return html(200, [`<dl>${cells.join('')}</dl>`], { decided: ANSWERED, called })
  },
  refusedThere: (called) =>
    html(401, ['Please log in again', FORM], { decided: ANSWERED, called, cookies: [forgotten] }),
  loggedIn: (called) =>
    html(200, ['<body>Logged in as johndoe</body>'], {
      decided: [...OWN, '+ form-complete', '+ handler-answered'],
      called,
      cookies: [`jwt_token=TOKEN; Max-Age=SECONDS; ${ATTRIBUTES}`],
    }),
  wrongLogin: (called) =>
    html(401, ['<p>Login failed</p>', FORM], {
      decided: [...OWN, '+ form-complete', '+ handler-answered'],
      called,
    }),
}

const faithful: ClientServer = {
  api: FAITHFUL,
  row: rowsAt(FAITHFUL),
  before: FOUND,
  always: (expected) => expected,
  data: (json, called) => expecting(200, { type: HTML, json, decided: ANSWERED, called }),
  refusedThere: (called) =>
    expecting(200, {
      type: HTML,
      json: { detail: 'Could not validate credentials' },
      decided: ANSWERED,
      called,
    }),
  loggedIn: (called) =>
    html(200, ['<p>Logged in as johndoe</p><!DOCTYPE html>'], {
      decided: [...FOUND, '+ form-complete', '+ handler-answered'],
      called,
      cookies: ['jwt_token=TOKEN'],
    }),
  wrongLogin: (called: Call[]) => ({
    ...refused(401, 'Login failed', [], ['login-failed']),
    challenge: null,
    decided: [...FOUND, '+ form-complete', '- handler-refused'],
    called,
  }),
}

const { row, always } = hardened
const logout = `${CLIENT}/logout`
const loggedOut = (because: string) =>
  always(
    html(200, ['<p>Logged out</p>', FORM], {
      decided: [...FOUND, `+ ${because}`, '+ handler-answered'],
      cookies: [forgotten],
    }),
  )
const fromElsewhere = always(refused(403, 'Sent from another origin', FOUND, ['origin-foreign']))

/** What a browser says of where a form comes from; no script can. */
const SOURCES: [what: string, headers: Asked['headers'] & {}, own: boolean][] = [
  ['its own origin', [['Origin', 'http://localhost']], true],
  ['Sec-Fetch-Site same-origin', [['Sec-Fetch-Site', 'same-origin']], true],
  ['Sec-Fetch-Site none', [['Sec-Fetch-Site', 'none']], true],
  ...['null', 'https://localhost', 'http://localhost:3000', 'http://localhost.evil.example'].map(
    (origin): (typeof SOURCES)[number] => [`Origin ${origin}`, [['Origin', origin]], false],
  ),
  ...['http://evil.example', 'http://localhost/', 'localhost', ''].map(
    (origin): (typeof SOURCES)[number] => [`Origin "${origin}"`, [['Origin', origin]], false],
  ),
  ...['same-site', 'cross-site', 'Same-Origin', 'same-origin, same-origin', ''].map(
    (site): (typeof SOURCES)[number] => [
      `Sec-Fetch-Site "${site}"`,
      [['Sec-Fetch-Site', site]],
      false,
    ],
  ),
  // What a page sends that withholds its origin, and what a proxy makes of a page's own.
  ...['null', 'https://lab.example', 'http://localhost:8001'].map(
    (origin): (typeof SOURCES)[number] => [
      `Sec-Fetch-Site same-origin and Origin ${origin}`,
      [
        ['Sec-Fetch-Site', 'same-origin'],
        ['Origin', origin],
      ],
      true,
    ],
  ),
  [
    'Sec-Fetch-Site same-site and its own origin',
    [
      ['Sec-Fetch-Site', 'same-site'],
      ['Origin', 'http://localhost'],
    ],
    false,
  ],
]

const sources: Row[] = SOURCES.flatMap(([what, headers, own]) => [
  row(logout, `from ${what}`, own ? loggedOut('origin-own') : fromElsewhere, {
    method: 'POST',
    headers,
    notInBrowser: true,
  }),
  ...(own
    ? []
    : [
        row(`${CLIENT}/get-token`, `from ${what}`, fromElsewhere, {
          ...form(JOHN),
          headers: [...form(JOHN).headers!, ...headers],
          notInBrowser: true,
        }),
      ]),
])

const logouts: Row[] = [
  row(logout, 'without a cookie', loggedOut('origin-unsaid'), { method: 'POST' }),
  row(logout, 'with a body', loggedOut('origin-unsaid'), form(JOHN)),
  row(logout, '', always(wrongMethod('POST'))),
  row(logout, 'with a cookie', loggedOut('origin-unsaid'), {
    method: 'POST',
    headers: [['Cookie', 'jwt_token=x']],
    notInBrowser: true,
  }),
]

const redirects = ({ api, row, always }: ClientServer): Row[] =>
  ['/test-users-me', '/test-users-me-items', '/get-token'].map((path) =>
    row(`${api}${path}/?a=1`, 'with a slash too many', always(redirect(`${api}${path}?a=1`)), {
      method: path === '/get-token' ? 'POST' : 'GET',
    }),
  )

/** In this order: in a browser a login's cookie stays for what comes after it. */
const rowsOf = (server: ClientServer): Row[] => [
  ...pageRows(server),
  ...redirects(server),
  ...dataRows(server),
  ...loginRows(server),
]

export const hardenedRows: Row[] = [...rowsOf(hardened), ...sources, ...logouts]

export const faithfulRows: Row[] = [
  ...rowsOf(faithful),
  rowsAt(FAITHFUL)(
    `${FAITHFUL}/get-token`,
    'from another site',
    faithful.loggedIn([
      {
        asked: 'POST /token',
        authorization: undefined,
        body: JOHN,
        status: 200,
        decided: [...FOUND, '+ form-complete', '+ handler-answered'],
      },
    ]),
    {
      ...form(JOHN),
      headers: [
        ...form(JOHN).headers!,
        ['Origin', 'http://evil.example'],
        ['Sec-Fetch-Site', 'cross-site'],
      ],
      notInBrowser: true,
    },
  ),
]
