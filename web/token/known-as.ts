/** Strings that are no JWT and still known: by how their issuers begin them, or by the form of another format. */

import { asBase64url, foreignCharacter, fromBase64url } from '../../lessons/exchange/base64url.ts'
import type { KnownAs } from './reading.ts'

/** How issuers begin their tokens, so that leaked ones are found. */
const ISSUERS: [RegExp, issuer: string][] = [
  [/^ya29\./, 'Google'],
  [/^(gh[opusr]_|github_pat_)/, 'GitHub'],
  [/^(xox[a-z]-|xox[a-z]\.|xapp-)/, 'Slack'],
  [/^gl[a-z]{2,5}-/, 'GitLab'],
  [/^[rs]k_(live|test)_/, 'Stripe'],
  [/^npm_/, 'npm'],
  [/^pypi-/, 'PyPI'],
  [/^hf_/, 'Hugging Face'],
  [/^do[opr]_v1_/, 'DigitalOcean'],
  [/^shp(at|ca|pa|ss)_/, 'Shopify'],
  [/^SG\.[\w-]{16,}\./, 'SendGrid'],
  [/^sl\.[\w.-]{16,}/, 'Dropbox'],
]

/** What a string that is no JWT is known as; nothing where its server alone knows. */
export function knownAs(token: string): KnownAs {
  const issuer = ISSUERS.find(([beginning]) => beginning.test(token))?.[1]
  if (issuer !== undefined) return { issuer }
  if (/^v[1-4]\.(local|public)\.[\w-]+(\.[\w-]*)?$/.test(token)) return { format: 'PASETO' }
  const bytes = bytesOf(token)
  if (bytes && isMacaroon(bytes)) return { format: 'Macaroon' }
  if (bytes && isBiscuit(bytes)) return { format: 'Biscuit' }
  return {}
}

function bytesOf(token: string): Uint8Array | undefined {
  const text = asBase64url(token)
  if (text.length < 16 || foreignCharacter(text) !== -1 || text.length % 4 === 1) return undefined
  return fromBase64url(text)
}

/** A length in four hexadecimal digits and the name of a field, or in the second version 2 and the type of a field. */
function isMacaroon(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16))
  if (/^[\da-f]{4}(location|identifier) /.test(beginning)) return true
  return bytes[0] === 2 && (bytes[1] === 1 || bytes[1] === 2) && bytes[2]! + 3 < bytes.length
}

/** The message of Biscuit, in Protocol Buffers: perhaps the key's number, a first block, more of them, and a proof. */
function isBiscuit(bytes: Uint8Array): boolean {
  const fields: number[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[at++] ?? 0
      value += (byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
    return Infinity
  }
  while (at < bytes.length) {
    const tag = varint()
    // Wire type 0 is a number, 2 has its length before it.
    const value = varint()
    if ((tag & 7) === 2) at += value
    else if ((tag & 7) !== 0) return false
    fields.push(tag >> 3)
  }
  return at === bytes.length && /^(1,)?2,(3,)*4$/.test(fields.join())
}
