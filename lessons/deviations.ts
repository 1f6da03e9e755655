/** Where the tutorial's servers bend a standard on purpose, and by which rule: data for the lessons' texts. */

interface Deviation {
  /** The rule that is bent. */
  rule: string
  /** What the servers do instead. */
  instead: string
}

export const DEVIATIONS = {
  'empty-token': {
    rule: 'RFC 6750 section 2.1: a bearer token has at least one character',
    instead: 'an empty token is found and handed on',
  },
  'grant-type-optional': {
    rule: 'RFC 6749 section 4.3.2: grant_type is required',
    instead: 'a form without grant_type counts as the password grant',
  },
  'last-field-counts': {
    rule: 'RFC 6749 section 3.2: request parameters must not be sent twice',
    instead: 'the last of several fields of one name counts',
  },
  'multipart-accepted': {
    rule: 'RFC 6749 section 4.3.2: the form is application/x-www-form-urlencoded',
    instead: 'multipart/form-data is read too',
  },
  'login-errors': {
    rule: 'RFC 6749 section 5.2: errors are 400 with an error code',
    instead:
      'a wrong login is a detail (400 in the password flow, 401 with JWT), a missing field a 422 list',
  },
  'bare-challenge': {
    rule: 'RFC 6750 sections 3 and 3.1: a parameter must follow the scheme, and a bad token is answered with error="invalid_token"',
    instead: 'the challenge is the bare word Bearer',
  },
  'no-challenge': {
    rule: 'RFC 9110 section 11.6.1: a 401 must have a challenge',
    instead: 'a client server asks for no scheme, for there is none for cookies',
  },
  'no-audience': {
    rule: 'RFC 8725 sections 3.8 and 3.9: issuer and audience are set and checked',
    instead: 'tokens have neither; one that names an audience is refused',
  },
  'published-key': {
    rule: 'RFC 8725 section 3.5: keys are secret and random',
    instead: 'the key is the one printed in the tutorial',
  },
} satisfies Record<string, Deviation>
