/** The modules a step app may import: in a test of the lessons, and for a learner's own edit of one. */

/** Module names as a step app writes them. */
export const STEP_IMPORTS = [
  'hono',
  'hono/cookie',
  'hono/cors',
  'hono/csrf',
  'hono/factory',
  'hono/html',
  'hono/http-exception',
  'jose',
  'bcryptjs',
  '#security',
  './pages.ts',
] as const

/** Whether a step app may import `module`. */
export function mayImport(module: string): boolean {
  return (STEP_IMPORTS as readonly string[]).includes(module)
}
