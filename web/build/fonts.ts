/** The fonts of the built page: asked for with its first script, and their licenses beside them. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const FONTS = ['inter', 'jetbrains-mono', 'noto-sans-kr']

/** Those that the first screen is set in. */
const FIRST = /(?:inter|jetbrains-mono)-latin-wght-normal-[\w-]+\.woff2$/

const require = createRequire(import.meta.url)

/** Adds a preload for each font of the first screen, and `assets/<font>-LICENSE.txt` for every font. */
export function fonts(): Plugin {
  return {
    name: 'fonts',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    generateBundle() {
      for (const font of FONTS) {
        // The SIL Open Font License wants to be handed on.
        this.emitFile({
          type: 'asset',
          fileName: `assets/${font}-LICENSE.txt`,
          source: readFileSync(require.resolve(`@fontsource-variable/${font}/LICENSE`)),
        })
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => FIRST.test(file))
          .map((file) => ({
            tag: 'link',
            // A font is fetched as from elsewhere, and so must its preload be.
            attrs: { rel: 'preload', as: 'font', href: `./${file}`, crossorigin: '' },
            injectTo: 'head',
          })),
    },
  }
}
