/** Makes the bytes of an attack. */

import type { HeaderList } from '../../../server/security/trace.ts'
import { rawRequest } from '../../support/raw-http.ts'
import type { Attack, EncryptedSpec, Text, TokenSpec } from './cases.ts'
import { encrypted, ownJwk, ownPem, PUBLISHED_KEY, signature } from './tokens.ts'

/** What stands for the placeholders. */
export interface Surroundings {
  /** A token that opens. */
  good: string
  /** The guarded route, and its path with a slash more or less. */
  me: string
  otherMe: string
  /** Host and port of the server, and of one that nobody should call. */
  host: string
  listener: string
}

const DEFAULT_HEADER = '{"alg":"HS256","typ":"JWT"}'
const DEFAULT_CLAIMS = '{"sub":"johndoe","exp":{{now+1800}}}'

/** The request, for each variant of the attack. */
export function requestsOf(
  attack: Attack,
  around: Surroundings,
): [variant: string, bytes: Buffer][] {
  return (attack.variants ?? ['']).map((variant) => [
    variant,
    requestOf(attack, { ...around, variant }),
  ])
}

type Values = Surroundings & { variant: string }

function requestOf(attack: Attack, values: Values): Buffer {
  const octets = (text: Text) => octetsOf(text, values)
  const latin1 = (text: Text) => octets(text).toString('latin1')
  const { raw, token, cookie, method = 'GET', path = '{{me}}', headers = [] } = attack
  const { form, body, type } = attack
  if (raw !== undefined) return octets(raw)
  if (token) return askWith(`Bearer ${tokenOf(token, values)}`, values.me)
  if (cookie) return showCookie(tokenOf(cookie, values), values.me)
  const contentType = type ?? (form ? 'application/x-www-form-urlencoded' : undefined)
  const pairs = form?.map(([name, value]) => [octets(name).toString(), octets(value).toString()])
  return rawRequest({
    method,
    path: latin1(path),
    headers: [
      ...headers.map(([name, value]): [string, string] => [name, latin1(value)]),
      ...(contentType === undefined || type === null
        ? []
        : ([['Content-Type', latin1(contentType)]] satisfies HeaderList)),
    ],
    body: pairs ? new URLSearchParams(pairs).toString() : body === undefined ? null : octets(body),
  })
}

/** A request of the guarded route with these credentials, in Latin-1. */
export function askWith(authorization: string, me: string): Buffer {
  return rawRequest({ method: 'GET', path: me, headers: [['Authorization', authorization]] })
}

/** A request of a client server's guarded route with a token in its cookie. */
export function showCookie(token: string, me: string): Buffer {
  return rawRequest({ method: 'GET', path: me, headers: [['Cookie', `jwt_token=${token}`]] })
}

function tokenOf(spec: TokenSpec | EncryptedSpec, values: Values): string {
  const octets = (text: Text) => octetsOf(text, values)
  if ('encrypts' in spec) {
    const { deflated = false, key } = spec
    return encrypted(octets(spec.header), octets(spec.encrypts), {
      key: key === 'published' ? PUBLISHED_KEY : key,
      deflated,
    })
  }
  const { header = DEFAULT_HEADER, claims = DEFAULT_CLAIMS, claimsAsTheyAre = false } = spec
  const { sign = 'HS256', key = PUBLISHED_KEY } = spec
  const payload = octets(claims).toString(claimsAsTheyAre ? 'latin1' : 'base64url')
  const signed = `${octets(header).toString('base64url')}.${payload}`
  const last =
    spec.signature === undefined
      ? signature(sign, octets(key).toString(), Buffer.from(signed, 'latin1'))
      : octets(spec.signature)
  return `${signed}.${last.toString('base64url')}`
}

function octetsOf(text: Text, values: Values): Buffer {
  if (Array.isArray(text)) return Buffer.concat(text.map((part) => octetsOf(part, values)))
  if (typeof text === 'string') return Buffer.from(filledIn(text, values))
  if ('base64' in text) return Buffer.from(text.base64, 'base64')
  if ('repeat' in text) return Buffer.from(text.repeat.repeat(text.times))
  const numbers = Array.from({ length: text.times }, (_, number) => String(number))
  return Buffer.from(numbers.map((number) => text.numbered.replaceAll('#', number)).join(''))
}

/** Leaves what it does not know: attackers too like double braces. */
function filledIn(text: string, values: Values): string {
  return text.replace(
    /\{\{(?:now([+-]\d+)?|(jwk|pem):(\w+)|(good|me|other-me|host|listener|variant))\}\}/g,
    (_, seconds?: string, format?: string, algorithm?: string, name?: string) => {
      if (format === 'jwk') return ownJwk(algorithm!)
      if (format === 'pem') return ownPem(algorithm!)
      if (name === 'other-me') return values.otherMe
      if (name) return values[name as 'good' | 'me' | 'host' | 'listener' | 'variant']
      return String(Math.floor(Date.now() / 1000) + Number(seconds ?? 0))
    },
  )
}
