/** All elements of the page in one module, for tests that share a page: what is defined is the same for each of them. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const NAME = 'virtual:every-element'

/**
 * Gives `virtual:every-element`, which defines every element.
 *
 * @param folder where the page's modules are.
 */
export function everyElement(folder: string): Plugin {
  return {
    name: 'every-element',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? importsOf(folder) : null),
  }
}

const importsOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path))
    .filter((path) => readFileSync(path, 'utf8').includes('\n@customElement('))
    .map((path) => `import ${JSON.stringify(path)}`)
    .join('\n')
