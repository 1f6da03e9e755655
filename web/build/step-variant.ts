/**
 * Variants of a step app: beside `app.ts` stands `leaky.patch`, a unified diff, and the build makes the variant of both.
 * What is new in a variant is so the only thing that stands in its file.
 */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { applyPatch, parsePatch } from 'diff'
import { type Plugin, transformWithOxc } from 'vite'

export const PATCH = '.patch'

/** Makes `import('./leaky.patch')` give the patched app; apps are written in types that can be erased. */
export function stepVariant(): Plugin {
  return {
    name: 'step-variant',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(PATCH)) return null
      const { text, files } = readStep(id)
      for (const file of files) this.addWatchFile(file)
      const { code, map } = await transformWithOxc(text, id.replace(PATCH, '.ts'))
      return { code, map: map ?? null, moduleType: 'js' }
    },
  }
}

/**
 * Reads the source of a step app, or of a variant as its patch makes it; and says which files it is made of.
 *
 * @param ending which of the files that a patch makes: the app's own, or its twin's.
 * @throws Error for a patch that does not fit the app any more.
 */
export function readStep(file: string, ending = '.ts'): { text: string; files: string[] } {
  const own = readFileSync(file, 'utf8')
  if (!file.endsWith(PATCH)) return { text: own, files: [file] }
  const patch = parsePatch(own).find(({ newFileName }) => newFileName?.endsWith(ending))
  const step = join(dirname(file), patch?.oldFileName ?? '')
  const text = patch && applyPatch(readFileSync(step, 'utf8'), patch)
  if (!text) throw new Error(`${file} does not fit ${step}: mend the lines that it says are there`)
  return { text, files: [step, file] }
}

/** The names of the files that a patch makes. */
export function filesOfPatch(file: string): string[] {
  return parsePatch(readFileSync(file, 'utf8')).flatMap(({ newFileName }) => newFileName ?? [])
}
