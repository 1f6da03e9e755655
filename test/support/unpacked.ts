/** A lesson taken home, unpacked in a folder of its own, with this repository's packages in the place of an install. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { onTestFinished } from 'vitest'
import { run, type Running } from './run-program.ts'

const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The files of a zip, by path below the one folder in it. */
export function filesIn(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(zip)).map(([path, bytes]) => [
      path.slice(path.indexOf('/') + 1),
      strFromU8(bytes),
    ]),
  )
}

/** Writes files to a folder that is gone after the test; gives its path. */
export function unpacked(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'taken-home-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  symlinkSync(PACKAGES, join(folder, 'node_modules'))
  return folder
}

/** Runs one of the scripts of `package.json` there; it does not outlive the test. */
export const npm = (folder: string, words: string[], environment: Record<string, string> = {}) =>
  run('npm', ['run', '--silent', ...words], folder, environment)

/** Does what `npm test` does, with the cases of one sentence: the others cost the time of their passwords. */
export function npmTestOf(folder: string, sentence: string): Running {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const [program, ...words] = (scripts.test as string).split(' ')
  const [file] = words.splice(-1)
  return run(program!, [...words, '--test-name-pattern', sentence, file!], folder, {})
}
