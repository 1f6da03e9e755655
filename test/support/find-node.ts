/** Finds the newest Node on this machine besides the one that runs the tests: the package has to start on it too. */

import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isProgram, onPath } from './find-program.ts'

/** Where managers of versions keep one folder for each; `bin/node` is below it. */
const SHELVES = [
  '.nvm/versions/node',
  '.local/share/fnm/node-versions',
  '.local/share/mise/installs/node',
  '.asdf/installs/nodejs',
  '.volta/tools/image/node',
  'n/versions/node',
].map((folder) => join(homedir(), folder))

/** The same for all users. */
const SHARED_SHELVES = ['/usr/local/n/versions/node', '/opt']

/** What `package.json` asks for. */
const OLDEST = 'v20.19.0'

/** A Node, and what it says it is. */
export interface FoundNode {
  path: string
  version: string
}

/**
 * The newest other Node: the one that `OTHER_NODE` names, or else of all that are found.
 *
 * A line says so where there is none.
 *
 * @throws where `OTHER_NODE` names no program.
 */
export function newestOtherNode(): FoundNode | undefined {
  const given = process.env['OTHER_NODE']
  if (given && !isProgram(given)) throw new Error(`OTHER_NODE is not a program: ${given}`)
  const places = given
    ? [given]
    : [...onPath('node'), ...[...SHELVES, ...SHARED_SHELVES].flatMap(onShelf)]
  const [newest] = places
    .filter(isProgram)
    .map((path) => ({ path, version: versionOf(path) }))
    .filter(({ version }) => version !== process.version && compareVersions(version, OLDEST) >= 0)
    .toSorted((one, other) => compareVersions(other.version, one.version))
  if (!newest) {
    console.error(
      `bearer-playground: no Node here but ${process.version}: the package is not tried on another (set OTHER_NODE to one)`,
    )
  }
  return newest
}

function onShelf(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => [
      join(folder, name, 'bin/node'),
      join(folder, name, 'installation/bin/node'),
    ])
  } catch {
    return []
  }
}

function versionOf(path: string): string {
  try {
    return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return ''
  }
}

const compareVersions = (one: string, other: string) =>
  one.localeCompare(other, 'en', { numeric: true })
