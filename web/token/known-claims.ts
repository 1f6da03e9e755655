/** Which names standards have given a meaning, and where: for claims, and for header parameters. */

import { rfcName, rfcUrl } from '../words/rfc.ts'

/** A place in a standard: an RFC's number, or OpenID Connect Core, with a section. */
type Place = readonly [document: number | 'OIDC', section: string]

const HEADER = {
  alg: [7515, '4.1.1'],
  jku: [7515, '4.1.2'],
  jwk: [7515, '4.1.3'],
  kid: [7515, '4.1.4'],
  x5u: [7515, '4.1.5'],
  x5c: [7515, '4.1.6'],
  x5t: [7515, '4.1.7'],
  'x5t#S256': [7515, '4.1.8'],
  typ: [7515, '4.1.9'],
  cty: [7515, '4.1.10'],
  crit: [7515, '4.1.11'],
  b64: [7797, '3'],
  enc: [7516, '4.1.2'],
  zip: [7516, '4.1.3'],
} as const satisfies Record<string, Place>

const PAYLOAD = {
  iss: [7519, '4.1.1'],
  sub: [7519, '4.1.2'],
  aud: [7519, '4.1.3'],
  exp: [7519, '4.1.4'],
  nbf: [7519, '4.1.5'],
  iat: [7519, '4.1.6'],
  jti: [7519, '4.1.7'],
  scope: [8693, '4.2'],
  client_id: [8693, '4.3'],
  act: [8693, '4.1'],
  cnf: [7800, '3.1'],
  auth_time: ['OIDC', '2'],
  nonce: ['OIDC', '2'],
  acr: ['OIDC', '2'],
  amr: ['OIDC', '2'],
  azp: ['OIDC', '2'],
  at_hash: ['OIDC', '3.1.3.6'],
  name: ['OIDC', '5.1'],
  preferred_username: ['OIDC', '5.1'],
  email: ['OIDC', '5.1'],
  roles: [9068, '2.2.3.1'],
  groups: [9068, '2.2.3.1'],
} as const satisfies Record<string, Place>

export type HeaderName = keyof typeof HEADER
export type ClaimName = keyof typeof PAYLOAD

/** Every name that is explained: the words have a sentence for each. */
export const KNOWN = { header: HEADER, payload: PAYLOAD }

export const isHeaderName = (name: string): name is HeaderName => Object.hasOwn(HEADER, name)
export const isClaimName = (name: string): name is ClaimName => Object.hasOwn(PAYLOAD, name)

/** Where a name is defined, as a link; for a private one, where private names are. */
export function placeOf(part: 'header' | 'payload', name: string) {
  const [document, section] = knownPlace(part, name) ?? PRIVATE[part]
  if (document === 'OIDC') {
    return {
      label: `OpenID Connect Core §${section}`,
      href: `https://openid.net/specs/openid-connect-core-1_0.html#${OIDC_ANCHORS[section]}`,
    }
  }
  return { label: rfcName(document, section), href: rfcUrl(document, section) }
}

const PRIVATE = { header: [7515, '4.3'], payload: [7519, '4.3'] } as const

const OIDC_ANCHORS: Readonly<Record<string, string>> = {
  '2': 'IDToken',
  '3.1.3.6': 'CodeIDToken',
  '5.1': 'StandardClaims',
}

function knownPlace(part: 'header' | 'payload', name: string): Place | undefined {
  if (part === 'header' && isHeaderName(name)) return HEADER[name]
  // A header may repeat iss, sub and aud (RFC 7519 section 5.3).
  if (isClaimName(name) && (part === 'payload' || /^(iss|sub|aud)$/.test(name)))
    return PAYLOAD[name]
  return undefined
}
