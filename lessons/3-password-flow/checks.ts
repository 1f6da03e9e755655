/** What proves the tasks of lesson 3 done, and the wrong turns people take in it. */

import type { Exchange } from '../exchange/exchange.ts'
import type { Detector } from '../lesson.ts'
import {
  all,
  answered,
  asks,
  authorizationOf,
  type Check,
  fieldsOf,
  fromDocs,
  hasHeader,
  hasInQuery,
  headerOf,
  isAnswer,
  isBearer,
  isJson,
  isQuoted,
  lacksScheme,
  not,
  objectOf,
  onPage,
  passed,
  pathOf,
  saysBearerTwice,
  schemeOf,
  sentTo,
  stoppedAt,
  tokenOf,
} from '../checks.ts'

const asksForToken = asks('POST', '/token')

const getsMe = asks('GET', '/users/me')

const issued = ({ response, ...rest }: Exchange): unknown =>
  response.status === 200 ? objectOf({ response, ...rest })['access_token'] : undefined

export const getsToken = all(asksForToken, (exchange) => typeof issued(exchange) === 'string')

export const setsCookie: Check = ({ response }) => headerOf(response.headers, 'set-cookie') !== ''

export const tellsUser: Check = (exchange) => 'username' in objectOf(exchange)

/** Whether a token that a login brought was used afterwards, at the server that had issued it. */
export const usesTokenOf =
  (login: Check) =>
  (journal: readonly Exchange[]): boolean =>
    journal.some(
      (exchange, at) =>
        all(getsMe, answered(200), isBearer)(exchange) &&
        journal
          .slice(0, at)
          .some(
            (earlier) =>
              login(earlier) &&
              earlier.server === exchange.server &&
              earlier.origin === exchange.origin &&
              earlier.mode === exchange.mode &&
              issued(earlier) === tokenOf(exchange),
          ),
    )

export const docsGetToken = all(fromDocs, getsToken)

/** The login form without what it may hold besides: the media type decides how a body is read. */
const isForm: Check = ({ request }) =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headerOf(request.headers, 'content-type'))

/** What a 422 says of each field: its name, what is wrong, what was read. */
function faultsOf(exchange: Exchange): { field: unknown; type: unknown; input: unknown }[] {
  const { detail } = objectOf(exchange)
  if (exchange.response.status !== 422 || !Array.isArray(detail)) return []
  return detail.map((entry: { loc?: unknown[]; type?: unknown; input?: unknown }) => ({
    field: entry.loc?.at(-1),
    type: entry.type,
    input: entry.input,
  }))
}

const missingFields = (exchange: Exchange): unknown[] =>
  faultsOf(exchange)
    .filter(({ type }) => type === 'missing')
    .map(({ field }) => field)

export const missesOne = all(asksForToken, (exchange) => missingFields(exchange).length === 1)

/** Whether a field was written with something in it, in whatever notation. */
const isWritten = (name: string): Check => {
  const pattern = new RegExp(`${name}["'\\[\\]]*\\s*[=:]\\s*["']?[^\\s"'&,}]`, 'i')
  return ({ request }) => pattern.test(`${request.path} ${request.body}`)
}

/** Both are there to read, and the server saw neither. */
export const missesBothThoughWritten = all(
  asksForToken,
  isWritten('username'),
  isWritten('password'),
  (exchange) => missingFields(exchange).length === 2,
)

/** A text that a form carries only in escapes. */
const AWKWARD = 'a+b&c'

/** Whether the server repeats the text as the grant type it read. */
export const mirrorsAwkward = all(asksForToken, (exchange) =>
  faultsOf(exchange).some(({ field, input }) => field === 'grant_type' && input === AWKWARD),
)

/** A field as the server reads it: the last of its name. */
const fieldOf = ({ request }: Exchange, name: string): string =>
  fieldsOf(`&${request.body}`).getAll(name).at(-1) ?? ''

/** The login that was asked about: name and password right, in a form. */
export const asksForJohn = all(
  asksForToken,
  isForm,
  (exchange) => fieldOf(exchange, 'username') === 'johndoe',
  (exchange) => fieldOf(exchange, 'password') === 'secret',
)

export const carriesAwkwardPassword = all(
  asksForToken,
  isForm,
  passed('form'),
  (exchange) => fieldOf(exchange, 'password') === AWKWARD,
)

export const loginRefused = all(asksForToken, answered(400), stoppedAt('handler'))

export const tokenRefused = all(
  getsMe,
  answered(401),
  stoppedAt('user'),
  ({ response }) => headerOf(response.headers, 'www-authenticate') !== '',
)

export const inactiveRefused = all(getsMe, answered(400), stoppedAt('activeUser'))

/** What a server tells of a user that is there to be told. */
const tellsJohn = all(
  getsMe,
  answered(200),
  (exchange) => objectOf(exchange)['username'] === 'johndoe',
)

const tellsHash: Check = (exchange) => 'hashed_password' in objectOf(exchange)

export const keepsHash = all(sentTo('api'), tellsJohn, not(tellsHash))

export const leaksHash = all(sentTo('leaky'), tellsJohn, tellsHash)

/** The username for a token: nobody needs a password to know it. */
export const readsJohnByName = all(sentTo('api'), tellsJohn, isBearer)

/** Whether what succeeded was sent once more, letter by letter, to where tokens are signed. */
export const signedRefusesReplay = (journal: readonly Exchange[]): boolean =>
  journal.some(
    (exchange, at) =>
      all(sentTo('signed'), getsMe, answered(401), stoppedAt('parts'))(exchange) &&
      journal
        .slice(0, at)
        .some(
          (earlier) =>
            readsJohnByName(earlier) &&
            earlier.mode === exchange.mode &&
            authorizationOf(earlier) === authorizationOf(exchange),
        ),
  )

/** The request whose answer shows how a server reads a plus and an ampersand. */
export const MIRROR = 'grant_type=a+b&c&username=johndoe&password=secret'

const atLogin = (id: string, check: Check): Detector => ({ id, fits: all(asksForToken, check) })

const atMe = (id: string, check: Check): Detector => ({ id, fits: all(getsMe, check) })

/** On its own page a body that nobody can read is what the task asks for. */
const elsewhere = not(onPage('missing'))

const isMultipart: Check = ({ request }) =>
  /^multipart\//i.test(headerOf(request.headers, 'content-type'))

const lacksField: Check = (exchange) =>
  missingFields(exchange).some((field) => field === 'username' || field === 'password')

/** What people call the fields instead. */
const OTHER_NAMES: [field: string, names: RegExp][] = [
  ['username', /^(user|user_?name|login|name|e-?mail|id)$/i],
  ['password', /^(pass|pass_?word|passwd|pwd)$/i],
]

/** Whether a field is missing that is there under another name. */
const misnamesField: Check = (exchange) =>
  OTHER_NAMES.some(
    ([field, names]) =>
      missingFields(exchange).includes(field) &&
      pairsOf(exchange).some((pair) => nameOf(pair) !== field && names.test(nameOf(pair))),
  )

/** Whether the body begins as a form does, with a name and an equals sign. */
const looksLikeForm: Check = ({ request }) => /^\s*[\w.%[\]-]+=/.test(request.body)

const TEXTS = ['grant_type', 'username', 'password']

/** The form's pairs as they stand in the body, before anything is decoded. */
const pairsOf = ({ request }: Exchange): string[] =>
  request.body === MIRROR ? [] : request.body.split('&')

const nameOf = (pair: string) => pair.split('=')[0] ?? ''

const isText = (pair: string) => TEXTS.includes(nameOf(pair))

const isPadded = (text: string) => text !== text.trim()

export const detectors: Detector[] = [
  { id: 'get-token', fits: asks('GET', '/token') },
  { id: 'form-to-me', fits: all(asks('POST', '/users/me'), looksLikeForm) },
  atLogin('password-in-query', all(elsewhere, hasInQuery('username', 'password'))),
  atLogin('json-body', all(elsewhere, isJson, lacksField)),
  atLogin('no-form', all(elsewhere, not(isForm), not(isMultipart), lacksField, looksLikeForm)),
  atLogin('field-name', all(elsewhere, isForm, misnamesField)),
  atLogin(
    'escaped-twice',
    all(isForm, (exchange) => pairsOf(exchange).some((pair) => /%25(2b|26)/i.test(pair))),
  ),
  atLogin(
    'ampersand-cuts',
    all(isForm, looksLikeForm, (exchange) =>
      pairsOf(exchange).some((pair) => /^[^=]+$/.test(pair.trim())),
    ),
  ),
  atLogin(
    'plus-is-blank',
    all(isForm, (exchange) => pairsOf(exchange).some((pair) => isText(pair) && pair.includes('+'))),
  ),
  atLogin(
    'blank-at-end',
    all(isForm, answered(400), (exchange) =>
      ['username', 'password'].some((name) => isPadded(fieldOf(exchange, name))),
    ),
  ),
  atLogin(
    'hash-as-password',
    all(answered(400), (exchange) => /^fakehashedsecret2?$/.test(fieldOf(exchange, 'password'))),
  ),
  atLogin(
    'alice-gets-in',
    all(getsToken, (exchange) => fieldOf(exchange, 'username') === 'alice'),
  ),
  atLogin('login-not-needed', all(onPage('break'), getsToken)),
  // The docs page sends one by itself, for a client that has no name.
  atLogin('header-at-login', all(not(fromDocs), hasHeader)),
  atMe(
    'answer-as-token',
    all(isBearer, (exchange) => isAnswer(tokenOf(exchange))),
  ),
  atMe('bearer-twice', all(isBearer, saysBearerTwice)),
  atMe('quotes-around-token', all(isBearer, isQuoted)),
  atMe('basic-at-me', (exchange) => schemeOf(exchange).toLowerCase() === 'basic'),
  atMe('scheme-missing', lacksScheme),
  atMe(
    'password-as-token',
    all(isBearer, answered(401), (exchange) => /^(fakehashed)?secret2?$/.test(tokenOf(exchange))),
  ),
  {
    id: 'name-in-path',
    fits: all((exchange) => /^\/users\/(?!me\/?$)[^/]+\/?$/.test(pathOf(exchange)), answered(404)),
  },
]
