/**
 * A step app that tells which of its statements run: `import('./app.ts?watched')` gives a module whose default export
 * makes the app, for a `Ran` of `server/stage/recorder.ts`. The file itself, and whoever imports that, stays as it is.
 */

import { type Plugin, transformWithOxc } from 'vite'
import { instrument } from '../stage/instrument/instrument.ts'
import { readRegions } from './read-regions.ts'
import { readStep } from './step-variant.ts'

const QUERY = '?watched'

/** Makes `import('./app.ts?watched')` and `import('./leaky.patch?watched')` give instrumented apps. */
export function watchedStep(): Plugin {
  return {
    name: 'watched-step',
    // Before Vite's own plugins, which would give such an id to the TypeScript transform.
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(QUERY)) return null
      const file = await this.resolve(id.slice(0, -QUERY.length), importer, { skipSelf: true })
      return file && `${file.id}${QUERY}`
    },
    async load(id) {
      if (!id.endsWith(QUERY)) return null
      const file = id.slice(0, -QUERY.length)
      const { text, files } = readStep(file)
      for (const each of files) this.addWatchFile(each)
      // The places of its points are those of the source on screen, which has no region marks.
      const watched = instrument(readRegions(text).text).code
      const { code } = await transformWithOxc(watched, file.replace(/\.\w+$/, '.ts'))
      return { code, map: null, moduleType: 'js' }
    },
  }
}
