/** Which port somebody can have instead of one that is taken. */

import { once } from 'node:events'
import { createServer } from 'node:net'

/** How many ports are tried. */
const TRIES = 20

/** The next port above a taken one that nobody has there; undefined where so many in a row are taken. */
export async function nextFreePort({
  host,
  port,
}: {
  host: string
  port: number
}): Promise<number | undefined> {
  for (let next = port + 1; next <= Math.min(port + TRIES, 65_535); next++) {
    if (await isFree(host, next)) return next
  }
  return undefined
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
