/** Where each lesson's step apps are, by folder and file: apart from the manifests, so that the page loads none. */

/// <reference types="vite/types/importMeta.d.ts" />
import type { Hono } from 'hono'
import { byApp } from './by-app.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- apps differ in their variables
type StepApp = { default: Hono<any> }

/** What a step app's file may be called: the linter's fence has the same names. A patch is a variant of the app beside it. */
const files = {
  ...import.meta.glob<StepApp>('./*/{app,client,faithful}.ts'),
  ...import.meta.glob<StepApp>('./*/*.patch'),
}

export const apps: Record<string, () => Promise<StepApp>> = byApp(files)
