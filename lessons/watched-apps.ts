/** The same step apps as in `apps.ts`, each telling what it runs: for the playground, and for no port of its own. */

/// <reference types="vite/types/importMeta.d.ts" />
import type { WatchedApp } from '../server/stage/watched-host.ts'
import { byApp } from './by-app.ts'

type WatchedModule = { default: WatchedApp }

const files = {
  ...import.meta.glob<WatchedModule>('./*/{app,client,faithful}.ts', { query: '?watched' }),
  ...import.meta.glob<WatchedModule>('./*/*.patch', { query: '?watched' }),
}

export const watchedApps: Record<string, () => Promise<WatchedModule>> = byApp(files)
