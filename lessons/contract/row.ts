/** A sentence of a contract: a request, and the answer it must get. */

import type { HeaderList } from '../../server/security/trace.ts'

/** One sentence of the contract. */
export interface Row {
  sentence: string
  method: string
  path: string
  headers: HeaderList
  body: string | null
  expected: Expected
  /** Browsers refuse to send this request. */
  notInBrowser?: boolean
}

/** What must come back; what a row does not mention must be absent. */
export interface Expected {
  status: number
  type: string | null
  challenge: string | null
  location: string | null
  allow: string | null
  cache: string | null
  /** The body as JSON, byte for byte; undefined where only its type is of interest. */
  json?: unknown
  /** Pieces of a page, each of which must be in it. */
  says?: string[]
  empty?: boolean
  decided: string[]
  /** What the server asked others on the way. */
  called: Call[]
  /** `Set-Cookie` lines, with `TOKEN` and `SECONDS` for what the clock makes of them. */
  cookies: string[]
  because: string[]
  /** The gate that said no, where several could for one reason. */
  gate?: string
}

/** One call of a server to another: the request in short, and what became of it there. */
export interface Call {
  asked: string
  authorization?: string | undefined
  body: string
  status: number | null
  decided: string[]
}

/** What a request is, when it is not a plain GET. */
export interface Asked {
  method?: string
  headers?: HeaderList
  body?: string
  notInBrowser?: boolean
}

/** Writes one row: a path from the playground's root, in words below its server. */
export type WriteRow = (path: string, what: string, expected: Expected, asked?: Asked) => Row

/** Makes what writes the rows of the server at `api`. */
export const rowsAt =
  (api: string): WriteRow =>
  (path, what, expected, asked = {}) => {
    const { method = 'GET', headers = [], body = null, notInBrowser = false } = asked
    const shown = path.startsWith(api) ? path.slice(api.length) : path
    const sentence = [method, shown, what, 'answers', expected.status].filter(Boolean).join(' ')
    return { sentence, method, path, headers, body, expected, notInBrowser }
  }

export const authorization = (value: string): HeaderList => [['Authorization', value]]

/** Expects JSON, and no header but its type, unless `rest` says otherwise. */
export const expecting = (status: number, rest: Partial<Expected>): Expected => ({
  status,
  type: 'application/json',
  challenge: null,
  location: null,
  allow: null,
  cache: null,
  decided: [],
  called: [],
  cookies: [],
  because: [],
  ...rest,
})

/** Expects a refusal with `detail`; 401 always brings its challenge. */
export const refused = (
  status: number,
  detail: unknown,
  decided: string[],
  because: string[],
): Expected =>
  expecting(status, {
    challenge: status === 401 ? 'Bearer' : null,
    json: { detail },
    decided: [...decided, `- ${because[0]}`],
    because,
  })

/** The decisions about a guarded route before a token is looked for. */
export const FOUND = ['+ route-found', '+ authorization-present']

export const noAuthorization = refused(
  401,
  'Not authenticated',
  ['+ route-found'],
  ['authorization-missing'],
)

export const otherScheme = refused(401, 'Not authenticated', FOUND, ['scheme-not-bearer'])

export const notFound = refused(404, 'Not Found', [], ['route-missing'])

export const wrongMethod = (allow: string): Expected => ({
  ...refused(405, 'Method Not Allowed', [], ['method-not-allowed']),
  allow,
})

export const redirect = (location: string): Expected =>
  expecting(307, { type: null, location, empty: true, decided: ['- slash-differs'] })

export const page = (type: string): Expected =>
  expecting(200, { type, decided: ['+ route-found', '+ handler-answered'] })

/** The same answer without its body, as HEAD gets it. */
export const headOf = (expected: Expected): Expected => ({
  ...expected,
  json: undefined,
  says: [],
  empty: true,
})
