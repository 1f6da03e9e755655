/** Bodies as they were recorded, and what of ours is compared with them. */

import type { RawResponse } from '../../support/raw-http.ts'
import { tokenRead } from './tokens.ts'

export const secondsNow = () => Math.floor(Date.now() / 1000)

/** Reads JSON; a text that is none is said to be. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return `no JSON: ${text}`
  }
}

/** The body with what is in a token, where `$jwt` is expected. */
export function tokensRead(got: unknown, wanted: unknown): unknown {
  if (!isRecord(got) || !isRecord(wanted)) return got
  return Object.fromEntries(
    Object.entries(got).map(([key, value]) => {
      const one = wanted[key]
      return [
        key,
        isRecord(one) && '$jwt' in one ? { $jwt: tokenRead(String(value), secondsNow()) } : value,
      ]
    }),
  )
}

/** The places of a 422's errors. */
export function placesOf(body: unknown): unknown {
  const detail = isRecord(body) ? body['detail'] : undefined
  return Array.isArray(detail) ? detail.map((error: { loc: string[] }) => error.loc) : body
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A JSON value with every text in it changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]),
  )
}

/** A cookie with a token in it; what is not mentioned of it may be anything. */
export interface RecordedCookie {
  name: string
  token: { header: object; claims: object; expIn: number }
  attributes?: string[]
}

/** The token that an answer hands over: in its cookie, or else in its body. */
export function tokenIn(answer: RawResponse): string {
  const { value } = cookieOf(answer)
  if (value !== undefined) return value
  return (JSON.parse(answer.body.toString()) as { access_token: string }).access_token
}

/** The cookie that an answer sets, in the form of a recorded one. */
export function cookieRead(answer: RawResponse, { attributes }: RecordedCookie) {
  const { name, value = '', more } = cookieOf(answer)
  const token = value && tokenRead(value, secondsNow())
  return { name, token, ...(attributes && { attributes: more }) }
}

function cookieOf({ headers }: RawResponse) {
  const lines = headers.filter(([name]) => name === 'set-cookie').map(([, line]) => line)
  const [first = '', ...more] = lines.join('; ').split('; ')
  const [name, value] = first.split('=')
  return { name, value, more }
}
