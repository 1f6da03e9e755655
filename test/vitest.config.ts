/** The tests' three projects: in Node, in a browser, and against the built playground. */

import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { plugins } from '../vite.config.ts'
import { browserPath, launchArgs } from './support/find-browser.ts'
import { environmentWith } from './support/machine-fonts.ts'
import { SummaryReporter } from './support/summary-reporter.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** No proxy stands between a test and its servers. */
const NO_PROXY = 'localhost,127.0.0.1,::1'

/** What a process of tests has, whatever its machine says: the zone of the time, and the way to its servers. */
const environmentIn = (TZ: string) => ({ TZ, NO_PROXY, no_proxy: NO_PROXY })

// A machine may name a folder for temporary files that is not there yet.
mkdirSync(tmpdir(), { recursive: true })

export default defineConfig({
  root,
  test: {
    reporters: ['default', new SummaryReporter()],
    // Two at a time: a browser wants a core of its own.
    maxWorkers: 2,
    onConsoleLog: (log) => !log.startsWith('Lit is in dev mode.'),
    projects: [
      {
        root,
        plugins,
        test: {
          name: 'node',
          environment: 'node',
          // Far from the zone of most machines, and no whole hours from any.
          env: environmentIn('Asia/Kathmandu'),
          // A busy machine is slow, and slow is no failure.
          testTimeout: 30_000,
          include: ['test/{server,lessons}/**/*.test.ts', 'test/{contract,web}/**/*.node.test.ts'],
        },
      },
      {
        // As in the page's own build: from the repository's root, modules would live below `/lessons/`,
        // where the service worker answers.
        root: join(root, 'web'),
        plugins,
        server: { fs: { allow: [root] } },
        // A dependency found in the middle of a run would reload the page under its tests.
        optimizeDeps: { noDiscovery: true, include: ['axe-core', 'msw', 'msw/browser'] },
        test: {
          name: 'browser',
          testTimeout: 30_000,
          include: ['../test/web/**/*.test.ts', '../test/contract/**/*.browser.test.ts'],
          exclude: ['../test/web/**/*.node.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser(),
                args: [...launchArgs],
                env: environmentWith('no Korean font'),
              },
              contextOptions: { locale: 'en-US', timezoneId: 'America/St_Johns' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          env: environmentIn('UTC'),
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Each walk has a browser of its own.
          fileParallelism: false,
        },
      },
    ],
  },
})

function findBrowser(): string {
  try {
    return browserPath()
  } catch (error) {
    console.error(`bearer-playground: ${(error as Error).message}`)
    return process.exit(1)
  }
}
