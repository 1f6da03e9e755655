/** Recorded answers of the tutorial's own server, and the rules by which ours agrees with them. */

import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { HeaderList } from '../../../server/security/trace.ts'
import { askRaw, type RawResponse } from '../../support/raw-http.ts'
import {
  cookieRead,
  mapTexts,
  parsed,
  placesOf,
  type RecordedCookie,
  secondsNow,
  tokenIn,
  tokensRead,
} from './oracle-body.ts'
import { pageDifferences, type RecordedPage } from './pages.ts'
import { forged, type TokenSpec } from './tokens.ts'

/**
 * One recorded request and its answer. Texts may hold `{{repeat:A:8192}}`, `{{base}}` and `{{prefix}}`, and
 * the names of tokens.
 */
export interface OracleCase {
  id: string
  /** Tokens that other cases got, by the id of the case. */
  uses?: Record<string, string>
  /** Tokens made for this case. */
  tokens?: Record<string, TokenSpec>
  request: {
    method: string
    path: string
    headers: HeaderList
    body?: string
    version?: string
    noHost?: boolean
    /** The path is the whole request target: no prefix goes before it. */
    rawTarget?: boolean
  }
  response: Recorded
}

/** What is compared of an answer: what is not mentioned may be anything. */
export interface Recorded {
  status: number
  /** Exact values; null is a header that must be absent. */
  headers?: Record<string, string | null>
  cookie?: RecordedCookie
  body?:
    | { json: unknown }
    /** The places of a 422's errors; how they are worded has changed since. */
    | { locs: string[][] }
    | { empty: true }
    | { contains: string[] }
    | { page: RecordedPage }
}

export interface Oracle {
  openapi?: {
    securitySchemes: object
    security: Record<string, object[] | null>
    requestBodies: Record<string, { required: boolean; content: Record<string, RecordedForm> }>
  }
  cases: OracleCase[]
}

interface RecordedForm {
  required: string[]
  properties: Record<string, { type: string; pattern?: string; default?: string }>
}

/** Where the recorded server's twin answers. */
export interface Place {
  port: number
  prefix: string
}

export function readOracle(name: string): Oracle {
  const file = new URL(`../oracle/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Oracle
}

/** The case as a sentence, short enough to read. */
export function sentenceOf({ id, request, response }: OracleCase): string {
  const { method, path, headers, body, version = '1.1', noHost } = request
  const sent = [
    ...headers.map(([name, value]) => JSON.stringify(`${name}: ${value}`)),
    ...(body === undefined ? [] : ['a body']),
    ...(version === '1.1' ? [] : [`HTTP/${version}`]),
    ...(noHost ? ['no Host'] : []),
  ]
  const what = sent.length > 0 ? ` with ${sent.join(', ')}` : ''
  return `${id}: ${method} ${path}${what} answers ${response.status}`
}

/** Sends a recorded request to a server of ours, after the cases it takes a token from. */
export async function replay(
  { request, uses = {}, tokens = {} }: OracleCase,
  place: Place,
  cases: readonly OracleCase[] = [],
): Promise<RawResponse> {
  const vars: Record<string, string> = {}
  for (const [name, id] of Object.entries(uses)) {
    const other = cases.find((one) => one.id === id)
    if (!other) throw new Error(`no case ${id}`)
    vars[name] = tokenIn(await replay(other, place, cases))
  }
  for (const [name, spec] of Object.entries(tokens)) vars[name] = forged(spec, secondsNow())

  const { path, headers, body = null, rawTarget = false, ...rest } = request
  return askRaw(place.port, {
    ...rest,
    path: (rawTarget ? '' : place.prefix) + path,
    headers: headers.map(([name, value]) => [name, expand(value, vars)]),
    body: body === null ? null : expand(body, vars),
  })
}

/** How an answer differs from what was recorded; empty where they agree. */
export function differences(
  { request, response: recorded }: OracleCase,
  answer: RawResponse,
  { port, prefix }: Place,
): string[] {
  const host = request.headers.find(([name]) => name.toLowerCase() === 'host')?.[1]
  const here = `http://${host ?? `localhost:${port}`}${prefix}`
  const vars = { base: `http://localhost:${port}${prefix}`, prefix }
  const found: string[] = []
  const compare = (what: string, got: unknown, wanted: unknown) => {
    if (isDeepStrictEqual(got, wanted)) return
    found.push(`${what}: got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`)
  }

  compare('status', answer.status, recorded.status)
  for (const [name, wanted] of Object.entries(recorded.headers ?? {})) {
    const values = answer.headers.filter(([one]) => one === name).map(([, value]) => value)
    const got = values.length > 0 ? values.join(', ') : null
    // A relative Location agrees with the absolute one it stands for.
    const meant = name === 'location' && got !== null ? new URL(got, here + request.path).href : got
    compare(name, meant, wanted === null ? null : expand(wanted, vars))
  }
  const { body, cookie } = recorded
  if (cookie) compare('cookie', cookieRead(answer, cookie), cookie)
  const text = answer.body.toString()
  if (!body) return found
  if ('json' in body) {
    const wanted = mapTexts(body.json, (one) => expand(one, vars))
    compare('body', tokensRead(parsed(text), wanted), wanted)
  } else if ('locs' in body) {
    compare('places', placesOf(parsed(text)), body.locs)
  } else if ('empty' in body) {
    compare('body', text, '')
  } else if ('page' in body) {
    found.push(...pageDifferences(text, body.page, { base: here + request.path, prefix }))
  } else {
    for (const part of body.contains) compare(`body has ${part}`, text.includes(part), true)
  }
  return found
}

function expand(text: string, vars: Record<string, string>): string {
  return text
    .replace(/\{\{repeat:([^{}:]*):(\d+)\}\}/g, (_, part: string, times) => part.repeat(+times))
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = vars[name]
      if (value === undefined) throw new Error(`no value for {{${name}}}`)
      return value
    })
}
