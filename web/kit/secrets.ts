/** Where secrets stand in texts that cross the wire, and what is shown in their place. */

/** What is shown instead of a secret: always as long, so that its length stays secret too. */
const DOTS = '••••••••'

/** Fields that hold a secret, in a form as in JSON. */
const FIELDS = 'token|access_token|refresh_token|id_token|client_secret|password|hashed_password'

/** What stands before a secret, and the secret. */
const PLACES = [
  new RegExp(`((?:^|[&?\\s])(?:${FIELDS})=)([^&\\s]+)`, 'g'),
  new RegExp(`("(?:${FIELDS})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)(?=")`, 'g'),
  /(\b(?:bearer|basic) +)(?![\w-]+=")([^\s"'<,]+)/gi,
  // Three parts of base64url, the first of them an object (RFC 7515 section 7.1).
  /(\b)(eyJ[\w-]+\.[\w-]+\.[\w-]*)/g,
]

/** What stands for each part of a JWT: that there are three, and whether the last is empty, is no secret. */
const PART = '••••'

/** What is hidden already stays as it is. */
const dotted = (secret: string): string =>
  /^eyJ[\w.-]+$|^[•.]+$/.test(secret) ? secret.replace(/[^.•]+/g, PART) : DOTS

/** A text with dots for every password and token that it is known by its place or form. */
export const hideSecrets = (text: string): string => replaceSecrets(text, dotted)

/** A text without them, for somebody else to write their own. */
export const withoutSecrets = (text: string): string => replaceSecrets(text, () => '')

const replaceSecrets = (text: string, by: (secret: string) => string): string =>
  PLACES.reduce((shown, place) => replaceIn(shown, place, by), text)

const replaceIn = (text: string, place: RegExp, by = dotted): string =>
  text.replace(place, (_, before: string, secret: string) => before + by(secret))

/** A header's value with dots for its credentials or cookies. */
export function hideInHeader(name: string, value: string): string {
  switch (name.toLowerCase()) {
    case 'authorization':
      // The scheme is none, and a header without one is all of it (RFC 9110 section 11.4).
      return replaceIn(value, /^(\S* +|)(.+)$/s)
    case 'cookie':
      return replaceIn(value, /((?:^|;)\s*[^=;]*=)([^;]+)/g)
    case 'set-cookie':
      return replaceIn(value, /^([^=;]*=)([^;]+)/)
    default:
      return hideSecrets(value)
  }
}

/** Names of schemes (RFC 9110 section 11.1): no secret. */
const SCHEMES = /^(basic|bearer|digest|dpop|hoba|mutual|negotiate|token|vapid)?$/i

/** A word that stands where a scheme belongs: one that is none may be a token whose scheme was forgotten. */
export const hideScheme = (word: string): string => (SCHEMES.test(word) ? word : dotted(word))

/** Whether hiding a text's secrets changes it: then the field it stands in is covered as a whole. */
export const hasSecret = (text: string): boolean => hideSecrets(text) !== text

/** All of a secret. */
export const hideAll = (text: string): string => text && dotted(text)
