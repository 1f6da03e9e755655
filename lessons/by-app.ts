/** Step apps under the names that manifests have for them. */

/** Files by folder and name without ending, such as `4-jwt/app`, of a glob's table of paths. */
export const byApp = <Value>(files: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(files).map(([file, value]) => [file.replace(/^\.\/|\.\w+$/g, ''), value]),
  )
