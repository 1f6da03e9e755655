/** The one table that the benches print, when the last of them is done. */

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { basename, join } from 'node:path'

interface Row {
  /** Path of the bench. */
  file: string
  what: string
  measured: string
  bar: string
}

/** Where the benches note their lines, each in a process of its own. */
export const ROWS = join(tmpdir(), 'bearer-playground-bench.jsonl')

/** In this order, whatever order they were run in. */
const BENCHES = [
  'visit',
  'send',
  'switch',
  'own',
  'lighthouse',
  'steps',
  'memory',
  'logins',
  'class',
]

/** Vitest calls it before the benches, and what it returns behind them. */
export default function noteRows(): () => void {
  rmSync(ROWS, { force: true })
  return () => {
    if (!existsSync(ROWS)) return
    const rows = readFileSync(ROWS, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
    process.stdout.write(`\n${machine()}\n\n${tableOf(rows)}\n`)
  }
}

const placeOf = ({ file }: Row) => BENCHES.indexOf(basename(file, '.bench.ts'))

/** In Markdown, for the README. */
function tableOf(rows: Row[]): string {
  const lines = [
    ['', 'measured', 'bar'],
    ...rows
      .toSorted((one, other) => placeOf(one) - placeOf(other))
      .map(({ what, measured, bar }) => [what, measured, bar]),
  ]
  const widths = [0, 1, 2].map((at) => Math.max(...lines.map((line) => line[at]!.length)))
  const [head, ...body] = lines.map(
    (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`,
  )
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n')
}

function machine(): string {
  const [{ model } = { model: 'unknown' }] = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return `${model}, ${availableParallelism()} cores, ${memory} GiB, Node ${process.versions.node}, ${process.platform}`
}
