/** Where secrets stand in texts that cross the wire, and what is shown in their place. */

/** What is shown instead of a secret: always as long, so that its length stays secret too. */
const DOTS = '••••••••'

/** Fields that hold a secret, in a form as in JSON. */
const FIELDS = 'token|access_token|refresh_token|id_token|client_secret|password|hashed_password'

const FORM_FIELD = new RegExp(`(^|[&?\\s])(${FIELDS})=([^&\\s]+)`, 'g')
const JSON_FIELD = new RegExp(`("(?:${FIELDS})"\\s*:\\s*)"((?:[^"\\\\]|\\\\.)*)"`, 'g')
const CREDENTIALS = /\b(bearer|basic)( +)(?![\w-]+=")([^\s"'<,]+)/gi
/** Three parts of base64url, the first of them an object (RFC 7515 section 7.1). */
const COMPACT_JWS = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g
const WHOLE_JWS = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/

/** What stands for each part of a JWT: that there are three, and whether the last is empty, is no secret. */
const PART = '••••'

function dotted(secret: string): string {
  // What is hidden already stays as it is.
  if (/^[•.]+$/.test(secret)) return secret
  if (!WHOLE_JWS.test(secret)) return DOTS
  const parts = secret.split('.').map((part) => part && PART)
  return parts.join('.')
}

/** A text with dots for every password and token that it is known by its place or form. */
export const hideSecrets = (text: string): string => replaceSecrets(text, dotted)

/** A text without them, for somebody else to write their own. */
export const withoutSecrets = (text: string): string => replaceSecrets(text, () => '')

function replaceSecrets(text: string, by: (secret: string) => string): string {
  return text
    .replaceAll(FORM_FIELD, (_, before: string, name: string, secret: string) =>
      [before, name, '=', by(secret)].join(''),
    )
    .replaceAll(JSON_FIELD, (_, before: string, secret: string) => `${before}"${by(secret)}"`)
    .replaceAll(
      CREDENTIALS,
      (_, scheme: string, blanks: string, secret: string) => scheme + blanks + by(secret),
    )
    .replaceAll(COMPACT_JWS, by)
}

/** A header's value with dots for its credentials or cookies. */
export function hideInHeader(name: string, value: string): string {
  switch (name.toLowerCase()) {
    case 'authorization':
      // The scheme is none, and a header without one is all of it (RFC 9110 section 11.4).
      return value.includes(' ')
        ? value.replace(
            /^(\S* +)(.+)$/s,
            (_, scheme: string, secret: string) => scheme + dotted(secret),
          )
        : value && dotted(value)
    case 'cookie':
      return value.replaceAll(
        /(^|;)(\s*[^=;]*)=([^;]+)/g,
        (_, before: string, name: string, secret: string) => `${before}${name}=${dotted(secret)}`,
      )
    case 'set-cookie':
      return value.replace(
        /^([^=;]*)=([^;]+)/,
        (_, name: string, secret: string) => `${name}=${dotted(secret)}`,
      )
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
