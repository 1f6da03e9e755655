/** Many clients at once that never end, never read or never start: others are served meanwhile. */

import type { Socket } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSocket, rawRequest, readAll } from '../support/raw-http.ts'
import { askWith } from './attacks/build.ts'
import { faultsOf } from './attacks/faults.ts'
import { sendAttack } from './attacks/send.ts'
import { goesOn, servedAlone, signedToken } from './attacks/targets.ts'

const times = <T>(count: number, make: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, make))

/** A whole head but for its last line. */
const halfOf = (request: Buffer) => request.subarray(0, -2)

describe.each([
  { lesson: 'jwt', me: '/users/me/', otherMe: '/users/me', token: signedToken },
  { lesson: 'password-flow', me: '/users/me', otherMe: '/users/me/', token: () => 'johndoe' },
])('$lesson', (options) => {
  const target = servedAlone(options)
  goesOn(target)

  /** Opens connections that stay until the test is over, each with these first bytes. */
  async function opened(count: number, bytes: Buffer): Promise<Socket[]> {
    const sockets = await times(count, () => openSocket(target.port))
    onTestFinished(() => sockets.forEach((socket) => socket.destroy()))
    for (const socket of sockets) {
      void readAll(socket)
      if (bytes.length > 0) socket.write(bytes)
    }
    return sockets
  }

  const login = (body: string | Buffer, length = body.length) =>
    rawRequest({
      method: 'POST',
      path: '/token',
      headers: [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['Content-Length', String(length)],
      ],
      body,
    })

  test.each([
    ['300 connections without a word', 300, () => Buffer.alloc(0)],
    ['100 heads without their end', 100, () => halfOf(askWith('Bearer x', target.me))],
    ['50 bodies without their end', 50, () => login('username=', 10_000)],
  ])('http.load, %s: others are served', async (_, count, bytes) => {
    const sockets = await opened(count, bytes())
    expect(await target.goodStatus()).toBe(200)
    expect(sockets.filter((socket) => !socket.destroyed)).toHaveLength(count)
  })

  test('http.load, 50 bodies cut short: nothing is answered, and nothing logged', async () => {
    const sockets = await opened(50, login('username=', 10_000))
    expect(await target.goodStatus()).toBe(200)
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    for (const socket of sockets) socket.resetAndDestroy()
    await Promise.all(closed)
  })

  test('http.load, 100 bad tokens at once: 401, and others are served', async () => {
    const bytes = askWith('Bearer bad.bad.bad', target.me)
    const answers = times(100, () => sendAttack(target.port, bytes))
    expect(await target.goodStatus()).toBe(200)
    const faults = (await answers).flatMap((answer) => faultsOf({ bytes, status: [401] }, answer))
    expect(faults).toEqual([])
  })

  test('http.load, 20 bodies of a megabyte at once: 413, and others are served', async () => {
    const bytes = login(`username=${'a'.repeat(1_000_000)}&password=x`)
    const answers = times(20, () => sendAttack(target.port, bytes))
    expect(await target.goodStatus()).toBe(200)
    // The reset after the answer may overtake it.
    const sent = { bytes, status: [413], mayClose: true }
    expect((await answers).flatMap((answer) => faultsOf(sent, answer))).toEqual([])
  })

  test('http.load, 100 resets right after a whole request: others are served', async () => {
    const bytes = askWith(`Bearer ${target.good}`, target.me)
    await times(100, async () => {
      const socket = await openSocket(target.port)
      const closed = readAll(socket)
      socket.write(bytes, () => socket.resetAndDestroy())
      await closed
    })
    expect(await target.goodStatus()).toBe(200)
  })
})
