/** JSON Web Tokens made by hand, the wrong ones too; no line of it is the code that is tested. */

import { createHmac } from 'node:crypto'
import { base64url, TUTORIAL_KEY } from '../../../lessons/contract/forge.ts'

export const HS256 = '{"alg":"HS256","typ":"JWT"}'

const HASHES = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }

/** Signs what stands before the last dot. */
export const signature = (
  signed: string,
  key: string | Uint8Array = TUTORIAL_KEY,
  algorithm: keyof typeof HASHES = 'HS256',
): string => createHmac(HASHES[algorithm], key).update(signed).digest('base64url')

interface Signing {
  header?: string | Uint8Array
  key?: string | Uint8Array
  algorithm?: keyof typeof HASHES
}

/** A compact token of raw texts, well signed, whatever they say. */
export function token(
  claims: string | Uint8Array,
  { header = HS256, key = TUTORIAL_KEY, algorithm = 'HS256' }: Signing = {},
): string {
  const signed = `${base64url(header)}.${base64url(claims)}`
  return `${signed}.${signature(signed, key, algorithm)}`
}

/** How a recorded token was made; texts may hold `{{key}}`, `{{now+1800}}` and `{{repeat:A:8192}}`. */
export interface TokenSpec {
  header?: string
  payload: string
  sign?: keyof typeof HASHES | 'none'
  key?: string
  /** What was signed in place of what is shown. */
  signedHeader?: string
  signedPayload?: string
  /** Cuts the payload's part in two, `{p1}` and `{p2}`. */
  splitPayloadAt?: number
  /** What was signed, and how the parts stand together: `{h}`, `{p}`, `{s}`, `{s:N}` up to N, `{sN:}` from N. */
  signInput?: string
  join?: string
}

/** Makes a token as it was recorded. */
export function forged(spec: TokenSpec, now: number): string {
  const { header = HS256, payload, sign = 'HS256', key = '{{key}}', splitPayloadAt = 0 } = spec
  const text = (template: string) =>
    template
      .replaceAll('{{key}}', TUTORIAL_KEY)
      .replace(/\{\{now([+-]\d+)\}\}/g, (_, seconds) => String(now + Number(seconds)))
      .replace(/\{\{repeat:([^{}:]*):(\d+)\}\}/g, (_, one: string, times) => one.repeat(+times))
  const [h, p] = [base64url(text(header)), base64url(text(payload))]
  const parts: Record<string, string> = {
    h,
    p,
    p1: p.slice(0, splitPayloadAt),
    p2: p.slice(splitPayloadAt),
  }
  const filled = (template: string) =>
    template.replace(
      /\{([a-z_]+\d?)(?::(-?\d+))?\}|\{([a-z])(\d+):\}/g,
      (_, name: string, to: string | undefined, of: string, from: string) => {
        const value = parts[name ?? of]
        if (value === undefined) throw new Error(`no part for ${template}`)
        return name === undefined
          ? value.slice(+from)
          : value.slice(0, to === undefined ? undefined : +to)
      },
    )
  const shown = `${base64url(text(spec.signedHeader ?? header))}.${base64url(text(spec.signedPayload ?? payload))}`
  const signed = spec.signInput === undefined ? shown : filled(spec.signInput)
  parts['s'] = sign === 'none' ? '' : signature(signed, text(key), sign)
  parts['s_std'] = parts['s'].replaceAll('-', '+').replaceAll('_', '/')
  parts['s_bits'] = otherLastBits(parts['s'])
  return filled(spec.join ?? '{h}.{p}.{s}')
}

/** What is in a token signed with the published key, and in how many seconds it expires. */
export function tokenRead(token: string, now: number) {
  const [header = '', payload = '', signed] = token.split('.')
  if (signed !== signature(`${header}.${payload}`)) return `wrongly signed: ${token}`
  const json = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as object
  const { exp, ...claims } = json(payload) as { exp: number }
  return { header: json(header), claims, expIn: exp - now }
}

/** The same bytes spelled another way: the last character with its unused bits set. */
export function otherLastBits(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = alphabet[alphabet.indexOf(text.at(-1) ?? 'A') | 3] ?? ''
  return text.slice(0, -1) + last
}
