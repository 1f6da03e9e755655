/** What the page and the worker that runs the step apps say to each other. */

import type { WireRequest, WireResponse } from '../../server/stage/wire.ts'

/** A request to be answered; without one it asks whether the worker is there. */
export interface RunnerQuestion {
  id: number
  request?: WireRequest
}

/** The answer to the question of that id: a response, why there is none, or only that the worker is there. */
export type RunnerAnswer =
  | { id: number; response: WireResponse }
  | { id: number; error: string; notLoaded?: boolean }
  | { id: number }

/** Id of what the worker says when it has been loaded, without being asked. */
export const STARTED = 0
