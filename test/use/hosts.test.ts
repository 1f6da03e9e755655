/** A copy of the page on a plain file server, in folders that people name as they like. */

import { once } from 'node:events'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../web/words/en.ts'
import { everyWay } from '../support/every-way.ts'
import { startChromium } from './support/chromium.ts'
import { authorize, execute } from './support/docs.ts'
import type { Driver } from './support/driver.ts'
import { predict, sendToken } from './support/learner.ts'
import { Person } from './support/person.ts'

const FILES = fileURLToPath(new URL('../../dist/web', import.meta.url))

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * Serves the built files in a folder of this name, as a few lines of Node do: no fallback, no header but the type.
 * Notes what it was asked for besides files.
 */
async function startHost(folder: string) {
  const strange: string[] = []
  const server = createServer((asked, answer) => {
    const { pathname } = new URL(asked.url!, 'http://localhost')
    const path = decodeURIComponent(pathname)
    const file = join(FILES, path.slice(folder.length), path.endsWith('/') ? 'index.html' : '')
    if (asked.method === 'GET' && path.startsWith(folder) && isFile(file)) {
      answer.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
      createReadStream(file).pipe(answer)
      return
    }
    strange.push(`${asked.method} ${pathname}`)
    answer.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const spelt = folder.split('/').map(encodeURIComponent).join('/')
  return {
    url: `http://localhost:${port}${spelt}`,
    strange,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile()

let driver: Driver
beforeAll(async () => {
  driver = await startChromium()
})
afterAll(() => driver?.close())

const FOLDERS = [
  ['a folder with an odd name', '/my course **/100% a+b (copy) [1]/수업 자료/what?/no. #1/', ''],
  ['a folder called as the lessons’ own addresses, by its name', '/lessons/', 'index.html'],
] as const

test.each(everyWay ? FOLDERS : FOLDERS.slice(0, 1))(
  'a learner opens the page in %s, does first tasks, reloads, and logs in in the docs, and the host hears nothing of it',
  async (_, folder, file) => {
    const host = await startHost(folder)
    const person = await Person.at(driver)
    const url = `${host.url}${file}`
    try {
      const tab = await person.open(`${url}#/en/first-steps/invent`)
      await sendToken(tab, 'Bearer', 'odd', '{"token":"odd"}')
      await tab.reload()
      await tab.see(en.progress(1, 1, 8))
      await sendToken(tab, 'Bearer', 'again', '{"token":"again"}')
      await tab.goTo(`${url}#/en/password-flow`)
      await tab.find({ css: 'bp-lesson-page[page=login]' })
      expect(await predict(tab, 'token')).toContain('"access_token":"johndoe"')
      await tab.goTo(`${url}#/en/password-flow/docs`)
      await tab.find({ css: 'bp-lesson-page[page=docs]' })
      await tab.click({ role: 'button', name: en.task.open.docs })
      await authorize(tab, 'johndoe', 'secret')
      expect(await execute(tab, '/users/me')).toContain('johndoe@example.com')
      expect(host.strange.filter((asked) => asked !== 'GET /favicon.ico')).toEqual([])
    } finally {
      await person.leave()
      await host.stop()
    }
  },
)
