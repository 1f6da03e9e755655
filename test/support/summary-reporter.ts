/** The last line of a test run: how many passed and failed, in words a script can read. */

import type { Reporter, TestModule } from 'vitest/node'

/** Counts tests; a file or a process that broke outside any test counts as a failed one. */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      counts.failed += module.errors().length
      for (const test of module.children.allTests()) counts[test.result().state]++
    }
    // A test without a result was cut off.
    counts.failed += counts.pending
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    const line = `${counts.passed} passed, ${counts.failed} failed${skipped}\n`
    // At the exit, so that nothing of another reporter follows it.
    process.once('exit', () => process.stdout.write(line))
  }
}
