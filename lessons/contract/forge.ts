/** JSON Web Tokens made by hand from the texts of their parts: right ones, and ones wrong in one place. */

import { toBase64url } from '../exchange/base64url.ts'

/** The key printed in the tutorial, with which its tokens are signed. */
export const TUTORIAL_KEY = '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'

const HEADER = '{"alg":"HS256","typ":"JWT"}'

interface Parts {
  /** JSON as a rule, but any text can be signed. */
  payload: string
  header?: string
  key?: string | Uint8Array<ArrayBuffer>
  hash?: 'SHA-256' | 'SHA-512'
}

/** Signs the texts with HMAC and gives the compact form (RFC 7515 section 3.1). */
export async function forge({
  payload,
  header = HEADER,
  key = TUTORIAL_KEY,
  hash = 'SHA-256',
}: Parts): Promise<string> {
  const bytes = typeof key === 'string' ? new TextEncoder().encode(key) : key
  const algorithm = { name: 'HMAC', hash }
  const cryptoKey = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const input = `${base64url(header)}.${base64url(payload)}`
  const signature = await crypto.subtle.sign('HMAC', cryptoKey, new TextEncoder().encode(input))
  return `${input}.${base64url(new Uint8Array(signature))}`
}

/** The token with one of its three parts replaced, and the others as they were. */
export function withPart(token: string, part: 0 | 1 | 2, change: (text: string) => string): string {
  return token
    .split('.')
    .map((text, i) => (i === part ? change(text) : text))
    .join('.')
}

/** Text as UTF-8, or bytes, in base64url without padding (RFC 7515 section 2). */
export function base64url(content: string | Uint8Array): string {
  return toBase64url(typeof content === 'string' ? new TextEncoder().encode(content) : content)
}
