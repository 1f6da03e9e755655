/** The built server as a process of its own, watched by what it prints and how it ends. */

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { PATIENT } from '../../support/patience.ts'

const PROGRAM = fileURLToPath(new URL('../../../dist/server/node.js', import.meta.url))

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

interface BuiltServer {
  child: ChildProcess
  /** All it printed and how it ended. */
  ended: Promise<Ended>
  /** The first lines it prints, once it has. */
  lines: (count: number) => Promise<string[]>
  /** The first of them. */
  ready: Promise<string>
}

/** Starts the built server with these settings only; it does not outlive the test. */
export function startBuilt(environment: Record<string, string>, args: string[] = []): BuiltServer {
  if (!existsSync(PROGRAM)) throw new Error('the server is not built: npm run build')
  // Elsewhere than in the repository: it must find the page's files by itself.
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    // Any free ports for lesson 5, unless the test is about them.
    env: { ...PATIENT, AUTH_PORT: '0', CLIENT_PORT: '0', ...environment },
    cwd: tmpdir(),
  })
  onTestFinished(() => void child.kill('SIGKILL'))

  const printed = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => (printed[stream] += text))
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...printed }))
  })
  const lines = (count: number) =>
    new Promise<string[]>((resolve, reject) => {
      const look = () => {
        const whole = printed.stdout.split('\n').slice(0, -1)
        if (whole.length >= count) resolve(whole.slice(0, count))
      }
      look()
      child.stdout.on('data', look)
      child.once('close', () => reject(new Error(`ended before it was ready: ${printed.stderr}`)))
    })
  const ready = lines(1).then(([line]) => line!)
  // Whoever waits for the end only has no use for the other.
  ready.catch(() => {})
  return { child, ended, lines, ready }
}

/** The port in the line a server prints when it is ready. */
export function portIn(line: string): number {
  const port = Number(/:(\d+)$/.exec(line)?.[1])
  if (!(port > 0)) throw new Error(`no port in "${line}"`)
  return port
}
