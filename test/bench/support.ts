/** What every bench does with its numbers. */

/** The value that stands at `share` of the way through the sorted samples: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}

/** Prints one line of a bench, with the bar it should keep. */
export function report(what: string, measured: string, bar: string): void {
  process.stdout.write(`${what.padEnd(58)} ${measured.padStart(10)}   bar: ${bar}\n`)
}
