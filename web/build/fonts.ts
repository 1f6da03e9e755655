/** The fonts of the built page: asked for with its first script, and their licenses beside them. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { trimFont } from './trim-font.ts'

const FONTS = ['inter', 'jetbrains-mono', 'noto-sans-kr']

/** Those that the first screen is set in. */
const FIRST = /(?:inter|jetbrains-mono)-latin-wght-normal-[\w-]+\.woff2$/

const require = createRequire(import.meta.url)

/** The Latin fonts in the theme's style sheet. */
const LATIN = /@fontsource-variable\/([\w-]+)\/files\/[\w-]+-latin-wght-normal\.woff2/g

/**
 * Trims the Latin fonts, and adds a preload for each font of the first screen and `assets/<font>-LICENSE.txt` for
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
        for (const [file, font] of sheet.matchAll(LATIN)) {
          const path = relative(
            dirname(id),
            await trimFont(require.resolve(file), lettersOf(font!)),
          )
          trimmed.set(file, path.replaceAll('\\', '/'))
        }
        return sheet.replace(LATIN, (file) => trimmed.get(file)!)
      },
    },
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

/** All letters of a font's Latin slice: a learner may type any of them. */
function lettersOf(font: string): string {
  const file = join(
    dirname(require.resolve(`@fontsource-variable/${font}/LICENSE`)),
    'unicode.json',
  )
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
