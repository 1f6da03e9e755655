/** WebKit, driven by its own WebDriver on a display of its own. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../support/free-port.ts'
import type { WebKitPrograms } from '../../support/find-engines.ts'
import { isRoot } from '../../support/find-program.ts'
import type { Driver } from './driver.ts'
import { until } from './until.ts'
import { type Command, commands, windowOf } from './webdriver.ts'

/** Room for the widest window there is, and its frame. */
const SCREEN = '2200x1500x24'

/** What GTK reads from a home: nothing moves, and the browser's buttons leave room for a window as narrow as a phone. */
const TOOLKIT = {
  'gtk-3.0/settings.ini': '[Settings]\ngtk-enable-animations=0\n',
  'gtk-3.0/gtk.css':
    'window * { min-width: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px }\n',
}

export async function startWebKit(programs: WebKitPrograms): Promise<Driver> {
  const display = await startDisplay(programs.display)
  const home = mkdtempSync(join(tmpdir(), 'webkit-'))
  mkdirSync(join(home, 'gtk-3.0'))
  for (const [file, text] of Object.entries(TOOLKIT)) writeFileSync(join(home, file), text)
  const port = await freePort()
  const driver = spawn(programs.driver, [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display.name,
      HOME: home,
      XDG_CONFIG_HOME: home,
      // WebKit takes this for English.
      LC_ALL: 'C',
      // There is no graphics card: what draws in its place costs more than all else.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // Root has no sandbox to enter.
      ...(isRoot && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    },
    stdio: 'ignore',
  })
  const command = commands(`http://127.0.0.1:${port}`)
  await until(() => command('GET', '/status'), 'WebKitWebDriver is ready')
  return {
    name: 'WebKit',
    newProfile: async (size) => {
      const { sessionId } = (await command('POST', '/session', {
        capabilities: {
          alwaysMatch: {
            // A person who is asked whether to go on says yes.
            unhandledPromptBehavior: 'accept',
            'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
          },
        },
      })) as { sessionId: string }
      const session: Command = (method, path, body) =>
        command(method, `/session/${sessionId}${path}`, body)
      let isFirst = true
      return {
        newWindow: async () => {
          const handle = isFirst
            ? await session('GET', '/window')
            : // A tab behind another one answers to scripts, and to no hand.
              ((await session('POST', '/window/new', { type: 'window' })) as { handle: string })
                .handle
          isFirst = false
          const window = windowOf(session, handle as string)
          await window.resize(size)
          return window
        },
        close: async () => void (await session('DELETE', '')),
      }
    },
    close: async () => {
      await end(driver)
      await end(display.program)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A display nobody looks at; it chooses a number that is free. */
async function startDisplay(program: string): Promise<{ name: string; program: ChildProcess }> {
  const started = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const [number] = (await once(started.stdio[3]!, 'data')) as [Buffer]
  return { name: `:${number.toString().trim()}`, program: started }
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const exited = once(program, 'exit')
  program.kill()
  await exited
}
