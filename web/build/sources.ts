/** Sources as they stand on disk, for taking them home: a file, and those that it imports by their paths. */

import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { queryModule } from './query-module.ts'
import { PATCH, readStep } from './step-variant.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** An import, an export or an `import()` of a file by its path. */
const RELATIVE = /(?:\bfrom |\bimport\()'(\.{1,2}\/[^']+\.ts)'/g

/** Makes `import sources from './app.ts?sources'` give texts by their paths from the root, the file's own first. */
export function sources(): Plugin {
  return queryModule('?sources', (file) => {
    const texts = new Map<string, string>()
    const files: string[] = []
    const read = (path: string): void => {
      const name = relative(ROOT, path).replaceAll('\\', '/').replace(PATCH, '.ts')
      if (texts.has(name)) return
      const step = readStep(path)
      files.push(...step.files)
      texts.set(name, step.text)
      for (const [, imported] of step.text.matchAll(RELATIVE)) {
        const next = join(dirname(path), imported!)
        // An example in a comment may import what is nowhere.
        if (existsSync(next)) read(next)
      }
    }
    read(file)
    return { value: Object.fromEntries(texts), files }
  })
}
