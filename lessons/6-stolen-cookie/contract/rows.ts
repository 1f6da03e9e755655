/** The sixth step's contract, as a table: who may send a form, on each client server. */

import { type ClientServer, pageRows } from '../../5-two-servers/contract/pages.ts'
import { faithfulAt, FOUND, hardenedAt, loggedOutAt } from '../../5-two-servers/contract/servers.ts'
import { form, JOHN } from '../../contract/form-rows.ts'
import { type Asked, refused, type Row } from '../../contract/row.ts'

export const CLIENT = '/lessons/stolen-cookie/client'
export const FAITHFUL = '/lessons/stolen-cookie/faithful'

const hardened: ClientServer = hardenedAt(CLIENT)
const faithful: ClientServer = faithfulAt(FAITHFUL)

const { row, always } = hardened
const logout = `${CLIENT}/logout`
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
  row(logout, `from ${what}`, own ? loggedOutAt(hardened, 'origin-own') : fromElsewhere, {
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

export const hardenedRows: Row[] = [...pageRows(hardened), ...sources]

export const faithfulRows: Row[] = [
  ...pageRows(faithful),
  faithful.row(
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
