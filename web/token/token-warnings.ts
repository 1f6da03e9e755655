/** What a signature should be like by what its header says. */

import type { Finding, JsonObject, Part, WarningCode } from './reading.ts'

/** Servers here take no longer token (see `server/security/json-web-tokens.ts`). */
export const LONG = 8 * 1024

/** Bytes that an algorithm makes (RFC 7518 sections 3.2 and 3.4; RFC 8037 section 3.1). */
const SIGNATURE_BYTES: Readonly<Record<string, number>> = {
  HS256: 32,
  HS384: 48,
  HS512: 64,
  ES256: 64,
  ES384: 96,
  ES512: 132,
  EdDSA: 64,
}

/** Bytes that RSA makes with keys of the usual sizes. */
const RSA_BYTES = [256, 384, 512]

/** Whether a signature of so many characters is a whole one of the algorithm; false where that cannot be said. */
export function isWholeSignature(alg: unknown, characters: number): boolean {
  if (typeof alg !== 'string') return false
  if (alg.toLowerCase() === 'none') return characters === 0
  const bytes = /^[RP]S/.test(alg) ? RSA_BYTES : [bytesOf(alg)]
  return bytes.some((count) => count !== undefined && characters === Math.ceil((count * 4) / 3))
}

const bytesOf = (alg: string): number | undefined =>
  Object.hasOwn(SIGNATURE_BYTES, alg) ? SIGNATURE_BYTES[alg] : undefined

export function signatureWarnings(
  header: JsonObject,
  { bytes, text }: Part,
): Finding<WarningCode>[] {
  const { alg } = header.value
  if (typeof alg !== 'string') return [{ code: 'algorithm-missing', part: 'header' }]
  if (alg.toLowerCase() === 'none') {
    return [
      { code: text === '' ? 'unsigned' : 'unsigned-but-signature', part: 'signature', about: alg },
    ]
  }
  if (text === '') return [{ code: 'signature-missing', part: 'signature', about: alg }]
  const expected = bytesOf(alg) ?? bytes!.length
  if (bytes!.length === expected) return []
  return [
    { code: 'signature-length', part: 'signature', about: alg, count: expected, at: bytes!.length },
  ]
}
