/** A program that a test runs beside it, watched by what it prints and how it ends. */

import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** A process, and what it has printed. */
export interface Running {
  /** Resolves with its lines once so many of them match. */
  lines: (pattern: RegExp, count: number) => Promise<string[]>
  ended: Promise<{ code: number | null; printed: string }>
}

/** Runs a program with these settings beside those of the machine; it does not outlive the test. */
export function run(
  program: string,
  words: string[],
  folder: string,
  environment: Record<string, string>,
): Running {
  const child = spawn(program, words, {
    cwd: folder,
    // A group of its own, so that what npm starts ends with it.
    detached: true,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', ...environment },
  })
  onTestFinished(() => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  const ended = new Promise<{ code: number | null; printed: string }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, printed }))
  })
  const lines = (pattern: RegExp, count: number) =>
    new Promise<string[]>((resolve, reject) => {
      const look = () => {
        const found = printed.split('\n').filter((line) => pattern.test(line))
        if (found.length >= count) resolve(found.slice(0, count))
      }
      child.stdout.on('data', look)
      child.once('close', () => reject(new Error(`ended before it was ready: ${printed}`)))
      look()
    })
  return { lines, ended }
}
