/** Steps served alone at the root of a port, and a server that nobody should ever call. */

import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, expect, type MockInstance, vi } from 'vitest'
import { listen } from '../../../server/node/listen.ts'
import { useBcrypt } from '../../../server/security/index.ts'
import { findServed, serveAlone } from '../../../server/playground/serve.ts'
import { parseResponse } from '../../support/raw-http.ts'
import { cheapBcrypt } from '../support/cheap-bcrypt.ts'
import { askWith, type Surroundings } from './build.ts'
import { sendAttack } from './send.ts'
import { PUBLISHED_KEY } from './tokens.ts'

export interface Target extends Surroundings {
  port: number
  /** How often somebody called the server that nobody should. */
  calls: number
  /** The status of a request as it should be. */
  goodStatus: () => Promise<number>
}

interface TargetOptions {
  lesson: string
  /** Path of the guarded route, and the same with a slash more or less. */
  me: string
  otherMe: string
  /** Makes a token that opens. */
  token: () => string | Promise<string>
  /** How a request shows its token; as a bearer's when left out. */
  shown?: (token: string, me: string) => Buffer
  /** Where a client server finds its auth server, asked when it starts. */
  authServerUrl?: () => string
}

/** A token of the last lesson, made by somebody who knows its key. */
export const signedToken = () =>
  new SignJWT({ sub: 'johndoe' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setExpirationTime('30m')
    .sign(new TextEncoder().encode(PUBLISHED_KEY))

/** Starts a step before the tests of this place and stops it after them. */
export function servedAlone({
  lesson,
  token,
  shown = (good, me) => askWith(`Bearer ${good}`, me),
  authServerUrl,
  ...paths
}: TargetOptions): Target {
  const target: Target = {
    ...paths,
    port: 0,
    calls: 0,
    good: '',
    host: '',
    listener: '',
    goodStatus: async () => {
      const answer = await sendAttack(target.port, shown(target.good, target.me))
      return answer ? parseResponse(answer).status : 0
    },
  }
  const trap = createServer((socket) => {
    target.calls++
    socket.destroy()
  })
  let running: Awaited<ReturnType<typeof listen>> | undefined
  beforeAll(async () => {
    useBcrypt(cheapBcrypt())
    const site = await serveAlone(findServed(lesson)!, {
      docsFiles: () => new Response(null, { status: 404 }),
      ...(authServerUrl && { authServerUrl: authServerUrl() }),
    })
    running = await listen(site, { host: '127.0.0.1', port: 0 })
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
    target.port = running.port
    target.host = `127.0.0.1:${running.port}`
    target.listener = `127.0.0.1:${(trap.address() as AddressInfo).port}`
    target.good = await token()
  })
  afterAll(async () => {
    trap.close()
    await new Promise((resolve) => running?.server.close(resolve))
  })
  return target
}

/** After every test the next client is served, nobody followed a link in a token, and nothing had to be logged. */
export function goesOn(target: Target): void {
  let log: MockInstance
  beforeEach(() => {
    log = vi.spyOn(console, 'error')
  })
  afterEach(async () => {
    const status = await target.goodStatus()
    const { calls } = log.mock
    log.mockRestore()
    expect(status).toBe(200)
    expect(target.calls).toBe(0)
    expect(calls).toEqual([])
  })
}
