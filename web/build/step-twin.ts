/** Twins of step apps: the same server in Python, for FastAPI, with the same regions, shown beside the TypeScript. */

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import type { StepTwin } from '../panels/step-twin.ts'
import { queryModule } from './query-module.ts'
import { readSource } from './step-source.ts'
import { filesOfPatch, PATCH, readStep } from './step-variant.ts'

/** Makes `import twin from './app.ts?twin'` give a {@link StepTwin}, and undefined where a step has none. */
export function stepTwin(): Plugin {
  return queryModule('?twin', (app) => {
    const twin = readTwin(app)
    if (!twin) return { value: undefined, files: [] }
    const { file, text, files } = twin
    return { value: { file, ...readSource(text, 'python') } satisfies StepTwin, files }
  })
}

/** The text of a step's twin with its region marks, and which files it is made of. */
interface ReadTwin {
  /** Its file's name, or that of the file which a variant's patch makes. */
  file: string
  text: string
  files: string[]
}

/**
 * Reads the twin of a step app, `main.py` for `app.ts`; that of a variant is what the variant's patch makes of it.
 *
 * @returns undefined where there is none.
 * @throws Error for a patch that does not fit the twin any more.
 */
export function readTwin(app: string): ReadTwin | undefined {
  const file = twinName(app)
  if (file === undefined) return undefined
  if (app.endsWith(PATCH)) return { file, ...readStep(app, '.py') }
  const path = join(dirname(app), file)
  return existsSync(path) ? { file, text: readFileSync(path, 'utf8'), files: [path] } : undefined
}

/** The name of a step's twin, which need not be there; undefined for a variant whose patch makes none. */
export function twinName(app: string): string | undefined {
  if (app.endsWith(PATCH)) return filesOfPatch(app).find((name) => name.endsWith('.py'))
  // Python's servers are started by a file's name, and that is the one that they all have.
  return app
    .replace(/^.*[\\/]/, '')
    .replace(/^app\.ts$/, 'main.ts')
    .replace(/\.ts$/, '.py')
}
