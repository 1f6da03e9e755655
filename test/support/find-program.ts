/** Programs that tests drive: looked for on this machine, and installed where that can be done unasked. */

import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Whether these tests may change the whole machine. */
export const isRoot = process.getuid?.() === 0

/** Where a command would be, in each folder of the PATH. */
export const onPath = (command: string): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command))

/** Whether a file is there that this user can run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs a command in sight of the user; false when it fails. */
export function run(command: string, args: string[]): boolean {
  try {
    // On Windows npx is a script, which only a shell starts.
    execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
    return true
  } catch {
    return false
  }
}

/** Installs Debian's packages where the tests run as root on a Debian; false where they do not, or it fails. */
export function installPackages(...packages: string[]): boolean {
  return (
    isRoot &&
    isDebianLike() &&
    run('apt-get', ['-qq', 'update']) &&
    run('apt-get', ['-qq', 'install', '-y', ...packages])
  )
}

function isDebianLike(): boolean {
  const file = '/etc/os-release'
  return existsSync(file) && /^(ID|ID_LIKE)=.*debian/m.test(readFileSync(file, 'utf8'))
}
