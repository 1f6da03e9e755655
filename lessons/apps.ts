/** Where each lesson's step apps are, by folder and file: apart from the manifests, so that the page loads none. */

import type { Hono } from 'hono'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- apps differ in their variables
type LoadApp = () => Promise<{ default: Hono<any> }>

export const apps: Record<string, LoadApp> = {
  '1-first-steps/app': () => import('./1-first-steps/app.ts'),
  '2-current-user/app': () => import('./2-current-user/app.ts'),
  '3-password-flow/app': () => import('./3-password-flow/app.ts'),
  '3-password-flow/leaky': () => import('./3-password-flow/leaky.patch'),
  '4-jwt/app': () => import('./4-jwt/app.ts'),
  '4-jwt/secret': () => import('./4-jwt/secret.patch'),
  '5-two-servers/client': () => import('./5-two-servers/client.ts'),
  '5-two-servers/faithful': () => import('./5-two-servers/faithful.ts'),
}
