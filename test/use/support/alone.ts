/** One lesson's server alone on a free port, started as its command line starts it. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../../dist/server/node.js', import.meta.url))

/** Starts `npm start -- serve` with a lesson's name; gives its URL, without a slash at its end. */
export async function serveAlone(
  name: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = spawn(process.execPath, [PROGRAM, 'serve', name, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
  const [url] = /http:\S+$/.exec(line) ?? []
  if (!url) throw new Error(`the server did not say where it is: ${line}`)
  return {
    url,
    stop: async () => {
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
  }
}
