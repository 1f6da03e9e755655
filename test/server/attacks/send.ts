/** Sends an attack's bytes and waits for the end of the connection, but not for ever. */

import { openSocket, readAll } from '../../support/raw-http.ts'

/** Who has not answered by then, in milliseconds, hangs. */
const LIMIT = 5_000

/** All that came back; undefined when the server neither answered to the end nor hung up. */
export async function sendAttack(
  port: number,
  bytes: Buffer,
  { hangsUp = false }: { hangsUp?: boolean } = {},
): Promise<Buffer | undefined> {
  const socket = await openSocket(port)
  const limit = setTimeout(() => {
    late = true
    socket.destroy()
  }, LIMIT)
  let late = false
  const answer = readAll(socket)
  if (hangsUp) socket.end(bytes)
  else socket.write(bytes)
  const all = await answer
  clearTimeout(limit)
  return late ? undefined : all
}
