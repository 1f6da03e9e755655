/** Puts the licenses of the page's fonts beside them: the SIL Open Font License wants to be handed on. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

const FONTS = ['inter', 'jetbrains-mono', 'noto-sans-kr']

const require = createRequire(import.meta.url)

/** Adds `assets/<font>-LICENSE.txt` for each font to the built page. */
export function fontLicenses(): Plugin {
  return {
    name: 'font-licenses',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    generateBundle() {
      for (const font of FONTS) {
        this.emitFile({
          type: 'asset',
          fileName: `assets/${font}-LICENSE.txt`,
          source: readFileSync(require.resolve(`@fontsource-variable/${font}/LICENSE`)),
        })
      }
    },
  }
}
