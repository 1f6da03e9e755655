/** The tests' projects: in Node, in a browser, and against the built playground by a walk or by other tools. */

import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import type { BrowserInstanceOption, ProjectConfig } from 'vitest/node'
import { plugins } from '../vite.config.ts'
import { browserPath, launchArgs, OPTIMIZED_LATE } from './support/find-browser.ts'
import { everyElement } from './support/every-element.ts'
import { findEngines } from './support/find-engines.ts'
import { engineProvider } from './support/engine-provider.ts'
import { environmentWith } from './support/machine-fonts.ts'
import { LongestFirst } from './support/longest-first.ts'
import { SummaryReporter } from './support/summary-reporter.ts'
import { engines } from './use/support/person.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** These put something in the place of a module, or of a global that a server changes for its whole process. */
const NEED_A_PROCESS = [
  'test/server/security/token-errors.test.ts',
  'test/server/stage/record-calls.test.ts',
]

/** These put something in the place of a module, or ask which elements have been loaded. */
const NEED_A_PAGE = [
  '../test/web/app/load-elements.test.ts',
  '../test/web/app/masked.test.ts',
  '../test/web/app/playground-app.test.ts',
  '../test/web/app/token-tab.test.ts',
]

/** Two cores, as most machines of tests have: what drives a browser fills one. */
const WORKERS = 2

/** What runs in Node, or in a page of the one browser for all, waits as long as it computes. */
const LIGHT_WORKERS = 3

/** What comes by itself is waited for: a busy machine is slow, and slow is no failure. */
const EXPECT = { poll: { timeout: 20_000 } }

/** No proxy stands between a test and its servers. */
const NO_PROXY = 'localhost,127.0.0.1,::1'

/** What a process of tests has, whatever its machine says: the zone of the time, and the way to its servers. */
const environmentIn = (TZ: string) => ({ TZ, NO_PROXY, no_proxy: NO_PROXY })

// A machine may name a folder for temporary files that is not there yet.
mkdirSync(tmpdir(), { recursive: true })

findEngines()

/** To load the modules anew for each file costs as much as the tests. */
const SHARED = {
  name: 'browser',
  isolate: false,
  instances: [
    {
      browser: 'chromium' as const,
      name: 'in chromium',
      include: ['../test/web/**/*.test.ts', '../test/contract/**/*.browser.test.ts'],
      exclude: ['../test/web/**/*.node.test.ts', ...NEED_A_PAGE],
      setupFiles: [join(root, 'test/support/shared-page.ts')],
    },
    ...otherEngines(),
  ],
}

const ALONE = {
  name: 'browser, one by one',
  isolate: true,
  instances: [
    { browser: 'chromium' as const, name: 'in chromium, one by one', include: NEED_A_PAGE },
  ],
}

export default defineConfig({
  root,
  test: {
    reporters: ['default', new SummaryReporter()],
    // A browser wants a core of its own.
    maxWorkers: WORKERS,
    sequence: { sequencer: LongestFirst },
    onConsoleLog: (log) => !log.startsWith('Lit is in dev mode.'),
    projects: [
      inNode({
        name: 'node',
        include: ['test/{server,lessons}/**/*.test.ts', 'test/{contract,web}/**/*.node.test.ts'],
        exclude: NEED_A_PROCESS,
        // A process each costs as much as the tests.
        isolate: false,
        setupFiles: ['test/support/as-found.ts'],
      }),
      inNode({ name: 'node, one by one', include: NEED_A_PROCESS }),
      inPage(SHARED),
      inPage(ALONE),
      {
        root,
        test: {
          name: 'e2e',
          expect: EXPECT,
          environment: 'node',
          env: environmentIn('UTC'),
          include: ['test/{e2e,use}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Playwright is loaded once in each worker, not once for each file.
          isolate: false,
          // They drive browsers of their own, and wait until Chromium's pages of other projects are closed.
          sequence: { groupOrder: 1 },
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

/** A project whose tests run in Node. */
function inNode(test: ProjectConfig): TestProjectInlineConfiguration {
  return {
    root,
    plugins,
    test: {
      ...test,
      expect: EXPECT,
      environment: 'node',
      maxWorkers: LIGHT_WORKERS,
      // Far from the zone of most machines, and no whole hours from any.
      env: environmentIn('Asia/Kathmandu'),
      // Tests take longer on a busy machine, and must not fail for that.
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  }
}

/**
 * A project whose tests run in a browser: each engine is one of its instances, and what they load is made once.
 *
 * @param isolate gives each file a page of its own. It is said here, since Vitest does not ask an instance for it.
 */
function inPage({
  name,
  isolate,
  instances,
}: {
  name: string
  isolate: boolean
  instances: BrowserInstanceOption[]
}): TestProjectInlineConfiguration {
  return {
    // As in the page's own build: from the repository's root, modules would live below `/lessons/`,
    // where the service worker answers.
    root: join(root, 'web'),
    plugins: [...plugins, everyElement(join(root, 'web'))],
    server: { fs: { allow: [root] } },
    // A dependency found in the middle of a run would reload the page under its tests.
    optimizeDeps: {
      noDiscovery: true,
      include: ['axe-core', 'msw', 'msw/browser', 'sucrase', 'magic-string'],
    },
    test: {
      name,
      isolate,
      setupFiles: [join(root, 'test/support/page-as-found.ts')],
      env: { EVERY_WAY: process.env['EVERY_WAY'] ?? '' },
      expect: EXPECT,
      testTimeout: 30_000,
      hookTimeout: 30_000,
      maxWorkers: LIGHT_WORKERS,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            executablePath: findBrowser(),
            args: [...launchArgs, OPTIMIZED_LATE],
            env: environmentWith('no Korean font'),
          },
          contextOptions: { locale: 'en-US', timezoneId: 'America/St_Johns' },
        }),
        instances,
      },
    },
  }
}

/** Where this machine has them, the other engines answer for the contract, and run what a learner writes. */
function otherEngines(): BrowserInstanceOption[] {
  return engines().flatMap(({ engine, start }) => {
    if (engine === 'Chromium' || !start) return []
    const name = engine === 'Firefox' ? 'firefox' : 'webkit'
    return {
      browser: name as 'chromium',
      name: `in ${name}`,
      provider: engineProvider(name, start),
      include: ['../test/contract/**/*.browser.test.ts', '../test/web/stage/own/own-stage.test.ts'],
      // One page after the other, they leave a core idle: beside the files of the second group they cost no time.
      sequence: { groupOrder: 1 },
      maxWorkers: WORKERS,
    }
  })
}
