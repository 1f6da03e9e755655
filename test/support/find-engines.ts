/** Finds the browsers of other engines, Firefox and WebKit, and installs them where that can be done unasked. */

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, isProgram, onPath } from './find-program.ts'

/** What drives WebKit: its WebDriver, the browser that this opens, and a display to open it on. */
export interface WebKitPrograms {
  driver: string
  browser: string
  display: string
}

const FIREFOX_COMMANDS = ['firefox-esr', 'firefox']

const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
]

/**
 * Looks for both engines, installs what is missing, and says in a line what cannot be tried.
 *
 * What was found is remembered in `FIREFOX_PATH` and `WEBKIT_PATH`, empty where there is none: child processes
 * inherit both, so that one search is enough.
 */
export function findEngines(): void {
  process.env['FIREFOX_PATH'] ??=
    foundFirefox() ?? ((installPackages('firefox-esr') && foundFirefox()) || '')
  process.env['WEBKIT_PATH'] ??=
    foundMiniBrowser() ??
    ((installPackages('webkit2gtk-driver', 'xvfb') && foundMiniBrowser()) || '')
  if (!firefoxPath()) tell('Firefox', 'set FIREFOX_PATH to one')
  if (!webkitPrograms()) tell('WebKit', 'Debian has it as webkit2gtk-driver, with xvfb')
}

/** The Firefox that was found. */
export const firefoxPath = (): string | undefined => process.env['FIREFOX_PATH'] || undefined

/** The WebKit that was found. */
export function webkitPrograms(): WebKitPrograms | undefined {
  const browser = process.env['WEBKIT_PATH'] || undefined
  const driver = onPath('WebKitWebDriver').find(isProgram)
  const display = onPath('Xvfb').find(isProgram)
  return browser && driver && display ? { browser, driver, display } : undefined
}

function foundFirefox(): string | undefined {
  return [...FIREFOX_COMMANDS.flatMap(onPath), ...FIREFOX_PLACES].find(isProgram)
}

/** The small browser that comes with WebKit's driver: it stands in a folder for the machine's architecture. */
function foundMiniBrowser(): string | undefined {
  if (![...onPath('WebKitWebDriver')].some(isProgram)) return undefined
  if (![...onPath('Xvfb')].some(isProgram) || !existsSync('/usr/lib')) return undefined
  return readdirSync('/usr/lib')
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0'].map((version) =>
        join('/usr/lib', folder, version, 'MiniBrowser'),
      ),
    )
    .find(isProgram)
}

function tell(engine: string, remedy: string): void {
  console.error(
    `bearer-playground: no ${engine} here, and none could be installed: nothing is tried in it (${remedy})`,
  )
}
