/** The modules a step app may import: in a test of the lessons, and for a learner's own edit of one. */

/** Module names as a step app writes them; `*` stands for any path below. */
export const STEP_IMPORTS = [
  'hono',
  'hono/*',
  'jose',
  'bcryptjs',
  '#security',
  './pages.ts',
] as const

/** Whether a step app may import `module`. */
export function mayImport(module: string): boolean {
  return STEP_IMPORTS.some((allowed) =>
    allowed.endsWith('/*')
      ? module.startsWith(allowed.slice(0, -1)) && !module.includes('..')
      : module === allowed,
  )
}
