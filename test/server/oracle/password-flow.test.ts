/** The third step answers as the tutorial's own server was recorded to, but where it means to differ. */

import { describe } from 'vitest'
import { answersAsRecorded, type Departure, SEVERAL } from '../support/oracle-suite.ts'

const WITHOUT_HASH: Departure = {
  because: 'what is stored of a password is for nobody else',
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
}

const departures: Record<string, Departure> = {
  'grant-type-prefix': {
    because: 'a grant type that begins like the right one is another',
    ours: { status: 422, body: { locs: [['body', 'grant_type']] } },
  },
  'semicolon-separator': {
    because: 'fields are separated by & alone, and a password may hold a semicolon',
    ours: { status: 422, body: { locs: [['body', 'password']] } },
  },
  'content-type-uppercase-charset': {
    because: 'media types have no case (RFC 9110 section 8.3.1), with a parameter or without',
    ours: {
      status: 200,
      body: { json: { access_token: 'johndoe', token_type: 'bearer' } },
    },
  },
  'multipart-no-boundary': {
    because: 'a broken body is a broken body, whatever the parser calls it',
    ours: { status: 400, body: { json: { detail: 'There was an error parsing the body' } } },
  },
  'me-duplicate-good-first': SEVERAL,
}

describe('the server api', () => {
  answersAsRecorded({
    fixture: 'password-flow',
    prefix: '/lessons/password-flow/api',
    departures: { ...departures, 'me-johndoe': WITHOUT_HASH, 'me-from-login': WITHOUT_HASH },
  })
})

describe('the server leaky, weak as the recorded one', () => {
  answersAsRecorded({
    fixture: 'password-flow',
    prefix: '/lessons/password-flow/leaky',
    departures,
  })
})
