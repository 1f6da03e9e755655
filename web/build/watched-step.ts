/**
 * A step app that tells which of its statements run: `import('./app.ts?watched')` gives a module whose default export
 * makes the app, for a `Ran` of `server/stage/recorder.ts`. The file itself, and whoever imports that, stays as it is.
 */

import { type Plugin, transformWithOxc } from 'vite'
import { instrument } from '../stage/instrument/instrument.ts'
import { queryModule } from './query-module.ts'
import { readRegions } from './read-regions.ts'
import { readStep } from './step-variant.ts'

/** Makes `import('./app.ts?watched')` and `import('./leaky.patch?watched')` give instrumented apps. */
export function watchedStep(): Plugin {
  return queryModule('?watched', async (file) => {
    const { text, files } = readStep(file)
    // The places of its points are those of the source on screen, which has no region marks.
    const watched = instrument(readRegions(text).text).code
    const { code } = await transformWithOxc(watched, file.replace(/\.\w+$/, '.ts'))
    return { code, files }
  })
}
