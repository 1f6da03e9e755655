/** The twins in Python, what was recorded of each, and where they answer otherwise: for good, or since some version. */

import type { Recorded } from '../support/oracle.ts'
import type { Served } from './serve.ts'

export interface TwinDeparture {
  because: string
  /** What the twin answers. */
  ours: Recorded
  /** A package, and the first version of it that answers so (`serve.py` says which it knows); absent where all do. */
  since?: [name: string, version: string]
}

interface Twin extends Served {
  /** The file of recorded answers, without `.json`. */
  fixture: string
  departures: Record<string, TwinDeparture>
}

const JOHN = { username: 'johndoe', email: 'johndoe@example.com', full_name: 'John Doe' }

const WITHOUT_HASH: TwinDeparture = {
  because: 'what is stored of a password is for nobody else',
  ours: { status: 200, body: { json: { ...JOHN, disabled: false } } },
}

const HTML = { 'content-type': 'text/html; charset=utf-8', 'www-authenticate': null }

const loginPage = (because: string, title: string, cookie: string | null): TwinDeparture => ({
  because,
  ours: {
    status: 401,
    headers: { ...HTML, 'set-cookie': cookie },
    body: {
      page: {
        title: title === 'Login failed' ? 'Login' : title,
        text: title,
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
  },
})

const notNow = (because: string, text: string): TwinDeparture => ({
  because,
  ours: {
    status: 502,
    headers: { ...HTML, 'set-cookie': null },
    body: { page: { title: 'Not now', text, forms: [] } },
  },
})

const NOT_IN = loginPage(
  'who could not log in is a person, and gets the form again',
  'Login failed',
  null,
)

const LOGGED_OUT = loginPage(
  'a token that is refused is no success; the cookie goes, and the form comes',
  'Please log in again',
  'jwt_token=""; expires=Thu, 01 Jan 2026 00:00:00 GMT; Max-Age=0; Path=/; SameSite=lax',
)

const DOWN = notNow(
  'that another server is gone is no accident, and there are words for it',
  'The auth server cannot be reached',
)

const STRIPPED: TwinDeparture = {
  because: 'blanks around a token are no part of it',
  since: ['fastapi', '0.128.1'],
  ours: { status: 200, body: { json: { token: 'foobar' } } },
}

/** What newer parsers of forms refuse. */
const FORMS: Record<string, TwinDeparture> = {
  'grant-type-prefix': {
    because: 'a grant type that begins like the right one is another',
    since: ['fastapi', '0.115.8'],
    ours: { status: 422, body: { locs: [['body', 'grant_type']] } },
  },
  'semicolon-separator': {
    because: 'fields are separated by & alone, and a password may hold a semicolon',
    since: ['python-multipart', '0.0.30'],
    ours: { status: 422, body: { locs: [['body', 'password']] } },
  },
}

/** Both lines count, and of two cookies of a name the last. */
const COOKIE_LINES = {
  because: 'a cookie may come in several lines (RFC 9113 section 8.2.3)',
  since: ['starlette', '0.49.0'] as [string, string],
}

/** By name: served together, each on a port of its own. */
export const TWINS: Record<string, Twin> = {
  'of step 1': {
    step: '1-first-steps/app.ts',
    fixture: 'first-steps',
    departures: {
      'two-spaces': STRIPPED,
      'space-then-tab-separator': STRIPPED,
      'nbsp-trailing': STRIPPED,
    },
  },
  'of step 2': { step: '2-current-user/app.ts', fixture: 'current-user', departures: {} },
  'of step 3': {
    step: '3-password-flow/app.ts',
    fixture: 'password-flow',
    departures: {
      ...FORMS,
      'me-johndoe': WITHOUT_HASH,
      'me-from-login': WITHOUT_HASH,
      'me-duplicate-good-first': WITHOUT_HASH,
    },
  },
  'of step 3, leaky': {
    step: '3-password-flow/leaky.patch',
    fixture: 'password-flow',
    departures: FORMS,
  },
  'of step 4': {
    step: '4-jwt/app.ts',
    fixture: 'jwt',
    departures: {
      'leading-space': {
        because: STRIPPED.because,
        since: STRIPPED.since!,
        ours: { status: 200, body: { json: { ...JOHN, disabled: false } } },
      },
      'signature-junk-after-padding': {
        because: 'what follows the padding is no longer passed over, and the signature is another',
        since: ['base64', '1'],
        ours: {
          status: 401,
          headers: { 'www-authenticate': 'Bearer' },
          body: { json: { detail: 'Could not validate credentials' } },
        },
      },
    },
  },
  'of the client server': {
    step: '5-two-servers/client.ts',
    upstream: 'of step 4',
    fixture: 'two-servers',
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
            attributes: ['HttpOnly', 'Max-Age=1800', 'Path=/', 'SameSite=lax'],
          },
          body: { page: { title: 'Main Page', text: 'Logged in as johndoe', forms: [] } },
        },
      },
      'get-token-wrong-password': NOT_IN,
      'get-token-unknown-user': NOT_IN,
      'get-token-html-username': NOT_IN,
      'get-token-smuggle-password': NOT_IN,
      'get-token-plus': NOT_IN,
      'get-token-nul-password': notNow(
        'an accident of the auth server is no failed login',
        'The auth server gave no token',
      ),
      'me-cookie-twice-bad-last': LOGGED_OUT,
      'me-two-cookie-headers': { ...LOGGED_OUT, ...COOKIE_LINES },
      'me-cookie-non-ascii': {
        because: 'what is no token goes into no header, and is no accident',
        ours: {
          status: 401,
          headers: { 'content-type': 'application/json', 'set-cookie': null },
          body: { json: { detail: 'No access token available' } },
        },
      },
      'me-garbage': LOGGED_OUT,
      'items-garbage': LOGGED_OUT,
      'me-expired': LOGGED_OUT,
      'me-alg-none': LOGGED_OUT,
      'items-upstream-500': notNow(
        'an accident of the auth server is told as one',
        'The auth server gave no data',
      ),
    },
  },
  'of the client server as the tutorial has it': {
    step: '5-two-servers/faithful.ts',
    upstream: 'of step 4',
    fixture: 'two-servers',
    departures: {
      'me-two-cookie-headers': {
        ...COOKIE_LINES,
        ours: {
          status: 200,
          body: { page: { data: { detail: 'Could not validate credentials' } } },
        },
      },
    },
  },
  'of the client server with nobody to ask': {
    step: '5-two-servers/client.ts',
    upstream: 'nobody',
    fixture: 'two-servers-down',
    departures: { 'get-token': DOWN, 'me-cookie': DOWN },
  },
  'of the client server as the tutorial has it, with nobody to ask': {
    step: '5-two-servers/faithful.ts',
    upstream: 'nobody',
    fixture: 'two-servers-down',
    departures: {},
  },
}
