/** A lesson's contract: what its servers promise over HTTP, whoever carries the request. */

import type { Ask } from './answer.ts'
import type { Row } from './row.ts'

/** A lesson's promises: sentences of one request each, and what takes more than one. */
export interface Contract {
  name: string
  rows: readonly Row[]
  /** How many rows browsers refuse to send: said, so that none is left out unseen. */
  notInBrowser?: number
  more: (ask: Ask, options: ContractOptions) => void
}

export interface ContractOptions {
  /** A browser: it follows redirects unseen, and refuses to send some requests. */
  browser?: boolean
  /** Rows that this transport cannot carry. */
  except?: (row: Row) => boolean
  /** Of how many rows one is asked, where not every way is wanted: all where nothing is said. */
  every?: number
}
