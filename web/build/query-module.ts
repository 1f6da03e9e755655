/** Files read in a way of our own, by a query: `import source from './app.ts?source'`. */

import type { Plugin } from 'vite'

/** What is made of a file, a value or a module's code, and the files that it is made of. */
export type ReadFile = { files: string[] } & ({ value: unknown } | { code: string })

/**
 * Makes an import with a query give what `read` makes of the file.
 *
 * @param query with its `?`.
 */
export function queryModule(
  query: string,
  read: (file: string) => ReadFile | Promise<ReadFile>,
): Plugin {
  return {
    name: `query-module${query}`,
    // Before Vite's own plugins, which would give such an id to the TypeScript transform.
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(query)) return null
      const file = await this.resolve(id.slice(0, -query.length), importer, { skipSelf: true })
      return file && `${file.id}${query}`
    },
    async load(id) {
      if (!id.endsWith(query)) return null
      const file = id.slice(0, -query.length)
      try {
        const made = await read(file)
        for (const each of made.files) this.addWatchFile(each)
        const code =
          'code' in made ? made.code : `export default ${JSON.stringify(made.value) ?? 'undefined'}`
        return { code, moduleType: 'js', map: null }
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
      }
    },
  }
}
