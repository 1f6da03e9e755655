/** A beginning of names that occur nowhere in a source. */
export function freeName(source: string): string {
  const runs = [...source.matchAll(/\$+/g)].map(([run]) => run.length)
  return '$'.repeat(1 + Math.max(0, ...runs))
}
