/** What the build makes of a variant's patch: see `web/build/step-variant.ts`. */

declare module '*.patch' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- apps differ in their variables
  const app: import('hono').Hono<any>
  export default app
}
