/** The stage in this browser, loaded when it is first asked for something. */

import type { BrowserStage } from './browser-stage.ts'

/**
 * Makes a stage that is there at once, while what it is made of comes later.
 *
 * @param load loads the stage; a load that failed is tried again by the next that asks.
 */
export function laterStage(load: () => Promise<BrowserStage>): BrowserStage {
  let coming: Promise<BrowserStage> | undefined
  let there: BrowserStage | undefined

  const stage = () => {
    const loading = (coming ??= load())
    loading.then(
      (loaded) => (there = loaded),
      () => (coming = undefined),
    )
    return loading
  }

  return {
    ready: async () => (await stage()).ready(),
    get route() {
      return there?.route
    },
    fetch: async (request, signal) => (await stage()).fetch(request, signal),
    stop: () => there?.stop(),
  }
}
