/** The fourth step answers as the tutorial's own server was recorded to, but where it means to differ. */

import type { Recorded } from '../support/oracle.ts'
import { answersAsRecorded, type Departure, SEVERAL } from '../support/oracle-suite.ts'

const unauthorized = (detail: string): Recorded => ({
  status: 401,
  headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' },
  body: { json: { detail } },
})

const badToken = (because: string): Departure => ({
  because,
  ours: unauthorized('Could not validate credentials'),
})

const OVERLONG: Departure = {
  because: 'a password that bcrypt does not read to its end is a wrong one, and no accident',
  ours: unauthorized('Incorrect username or password'),
}

const NO_DATE = badToken('a date is a number (RFC 7519 section 2), and what is none is no accident')

const SPELLING = badToken('a token has one spelling, or a list of revoked ones misses the others')

answersAsRecorded({
  fixture: 'jwt',
  prefix: '/lessons/jwt/api',
  departures: {
    'password-5000': OVERLONG,
    'password-nul': OVERLONG,
    'password-nul-only': OVERLONG,
    'me-duplicate-bad-first': SEVERAL,
    'exp-missing': badToken('a token that never expires is good for ever to whoever steals it'),
    'exp-numeric-string': NO_DATE,
    'exp-null': NO_DATE,
    'exp-array': NO_DATE,
    'exp-object': NO_DATE,
    'nbf-null': NO_DATE,
    'crit-ignored': badToken('what is critical and not understood is refused (RFC 7515 4.1.11)'),
    'payload-nan': badToken('NaN is not JSON'),
    'four-segments-signed': SPELLING,
    'signature-padded': SPELLING,
    'signature-padded-more': SPELLING,
    'signature-junk-after-padding': SPELLING,
    'signature-std-alphabet': SPELLING,
    'non-ascii-appended': SPELLING,
    'leading-space': {
      because: 'blanks before a token are no part of it, as in newer versions of the framework',
      ours: {
        status: 200,
        body: {
          json: {
            username: 'johndoe',
            email: 'johndoe@example.com',
            full_name: 'John Doe',
            disabled: false,
          },
        },
      },
    },
  },
})
