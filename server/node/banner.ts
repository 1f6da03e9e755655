/** Lines in a frame of stars, for what nobody at the terminal should miss. */
export function banner(lines: readonly string[]): string {
  const width = Math.max(...lines.map(({ length }) => length))
  const edge = '*'.repeat(width + 4)
  return [edge, ...lines.map((line) => `* ${line.padEnd(width)} *`), edge].join('\n')
}
