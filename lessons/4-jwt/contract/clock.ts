/** The playground's clock, as the fourth step's contract sets it. */

import type { HeaderList } from '../../../server/security/trace.ts'

/** When every one of these tokens is shown, in seconds: long past, so that no other clock will do. */
export const NOW = 1_000_000_000

/** The header that sets it for one request. */
export const at = (time: string): HeaderList => [['X-Playground-Now', time]]

export const inIso = (seconds: number) => new Date(seconds * 1000).toISOString()

export const atNow = at(inIso(NOW))
