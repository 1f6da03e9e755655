/** A browser stage whose worker and service worker are the test's. */

import type { Responder } from '../../../server/stage/wire.ts'
import { createBrowserStage } from '../../../web/stage/browser-stage.ts'
import type { Mock } from '../../../web/stage/mock.ts'
import type { Runner } from '../../../web/stage/runner.ts'
import type { StageFailure } from '../../../web/stage/stage-failure.ts'

interface Parts {
  responder?: Responder
  startMock?: (base: string, responder: Responder) => Promise<Mock>
  /** Makes the worker of each start, by its number from 0. */
  runner?: (start: number) => Runner
}

export const OK: Responder = async () => ({ status: 200, headers: [], body: null })

export const mockThatIs = (ready: boolean): Mock => ({ ready: async () => ready, stop: () => {} })

/** A worker that answers by `ask`, and can be ended. */
export function runnerWith(ask: Responder = OK, part: Partial<Runner> = {}): Runner {
  let failure: StageFailure | undefined
  return {
    started: Promise.resolve(),
    hasStarted: true,
    ask: (wire) => (failure ? Promise.reject(failure) : ask(wire)),
    isAlive: async () => failure === undefined,
    stop(reason) {
      failure ??= reason
    },
    get failure() {
      return failure
    },
    ...part,
  }
}

/** Makes the stage, and notes how often each part of it is started. */
export function stageOf({
  responder = OK,
  runner = () => runnerWith(responder),
  startMock = async () => mockThatIs(false),
}: Parts = {}) {
  const started = { runner: [] as string[], mock: [] as string[] }
  const stage = createBrowserStage({
    base: '/playground/',
    startRunner(base) {
      started.runner.push(base)
      return runner(started.runner.length - 1)
    },
    startMock(base, given) {
      started.mock.push(base)
      return startMock(base, given)
    },
  })
  return { stage, started }
}
