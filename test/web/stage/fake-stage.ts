/** A browser stage whose worker and service worker are the test's. */

import type { Responder } from '../../../server/stage/wire.ts'
import { createBrowserStage } from '../../../web/stage/browser-stage.ts'
import type { Mock } from '../../../web/stage/mock.ts'

interface Parts {
  responder?: Responder
  startMock?: (base: string, responder: Responder) => Promise<Mock>
  load?: () => Promise<void>
}

export const OK: Responder = async () => ({ status: 200, headers: [], body: null })

export const mockThatIs = (ready: boolean): Mock => ({ ready: async () => ready, stop: () => {} })

/** Makes the stage, and counts how often each part of it is started. */
export function stageOf({
  responder = OK,
  load,
  startMock = async () => mockThatIs(false),
}: Parts = {}) {
  const started = { load: 0, runner: [] as string[], mock: [] as string[] }
  const stage = createBrowserStage({
    base: '/playground/',
    async load() {
      started.load++
      await load?.()
      return {
        startRunner(base) {
          started.runner.push(base)
          return responder
        },
        startMock(base, given) {
          started.mock.push(base)
          return startMock(base, given)
        },
      }
    },
  })
  return { stage, started }
}
