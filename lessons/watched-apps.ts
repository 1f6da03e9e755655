/** The same step apps as in `apps.ts`, each telling what it runs: for the playground, and for no port of its own. */

/// <reference types="vite/types/importMeta.d.ts" />
import type { WatchedApp } from '../server/stage/watched-host.ts'

type WatchedModule = { default: WatchedApp }

const files = {
  ...import.meta.glob<WatchedModule>('./*/{app,client,faithful}.ts', { query: '?watched' }),
  ...import.meta.glob<WatchedModule>('./*/*.patch', { query: '?watched' }),
}

export const watchedApps: Record<string, () => Promise<WatchedModule>> = Object.fromEntries(
  Object.entries(files).map(([file, load]) => [file.replace(/^\.\/|\.\w+$/g, ''), load]),
)
