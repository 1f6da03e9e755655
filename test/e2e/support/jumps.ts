/** Measures how far the parts of a page jump while it is loaded. */

import type { Page } from 'playwright'

interface Watched {
  shifts: number[]
  waiting: (() => void)[]
}

/**
 * Notes every layout shift of the pages that are loaded from now on, and holds their long timers: after some
 * seconds a page goes on without fonts or workers, and on a busy machine time is to decide nothing.
 */
export async function watchJumps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { shifts: [], waiting: [] }
    const { setTimeout } = globalThis
    Object.assign(globalThis, {
      watched,
      setTimeout: (run: () => void, after = 0) =>
        after < 1_000 ? setTimeout(run, after) : -watched.waiting.push(run),
    })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        watched.shifts.push((entry as PerformanceEntry & { value: number }).value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** Runs the timers that are held, as if their time had come. */
export async function passTime(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const run of (globalThis as unknown as { watched: Watched }).watched.waiting.splice(0))
      run()
  })
}

/** The sum of all shifts, once fonts are there and what they move is drawn. */
export function jumps(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const { shifts } = (globalThis as unknown as { watched: Watched }).watched
    return shifts.reduce((sum, shift) => sum + shift, 0)
  })
}
