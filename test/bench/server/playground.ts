/** The built playground as a process, and what it keeps in memory. */

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../../dist/server/node.js', import.meta.url))

/** Asked by a signal, the process lets go of what nobody needs, and says what is left. */
const TELL_MEMORY = `data:text/javascript,${encodeURIComponent(
  'process.on("SIGUSR2", () => { gc(); const { heapUsed, external } = process.memoryUsage(); console.log("memory", heapUsed + external) })',
)}`

export async function servePlayground() {
  const child = spawn(process.execPath, ['--expose-gc', `--import=${TELL_MEMORY}`, PROGRAM], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', AUTH_PORT: '0', CLIENT_PORT: '0' },
  })
  let isWanted = true
  child.once('exit', (code, signal) => {
    if (isWanted) process.stderr.write(`the playground ended by itself: ${code ?? signal}\n`)
  })
  const lines = createInterface({ input: child.stdout })
  /** What the next line that fits has behind it. */
  const next = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const read = (line: string) => {
        const [, found] = pattern.exec(line) ?? []
        if (found === undefined) return
        lines.off('line', read)
        resolve(found)
      }
      lines.on('line', read)
    })
  const url = await next(/^Bearer Playground is ready at (\S+)$/)
  return {
    url,
    /** Bytes in use, rubbish apart. */
    memory: async () => {
      const told = next(/^memory (\d+)$/)
      child.kill('SIGUSR2')
      return Number(await told)
    },
    stop: () => {
      isWanted = false
      child.kill()
    },
  }
}
