/** Waiting for what comes by itself: a busy machine is slow, and slow is no failure. */

import { vi } from 'vitest'

/** Settles when the check throws no more. */
export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000 })
