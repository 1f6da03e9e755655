/** Finds the Chromium that tests drive, or its shell, and installs a whole one only where there is none. */

import { execFileSync } from 'node:child_process'
import { chromium } from 'playwright'
import {
  installedVersion,
  installPackages,
  isProgram,
  isRoot,
  onPath,
  run,
} from './find-program.ts'

/** The same Chromium without a window around its pages: a visit costs less than half the work. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where installers put it on systems that keep programs off the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
]

/**
 * The features that Playwright disables. Chromium goes by the last `--disable-features` alone, and Playwright has no
 * option that adds to its own and does not export it, so what is disabled besides has to bring this list along.
 * A test holds it against the installed Playwright's.
 */
const DISABLED_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',

  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]

/** The popups of the address bar: each window of a whole browser loads them as pages, each as costly as a page of ours. */
const ADDRESS_BAR_POPUPS = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']

/** Flags for Chromium in tests: it talks to nobody but us, through no proxy; as root it has no sandbox to enter. */
export const launchArgs: readonly string[] = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--no-proxy-server',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...DISABLED_BY_PLAYWRIGHT, ...ADDRESS_BAR_POPUPS].join(',')}`,
]

/**
 * Another flag for tests alone: a page of theirs lives for seconds, and what it runs a few hundred times is not worth a
 * better compilation yet. Loops that go on for long have theirs as early as always.
 */
export const OPTIMIZED_LATE =
  '--js-flags=--invocation-count-for-maglev=4000,--invocation-count-for-turbofan=15000'

/**
 * The browser's path, installing one if this machine has none.
 *
 * The path is remembered in `CHROME_PATH`, which child processes inherit: one search is enough.
 *
 * @throws with one line that says what to do when there is none and none can be had.
 */
export function browserPath(): string {
  const given = process.env['CHROME_PATH']
  if (given && !isProgram(given)) throw new Error(`CHROME_PATH is not a program: ${given}`)
  const path = given || shell() || found() || installed()
  process.env['CHROME_PATH'] = path
  return path
}

/** A Chromium with windows, where there is one; none is installed for its sake. */
export const wholeBrowser = (): string | undefined => found()

function found(): string | undefined {
  return [...COMMANDS.flatMap(onPath), ...PLACES, chromium.executablePath()].find(isBrowser)
}

/** The shell, installed where Debian's Chromium stands without it, in its version: so Chromium stays as it is. */
function shell(): string | undefined {
  const find = () => SHELLS.flatMap(onPath).find(isBrowser)
  const there = find()
  const version = installedVersion('chromium')
  if (there || !version) return there
  return installPackages(`chromium-headless-shell=${version}`) ? find() : undefined
}

const isBrowser = (path: string) => isProgram(path) && runs(path)

/** Whether a browser says which it is; where Ubuntu has no snap of it, a script by its name says that only. */
function runs(path: string): boolean {
  // Elsewhere it would open a window.
  if (process.platform !== 'linux') return true
  try {
    return /^(Chromium|Google Chrome)\b/m.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }),
    )
  } catch {
    return false
  }
}

function installed(): string {
  console.log('No Chromium found: installing one for the tests.')
  // Only root may add the system libraries that a bare container lacks.
  const withLibraries = isRoot ? ['--with-deps'] : []
  const path =
    (run('npx', ['playwright', 'install', ...withLibraries, 'chromium']) && found()) ||
    (installPackages('chromium') && (shell() ?? found()))
  if (!path) {
    throw new Error('no Chromium here and none could be installed: set CHROME_PATH to one')
  }
  return path
}
