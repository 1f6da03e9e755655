/** Files read in a way of our own, by a query: `import source from './app.ts?source'`. */

import type { Plugin } from 'vite'

/** What is read of a file, and the files that it is made of. */
export interface ReadFile {
  value: unknown
  files: string[]
}

/**
 * Makes an import with a query give what `read` makes of the file.
 *
 * @param query with its `?`.
 */
export function queryModule(query: string, read: (file: string) => ReadFile): Plugin {
  return {
    name: `query-module${query}`,
    // Before Vite's own plugins, which would give such an id to the TypeScript transform.
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(query)) return null
      const file = await this.resolve(id.slice(0, -query.length), importer, { skipSelf: true })
      return file && `${file.id}${query}`
    },
    load(id) {
      if (!id.endsWith(query)) return null
      const file = id.slice(0, -query.length)
      try {
        const { value, files } = read(file)
        for (const each of files) this.addWatchFile(each)
        const code = `export default ${JSON.stringify(value) ?? 'undefined'}`
        return { code, moduleType: 'js', map: null }
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
      }
    },
  }
}
