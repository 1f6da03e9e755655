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
  /** The body as JSON; undefined where only its type is of interest. */
  json?: unknown
  empty?: boolean
  decided: string[]
  because: string[]
}

/** What a request is, when it is not a plain GET. */
export interface Asked {
  method?: string
  headers?: HeaderList
  body?: string
  notInBrowser?: boolean
}

/** Expects JSON, and no header but its type, unless `rest` says otherwise. */
export const expecting = (status: number, rest: Partial<Expected>): Expected => ({
  status,
  type: 'application/json',
  challenge: null,
  location: null,
  allow: null,
  decided: [],
  because: [],
  ...rest,
})
