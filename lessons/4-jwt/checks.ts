/** What proves the tasks of lesson 4 done, and the wrong turns people take in it. */

import type { Exchange } from '../exchange/exchange.ts'
import type { Detector } from '../lesson.ts'
import {
  all,
  answered,
  asks,
  authorizationOf,
  type Check,
  claimsOf,
  decisionAt,
  fieldsOf,
  hasInQuery,
  inModeOf,
  isAnswer,
  isBearer,
  isJson,
  joseHeaderOf,
  not,
  objectOf,
  pathOf,
  refusedBecause,
  schemeOf,
  sentTo,
  stoppedAt,
  tokenOf,
} from '../checks.ts'
import { FOUND, SHOWN_TOKENS } from './tokens.ts'

const asksForToken = asks('POST', '/token')

const getsMe = asks('GET', '/users/me/')
const getsItems = asks('GET', '/users/me/items/')

/** Both routes stand behind the same guards. */
const getsData: Check = (exchange) => getsMe(exchange) || getsItems(exchange)

// Three parts

/** The token that a login gave out; empty where none did. */
const issuedTo = (exchange: Exchange): string => {
  const { access_token: token } = objectOf(exchange)
  return typeof token === 'string' ? token : ''
}

export const issuesToken = all(asksForToken, answered(200), (exchange) => issuedTo(exchange) !== '')

const partsIn = (token: string): number => token.split('.').length

export const issuesThreeParts: Check = (exchange) => partsIn(issuedTo(exchange)) === 3

export const issuesName: Check = (exchange) =>
  issuedTo(exchange) !== '' &&
  issuedTo(exchange) === fieldsOf(exchange.request.body).get('username')

export const issuesOneWord = all(issuesToken, not(issuesThreeParts), not(issuesName))

// Reading and forging

/** Whether it carried that token, letter by letter. */
const carries =
  (token: string): Check =>
  (exchange) =>
    tokenOf(exchange) === token

/** Whether a server that everybody has the key of was asked for data with that token. */
export const asksWith = (token: string): Check => all(sentTo('api'), getsData, carries(token))

/** Whose the found token is, as a server read it once the signature matched. */
export function subjectRead(exchange: Exchange): string | undefined {
  const sub = decisionAt(exchange.trace, 'subject')?.facts?.['sub']
  return carries(FOUND)(exchange) && typeof sub === 'string' ? sub : undefined
}

export const getsDataWithToken = all(getsData, answered(200))

/** The claims of an exchange's token as one text, to be compared; undefined where they cannot be read. */
const claimsText = (exchange: Exchange): string | undefined =>
  JSON.stringify(claimsOf(tokenOf(exchange)))

const isForged = all(
  getsData,
  stoppedAt('signature', 'signature-differs'),
  (exchange) => claimsText(exchange) !== undefined,
  (exchange) => !SHOWN_TOKENS.includes(tokenOf(exchange)),
)

const signatureOf = (exchange: Exchange): string => tokenOf(exchange).split('.')[2] ?? ''

/** The claims without the end, which differs from login to login. */
const withoutEnd = (exchange: Exchange): string => {
  const { exp: _, ...others } = claimsOf(tokenOf(exchange)) ?? {}
  return JSON.stringify(others)
}

/** Whether a token was made of another by changing a claim. The token of another login is none such. */
const isChangeOf =
  (whole: Exchange): Check =>
  (forged) =>
    signatureOf(forged) === signatureOf(whole)
      ? claimsText(forged) !== claimsText(whole)
      : withoutEnd(forged) !== withoutEnd(whole)

/** Whether a server stopped a token at the signature that says other things than one it let in. */
export const forgesClaim = (journal: readonly Exchange[]): boolean =>
  journal
    .filter(isForged)
    .some((forged) =>
      journal
        .filter(all(getsDataWithToken, sentTo(forged.server), inModeOf(forged)))
        .some((whole) => isChangeOf(whole)(forged)),
    )

// Time

/** Seconds that the server saw left; 0 where it saw none. */
const secondsLeft = ({ trace }: Exchange): number => {
  const seconds = decisionAt(trace, 'expiry')?.facts?.['seconds']
  return typeof seconds === 'number' ? seconds : 0
}

export const passesInLastMinute = all(
  getsDataWithToken,
  (exchange) => secondsLeft(exchange) > 0 && secondsLeft(exchange) <= 60,
)

export const isExpired = all(getsData, answered(401), stoppedAt('expiry', 'expired'))

// Logins that fail

/** What bcrypt reads of a password, in bytes. */
const BCRYPT_READS = 72

const hasLongPassword: Check = ({ request }) => {
  const password = fieldsOf(request.body).get('password') ?? ''
  return new TextEncoder().encode(password).length > BCRYPT_READS
}

const failsBecause = (reason: string) => all(asksForToken, answered(401), refusedBecause(reason))

/** A password that is too long is never hashed, so its time tells nothing of the others. */
export const failsByName = all(failsBecause('user-unknown'), not(hasLongPassword))
export const failsByPassword = all(failsBecause('password-wrong'), not(hasLongPassword))
export const failsByLength = all(asksForToken, answered(401), hasLongPassword)

// Signing oneself

/** Whether a token says what no server of this lesson writes: so somebody else has signed it. */
const hasOwnClaim: Check = (exchange) =>
  Object.keys(claimsOf(tokenOf(exchange)) ?? {}).some((name) => name !== 'sub' && name !== 'exp')

export const opensWithOwnToken = all(sentTo('api'), getsDataWithToken, hasOwnClaim)

const isHeld = all(sentTo('secret'), getsData, stoppedAt('signature', 'signature-differs'))

/** Whether the server with a key of its own stopped the very token that the other let in. */
export const holdsAgainstReplay = (journal: readonly Exchange[]): boolean =>
  journal
    .filter(isHeld)
    .some((replay) =>
      journal.filter(all(opensWithOwnToken, inModeOf(replay))).some(carries(tokenOf(replay))),
    )

// Wrong turns

const isShown: Check = (exchange) => SHOWN_TOKENS.includes(tokenOf(exchange))

/** Whether a text begins as the header of a JWT does: `eyJ` is base64url of `{"` and half a letter. */
const looksLikeJwt = (text: string) => /^eyJ[\w-]*(\.|$)/.test(text)

/** Letters of an HS256 signature: 32 bytes in base64url. */
const SIGNATURE_LETTERS = 43

const isCutShort: Check = (exchange) => {
  const [, , signature, ...more] = tokenOf(exchange).split('.')
  // A token of five parts is an encrypted one (RFC 7516), and complete.
  if (!looksLikeJwt(tokenOf(exchange)) || more.length > 0) return false
  return signature === undefined || (signature !== '' && signature.length < SIGNATURE_LETTERS)
}

/** Whether the header says `none`, in whichever letters. */
const claimsNoAlgorithm: Check = (exchange) => {
  const alg = joseHeaderOf(tokenOf(exchange))?.['alg']
  return typeof alg === 'string' && alg.toLowerCase() === 'none'
}

/** The token's `exp`, whatever it is. */
const endOf = (exchange: Exchange): unknown => claimsOf(tokenOf(exchange))?.['exp']

/** Beyond the year 5000 in seconds, and long ago in milliseconds. */
const TOO_FAR = 1e11
/** Beyond the year 5000 in milliseconds too. */
const FAR_IN_MILLISECONDS = 1e14

const onPage =
  (id: string): Check =>
  ({ page }) =>
    page === id

const atTheGuard = (id: string, ...checks: Check[]): Detector => ({
  id,
  fits: all(getsData, ...checks),
})

export const detectors: Detector[] = [
  atTheGuard('json-as-token', (exchange) => isAnswer(authorizationOf(exchange))),
  atTheGuard('bearer-missing', (exchange) => looksLikeJwt(schemeOf(exchange))),
  atTheGuard('bearer-twice', isBearer, (exchange) => /^bearer( |$)/i.test(tokenOf(exchange))),
  atTheGuard('quotes-around-token', isBearer, (exchange) =>
    /^["'`]|["'`]$/.test(tokenOf(exchange)),
  ),
  atTheGuard('name-as-token', isBearer, (exchange) =>
    /^(?!eyJ)[a-z]{1,30}$/i.test(tokenOf(exchange)),
  ),
  atTheGuard('standard-base64', stoppedAt('parts', 'not-base64url'), (exchange) =>
    /[+/=]/.test(tokenOf(exchange)),
  ),
  atTheGuard('cut-short', isBearer, answered(401), isCutShort),
  atTheGuard('alg-none', stoppedAt('algorithm'), claimsNoAlgorithm),
  atTheGuard('alg-other', stoppedAt('algorithm')),
  atTheGuard(
    'expired-by-now',
    isExpired,
    (exchange) => Number(endOf(exchange)) * 1000 <= exchange.at,
  ),
  atTheGuard('exp-missing', stoppedAt('expiry', 'exp-missing')),
  atTheGuard('exp-as-text', stoppedAt('expiry', 'exp-not-a-date'), (exchange) =>
    ['string', 'object'].includes(typeof endOf(exchange)),
  ),
  atTheGuard('exp-in-milliseconds', getsDataWithToken, not(isShown), (exchange) => {
    const end = Number(endOf(exchange))
    return end > TOO_FAR && end < FAR_IN_MILLISECONDS
  }),
  atTheGuard(
    'other-server',
    onPage('published-key'),
    sentTo('secret'),
    stoppedAt('signature', 'signature-differs'),
    not(hasOwnClaim),
  ),
  atTheGuard(
    'other-key',
    onPage('published-key'),
    sentTo('api'),
    stoppedAt('signature', 'signature-differs'),
  ),
  atTheGuard(
    'no-claim-of-yours',
    onPage('published-key'),
    sentTo('api'),
    getsDataWithToken,
    not(hasOwnClaim),
  ),
  { id: 'login-as-json', fits: all(asksForToken, isJson) },
  {
    id: 'login-in-url',
    fits: all((exchange) => pathOf(exchange) === '/token', hasInQuery('password')),
  },
  { id: 'logout', fits: (exchange) => /^\/(logout|revoke)\/?$/i.test(pathOf(exchange)) },
]
