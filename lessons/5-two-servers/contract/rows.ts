/** The fifth step's contract, as a table: the hardened client server, and the weak one of the tutorial. */

import { form, JOHN } from '../../contract/form-rows.ts'
import { redirect, type Row, wrongMethod } from '../../contract/row.ts'
import { dataRows } from './data-rows.ts'
import { loginRows } from './login-rows.ts'
import { type ClientServer, pageRows } from './pages.ts'
import { faithfulAt, hardenedAt, loggedOutAt } from './servers.ts'

export const CLIENT = '/lessons/two-servers/client'
export const FAITHFUL = '/lessons/two-servers/faithful'

const hardened = hardenedAt(CLIENT)
const { row, always } = hardened
const logout = `${CLIENT}/logout`
const loggedOut = loggedOutAt(hardened, 'origin-unsaid')

const logouts: Row[] = [
  row(logout, 'without a cookie', loggedOut, { method: 'POST' }),
  row(logout, 'with a body', loggedOut, form(JOHN)),
  row(logout, '', always(wrongMethod('POST'))),
  row(logout, 'with a cookie', loggedOut, {
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

export const hardenedRows: Row[] = [...rowsOf(hardened), ...logouts]

export const faithfulRows: Row[] = rowsOf(faithfulAt(FAITHFUL))
