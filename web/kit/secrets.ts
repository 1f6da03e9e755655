/** Where secrets stand in texts that cross the wire, and what is shown in their place. */

/** What is shown instead of a secret: always as long, so that its length stays secret too. */
const DOTS = '••••••••'

/** Fields that hold a secret, in a form as in JSON. */
const FIELDS = 'token|access_token|refresh_token|id_token|client_secret|password|hashed_password'

const FORM_FIELD = new RegExp(`(^|[&?\\s])(${FIELDS})=[^&\\s]+`, 'g')
const JSON_FIELD = new RegExp(`("(?:${FIELDS})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'g')
const CREDENTIALS = /\b(bearer|basic)( +)(?![\w-]+=")[^\s"'<,]+/gi
/** Three parts of base64url, the first of them an object (RFC 7515 section 7.1). */
const COMPACT_JWS = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g

/** A text with dots for every password and token that it is known by its place or form. */
export const hideSecrets = (text: string): string => replaceSecrets(text, DOTS)

/** A text without them, for somebody else to write their own. */
export const withoutSecrets = (text: string): string => replaceSecrets(text, '')

function replaceSecrets(text: string, by: string): string {
  return text
    .replaceAll(COMPACT_JWS, by)
    .replaceAll(FORM_FIELD, `$1$2=${by}`)
    .replaceAll(JSON_FIELD, `$1"${by}"`)
    .replaceAll(CREDENTIALS, `$1$2${by}`)
}

/** A header's value with dots for its credentials or cookies. */
export function hideInHeader(name: string, value: string): string {
  switch (name.toLowerCase()) {
    case 'authorization':
      // The scheme is none, and a header without one is all of it (RFC 9110 section 11.4).
      return value.includes(' ') ? value.replace(/^(\S* +).+$/s, `$1${DOTS}`) : value && DOTS
    case 'cookie':
      return value.replaceAll(/(^|;)(\s*[^=;]*)=[^;]+/g, `$1$2=${DOTS}`)
    case 'set-cookie':
      return value.replace(/^([^=;]*)=[^;]+/, `$1=${DOTS}`)
    default:
      return hideSecrets(value)
  }
}

/** Names of schemes (RFC 9110 section 11.1): no secret. */
const SCHEMES = /^(basic|bearer|digest|dpop|hoba|mutual|negotiate|token|vapid)?$/i

/** A word that stands where a scheme belongs: one that is none may be a token whose scheme was forgotten. */
export const hideScheme = (word: string): string => (SCHEMES.test(word) ? word : DOTS)

/** Whether hiding a text's secrets changes it: then the field it stands in is covered as a whole. */
export const hasSecret = (text: string): boolean => hideSecrets(text) !== text

/** All of a secret. */
export const hideAll = (text: string): string => text && DOTS
