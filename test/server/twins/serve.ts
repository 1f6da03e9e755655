/** The steps' twins in Python, served in one process for the tests of one file. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readTwin } from '../../../web/build/step-twin.ts'

const at = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url))

/** A twin to serve: of which step, below `lessons/`, and what it calls: another of the names, or nobody. */
export interface Served {
  step: string
  upstream?: string
}

export interface Twins {
  ports: Record<string, number>
  /** Of the packages that decide how it answers; null for one that does not say. */
  versions: Record<string, string | null>
  close(): Promise<void>
}

/**
 * Starts the twins on free ports of this machine.
 *
 * @param now the time that they live by, in seconds.
 * @throws Error with what Python said, when it ends before they serve.
 */
export async function serveTwins(
  python: string,
  served: Record<string, Served>,
  now: number,
): Promise<Twins> {
  const folder = mkdtempSync(join(tmpdir(), 'twins-'))
  const apps = Object.entries(served).map(([name, { step, upstream = null }]) => {
    const app = at(`lessons/${step}`)
    const twin = readTwin(app)
    if (!twin) throw new Error(`${step} has no twin`)
    const isVariant = step.endsWith('.patch')
    const file = join(isVariant ? folder : dirname(app), twin.file)
    if (isVariant) writeFileSync(file, twin.text)
    return [name, { file, upstream }]
  })
  const child = spawn(
    python,
    [
      fileURLToPath(new URL('serve.py', import.meta.url)),
      JSON.stringify({ now, apps: Object.fromEntries(apps) }),
    ],
    { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' }, stdio: 'pipe' },
  )
  const closed = once(child, 'close')
  let complaints = ''
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()))
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line') as Promise<[string]>,
    closed.then(() => undefined),
  ])
  if (!line) throw new Error(`the twins do not start: ${complaints}`)
  return {
    ...(JSON.parse(line[0]) as Pick<Twins, 'ports' | 'versions'>),
    async close() {
      child.stdin.end()
      await closed
      rmSync(folder, { recursive: true })
    },
  }
}
