/** Clients that go away while their login waits: whoever compares passwords hears of it, on every way to it. */

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { onTestFinished, test } from 'vitest'
import { listen } from '../../server/node/listen.ts'
import { type Login, useBcrypt } from '../../server/security/index.ts'
import { findServed, serveAlone } from '../../server/playground/serve.ts'
import { createSite } from '../../server/playground/site.ts'
import { openSocket } from '../support/raw-http.ts'
import { cheapBcrypt } from './support/cheap-bcrypt.ts'

type Site = Parameters<typeof listen>[0]

async function started(site: Site): Promise<number> {
  const { server } = await listen(site, { host: '127.0.0.1', port: 0 })
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const alone = (name: string, authServerUrl?: string): Promise<Site> =>
  serveAlone(findServed(name)!, {
    docsFiles: () => new Response(null, { status: 404 }),
    ...(authServerUrl && { authServerUrl }),
  })

/** What the page sends under another name: the request is made anew for it. */
const LAB = 'X-Playground-Header-Cookie: a=b\r\n'
const FORM = 'username=johndoe&password=secret'

test.each<[way: string, path: string, site: () => Site | Promise<Site>]>([
  ['a step of the playground', '/lessons/jwt/api/token', () => createSite({ weak: true })],
  ['a step with a key of its own', '/lessons/jwt/secret/token', () => createSite({ weak: true })],
  ['a step alone', '/token', () => alone('jwt')],
  [
    'the client server of the playground',
    '/lessons/two-servers/client/get-token',
    () => createSite({ weak: true }),
  ],
  [
    'the tutorial’s own client server',
    '/lessons/two-servers/faithful/get-token',
    () => createSite({ weak: true }),
  ],
  [
    'the client server on a port of its own',
    '/get-token',
    async () => alone('two-servers', `http://127.0.0.1:${await started(await alone('jwt'))}`),
  ],
])('by %s', async (_, path, site) => {
  let asked!: (login: Login) => void
  const waiting = new Promise<Login>((resolve) => (asked = resolve))
  useBcrypt(async (_password, _hash, login) => {
    asked(login)
    await once(login.signal!, 'abort')
    return false
  })
  onTestFinished(() => useBcrypt(cheapBcrypt()))
  const socket = await openSocket(await started(await site()))
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${LAB}Content-Type: application/x-www-form-urlencoded\r\n` +
      `Content-Length: ${FORM.length}\r\n\r\n${FORM}`,
  )
  const { signal } = await waiting
  const gone = once(signal!, 'abort')
  socket.destroy()
  await gone
})
