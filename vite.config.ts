/** How the page is built, and served while it is being written. */

import { fileURLToPath } from 'node:url'
import { defineConfig, type PluginOption } from 'vite'
import { appManifest } from './web/build/app-manifest.ts'
import { chunkGroups } from './web/build/chunk-groups.ts'
import { contentSecurity } from './web/build/content-security.ts'
import { decisionPlaces } from './web/build/decision-places.ts'
import { devServer } from './web/build/dev-server.ts'
import { fonts } from './web/build/fonts.ts'
import { frames, scripts } from './web/build/frames.ts'
import { homeCases } from './web/build/home-cases.ts'
import { hostHeaders } from './web/build/host-headers.ts'
import { koreanFont } from './web/build/korean-font.ts'
import { lessonProse } from './web/build/lesson-prose.ts'
import { leanMsw } from './web/build/lean-msw.ts'
import { offline } from './web/build/offline.ts'
import { precompress } from './web/build/precompress.ts'
import { sources } from './web/build/sources.ts'
import { stepSource } from './web/build/step-source.ts'
import { stepTwin } from './web/build/step-twin.ts'
import { stepVariant } from './web/build/step-variant.ts'
import { templateLiterals } from './web/build/template-literals.ts'
import { watchedStep } from './web/build/watched-step.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What turns lessons into modules: needed wherever the page's modules run, so in tests too. */
export const plugins: PluginOption[] = [
  lessonProse(),
  stepSource(),
  stepTwin(),
  decisionPlaces(),
  stepVariant(),
  watchedStep(),
  sources(),
  homeCases(),
  koreanFont(),
  leanMsw(),
  frames(),
  scripts(),
]

/**
 * What is fetched together with a file. For a file that is loaded later, the names of all that it imports would be a
 * thirtieth of the first script, and most of that has come already: only lessons' manifests import each other in a row.
 */
function preloaded(file: string, imported: string[], { hostType }: { hostType: 'html' | 'js' }) {
  return hostType === 'html' || file.startsWith('assets/lesson-') ? imported : []
}

export default defineConfig(({ isSsrBuild }) => ({
  root: at('web'),
  // Relative, so that a copy of the page works below any path.
  base: './',
  plugins: [
    ...plugins,
    templateLiterals(),
    contentSecurity(),
    fonts(),
    appManifest(),
    offline(),
    devServer(),
    hostHeaders(),
    // Last: what the others write into files is compressed with them.
    precompress(),
  ],
  publicDir: isSsrBuild ? false : at('web/public'),
  worker: {
    format: 'es',
    plugins: () => [lessonProse(), stepSource(), stepVariant(), watchedStep()],
    // A handler's name is its operation's, in the description of each server.
    rolldownOptions: { output: { keepNames: true } },
  },
  // The server is whole: whoever has the built files needs Node and nothing else.
  ssr: { noExternal: true as const },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['PORT'] ?? 3000),
    fs: { allow: [at('.')] },
  },
  build: {
    outDir: at(isSsrBuild ? 'dist/server' : 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and icons stay files: the policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: preloaded },
    ...(isSsrBuild && {
      ssr: true,
      rolldownOptions: {
        input: {
          node: at('server/node/main.ts'),
          'bcrypt.worker': at('server/node/bcrypt.worker.ts'),
          // Where the pool looks for the script of its threads.
          'entry/worker': at('node_modules/tinypool/dist/entry/worker.js'),
        },
        output: { keepNames: true },
      },
    }),
    ...(!isSsrBuild && {
      rolldownOptions: {
        input: { index: at('web/index.html'), docs: at('web/panels/docs/docs.ts') },
        output: {
          // The step apps' docs pages know this one script by name.
          entryFileNames: ({ name }: { name: string }) =>
            name === 'docs' ? 'docs.js' : 'assets/[name]-[hash].js',
          codeSplitting: { groups: chunkGroups },
        },
      },
    }),
  },
}))
