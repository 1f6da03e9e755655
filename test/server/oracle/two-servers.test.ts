/** Both client servers answer as the tutorial's own was recorded to, but where they mean to differ. */

import { beforeAll, describe } from 'vitest'
import { useBcrypt } from '../../../server/security/index.ts'
import { cheapBcrypt } from '../support/cheap-bcrypt.ts'
import type { Recorded } from '../support/oracle.ts'
import { answersAsRecorded, type Departure } from '../support/oracle-suite.ts'

const CLIENT = '/lessons/two-servers/client'
const FAITHFUL = '/lessons/two-servers/faithful'

/** How the hardened server takes a cookie back. */
const DELETED = `jwt_token=; Max-Age=0; Path=${CLIENT}/`

const NONE: Recorded = {
  status: 401,
  headers: { 'content-type': 'application/json', 'set-cookie': null },
  body: { json: { detail: 'No access token available' } },
}

const loginPage = (text: string, cookie: string | null): Recorded => ({
  status: 401,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'www-authenticate': null,
    'set-cookie': cookie,
  },
  body: {
    page: {
      title: text === 'Login failed' ? 'Login' : text,
      text,
      forms: [
        {
          action: '/get-token',
          method: 'post',
          fields: [
            { type: 'text', name: 'username' },
            { type: 'password', name: 'password' },
            { type: 'submit', value: 'Login' },
          ],
        },
      ],
    },
  },
})

const shows = (data: object): Recorded => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': null },
  body: { page: { data } },
})

const USER = shows({ username: 'johndoe', email: 'johndoe@example.com', full_name: 'John Doe' })
const REFUSED = shows({ detail: 'Could not validate credentials' })

const NOT_IN: Departure = {
  because: 'who could not log in is a person, and gets the form again',
  ours: loginPage('Login failed', null),
}

const LOGGED_OUT: Departure = {
  because: 'a token that is refused is no success; the cookie goes, and the form comes',
  ours: loginPage('Please log in again', DELETED),
}

const FIRST = 'the first of two cookies counts, for that of the longer path stands first (RFC 6265)'
const PASSWORD = 'a password that bcrypt does not read to its end is a wrong one, and no accident'
const NO_TOKEN = 'what is no token goes into no header, and is no accident'
const NO_DATE = 'a date that is none is a reason to refuse, and no accident'

// A client server waits four seconds for a login, and on a busy machine one may take as long.
beforeAll(() => useBcrypt(cheapBcrypt()))

describe('the server client', () => {
  answersAsRecorded({
    fixture: 'two-servers',
    prefix: CLIENT,
    departures: {
      'get-token-cookie-attributes': {
        because: 'a cookie is for HTTP and for this site, and lives no longer than its token',
        ours: {
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          cookie: {
            name: 'jwt_token',
            token: {
              header: { alg: 'HS256', typ: 'JWT' },
              claims: { sub: 'johndoe' },
              expIn: 1800,
            },
            attributes: ['Max-Age=1800', `Path=${CLIENT}/`, 'HttpOnly', 'SameSite=Lax'],
          },
          body: { page: { title: 'Main Page', text: 'Logged in as johndoe', forms: [] } },
        },
      },
      'get-token-wrong-password': NOT_IN,
      'get-token-unknown-user': NOT_IN,
      'get-token-html-username': NOT_IN,
      'get-token-smuggle-password': NOT_IN,
      'get-token-plus': NOT_IN,
      'get-token-nul-password': { ...NOT_IN, because: PASSWORD },
      'me-cookie-twice': { ...LOGGED_OUT, because: FIRST },
      'me-cookie-twice-bad-last': { because: FIRST, ours: USER },
      'me-cookie-non-ascii': { because: NO_TOKEN, ours: NONE },
      'me-garbage': LOGGED_OUT,
      'items-garbage': LOGGED_OUT,
      'me-expired': LOGGED_OUT,
      'me-alg-none': LOGGED_OUT,
      'items-upstream-500': { ...LOGGED_OUT, because: NO_DATE },
    },
  })
})

describe('the server faithful, weak as the recorded one', () => {
  answersAsRecorded({
    fixture: 'two-servers',
    prefix: FAITHFUL,
    departures: {
      'get-token-nul-password': {
        because: PASSWORD,
        ours: { status: 401, body: { json: { detail: 'Login failed' } } },
      },
      'me-cookie-twice': { because: FIRST, ours: REFUSED },
      'me-cookie-twice-bad-last': { because: FIRST, ours: USER },
      'me-cookie-non-ascii': { because: NO_TOKEN, ours: NONE },
      'items-upstream-500': { because: NO_DATE, ours: REFUSED },
    },
  })
})
