/** The fonts of the built page: asked for with its first script, and their licenses beside them. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { trimFont } from './trim-font.ts'

const FONTS = [
  '@fontsource-variable/inter',
  '@fontsource-variable/jetbrains-mono',
  '@fontsource-variable/noto-sans-kr',
  '@fontsource/noto-sans-symbols',
  '@fontsource/noto-sans-symbols-2',
]

/** Those that the first screen is set in. */
const FIRST =
  /(?:(?:inter|jetbrains-mono)-latin-wght|noto-sans-symbols(?:-2)?-symbols-400)-normal-[\w-]+\.woff2$/

const require = createRequire(import.meta.url)

/** The fonts in the theme's style sheet: Latin ones, and those of the signs. */
const IN_THEME = /(@fontsource(?:-variable)?\/[\w-]+)\/files\/[\w-]+-normal\.woff2/g

/** The signs that the page draws and no Latin slice has: `unicode-range` in the theme's style sheet names them too. */
export const SIGNS = '←→↗✓✕⚠●○◷☐☑'

/**
 * Trims the fonts of the theme, and adds a preload for each font of the first screen and `assets/<font>-LICENSE.txt` for
 * every font.
 */
export function fonts(): Plugin {
  return {
    name: 'fonts',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    transform: {
      order: 'pre',
      filter: { id: /\/theme\.css$/ },
      async handler(sheet, id) {
        const trimmed = new Map<string, string>()
        for (const [file, font] of sheet.matchAll(IN_THEME)) {
          const path = relative(
            dirname(id),
            await trimFont(
              require.resolve(file),
              font!.includes('symbols') ? SIGNS : lettersOf(font!),
            ),
          )
          trimmed.set(file, path.replaceAll('\\', '/'))
        }
        return sheet.replace(IN_THEME, (file) => trimmed.get(file)!)
      },
    },
    generateBundle() {
      for (const font of FONTS) {
        // The SIL Open Font License wants to be handed on.
        this.emitFile({
          type: 'asset',
          fileName: `assets/${font.split('/').at(-1)}-LICENSE.txt`,
          source: readFileSync(require.resolve(`${font}/LICENSE`)),
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

/** All letters of a font's Latin slice: a learner may type any of them. */
function lettersOf(font: string): string {
  const file = join(dirname(require.resolve(`${font}/LICENSE`)), 'unicode.json')
  const { latin } = JSON.parse(readFileSync(file, 'utf8')) as { latin: string }
  return latin
    .split(',')
    .map((range) => range.replace('U+', '').split('-'))
    .flatMap(([from = '', to = from]) => {
      const [first, last] = [parseInt(from, 16), parseInt(to, 16)]
      return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
    })
    .join('')
}
