/** What a browser needs to install the page as an app: its names, icons, and a shortcut to each lesson. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url))

const FILE = 'manifest.webmanifest'

/** Icons of the page, by size in pixels; the last may be cut to any shape. */
const ICONS = [
  { src: './icon.svg', sizes: 'any', type: 'image/svg+xml' },
  { src: './icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: './icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: './icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
]

/** Adds `manifest.webmanifest` to the built page, and a link to it. */
export function appManifest(): Plugin {
  return {
    name: 'app-manifest',
    apply: 'build',
    generateBundle() {
      if (this.environment.config.build.ssr) return
      this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify(manifest()) })
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: `./${FILE}` }, injectTo: 'head' },
    ],
  }
}

/**
 * Paths are relative: the page works below any path, and so does the app. It has no `id`, which is of the whole
 * host, whatever path it is read at: by its `start_url` it is another app than any that lives beside it.
 */
function manifest() {
  return {
    name: 'Bearer Playground',
    short_name: 'Bearer',
    description:
      'Learn HTTP bearer authentication, the OAuth2 password flow and JWT by sending them.',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: ICONS,
    shortcuts: lessons().map(({ slug, title }) => ({ name: title, url: `./#/en/${slug}` })),
  }
}

/** The lessons in their order, as their folders and English texts call them. */
function lessons(): { slug: string; title: string }[] {
  return readdirSync(LESSONS)
    .map((folder) => ({ folder, number: Number(/^(\d+)-/.exec(folder)?.[1]) }))
    .filter(({ number }) => number > 0)
    .toSorted((a, b) => a.number - b.number)
    .map(({ folder }) => {
      const text = readFileSync(join(LESSONS, folder, 'en.md'), 'utf8')
      const title = /^# (.+)$/m.exec(text)?.[1]
      if (!title) throw new Error(`lessons/${folder}/en.md has no title`)
      return { slug: folder.replace(/^\d+-/, ''), title }
    })
}
