/** A step's host that says which points of the step's code a request ran through. */

import type { Hono } from 'hono'
import type { Stage } from '../security/trace.ts'
import { createRecorder, type Ran, type Recorder } from './recorder.ts'
import type { StepHost } from './step-host.ts'

/** A step's module, instrumented: makes an app whose code tells `ran` what it does. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- apps differ in their variables
export type WatchedApp = (ran: Ran) => Promise<Hono<any>>

/** What answers requests to a step, watched or not. */
export interface AnsweringHost {
  fetch: (request: Request, stage?: Stage) => Response | Promise<Response>
}

interface Instance {
  host: StepHost
  recorder: Recorder
}

/** How many instances wait for the next request at most; others are dropped once they have answered. */
const MAX_IDLE = 8

/**
 * Makes a host out of as many instances of an app as there are requests at a time.
 *
 * Nothing tells apart whose statement it is that runs when two requests take turns in one app, so an instance
 * answers one request, and then the next. The one that was used last is used again: a server that is asked one thing
 * at a time is always the same, with whatever it remembers.
 *
 * @param hosted puts the host around an app; it tells `refused` of each error that it answers.
 */
export function watchedHost(
  app: WatchedApp,
  hosted: (app: Awaited<ReturnType<WatchedApp>>, refused: Recorder['refused']) => StepHost,
): AnsweringHost {
  const free: Instance[] = []

  const make = async (): Promise<Instance> => {
    const recorder = createRecorder()
    return { host: hosted(await app(recorder.ran), recorder.refused), recorder }
  }

  return {
    fetch: async (request, stage = {}) => {
      const instance = free.pop() ?? (await make())
      const response = await instance.host.fetch(request, stage)
      const event = instance.recorder.take()
      if (event.points.length > 0 || event.refused !== undefined) stage.trace?.push(event)
      if (free.length < MAX_IDLE) free.push(instance)
      return response
    },
  }
}
