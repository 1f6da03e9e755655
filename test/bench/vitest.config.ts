/** The benches: run by hand with `npm run bench`, on a machine that does nothing else; they print and assert nothing timed. */

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/bench/**/*.bench.ts'],
    globalSetup: 'test/bench/table.ts',
    // One at a time: each wants the machine for itself.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
})
