/** Load on a server of this machine, by the cheapest client there is: bytes written, answers counted. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export interface Started {
  port: number
  stop: () => void
}

/** A step at the root of a port, as `npm start -- serve` puts it there. */
export const serveStep = (name: string, settings: Record<string, string> = {}) =>
  start([at('dist/server/node.js'), 'serve', name, '--port', '0'], settings)

/** The same answers by `node:http` alone. */
export const serveBare = () => start([at('test/bench/server/bare.mjs')])

async function start(args: string[], settings: Record<string, string> = {}): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...settings },
  })
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  const port = Number(/:(\d+)\s*$/.exec(line.toString())?.[1])
  return { port, stop: () => void child.kill() }
}

/** Bytes of a GET on a connection that stays open. */
export const getBytes = (path: string, authorization: string): Buffer =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n\r\n`)

/** Sends `request` over so many connections for so long; gives the answers a second, all with `status`. */
export async function throughput(
  port: number,
  request: Buffer,
  {
    connections,
    milliseconds,
    status,
  }: { connections: number; milliseconds: number; status: number },
): Promise<number> {
  const start = performance.now()
  const counts = await Promise.all(
    Array.from({ length: connections }, () => hammer(port, request, start + milliseconds, status)),
  )
  const seconds = (performance.now() - start) / 1000
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}

/** One connection, one request after the other, until the time is over. */
async function hammer(port: number, request: Buffer, end: number, status: number): Promise<number> {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  let count = 0
  let rest = ''
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () => socket.write(request))
    socket.on('data', (data) => {
      rest += data.toString('latin1')
      const head = rest.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/content-length: (\d+)/i.exec(rest)?.[1])
      if (rest.length < head + 4 + length) return
      if (!rest.startsWith(`HTTP/1.1 ${status}`)) return reject(new Error(rest))
      rest = ''
      count++
      if (performance.now() < end) socket.write(request)
      else resolve()
    })
  })
  socket.destroy()
  return count
}
