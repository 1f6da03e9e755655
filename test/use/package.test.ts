/** Somebody has the package and nothing else: an empty folder, no network, Node. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { closeProfiles, sharedBrowser } from '../e2e/support/visit.ts'
import { newestOtherNode } from '../support/find-node.ts'
import { run } from '../support/run-program.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

const place = mkdtempSync(join(tmpdir(), 'package-'))
const folder = join(place, 'an empty folder')
/** No cache, no registry: what is not in the package cannot be had. */
const environment = {
  HOME: place,
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  AUTH_PORT: '0',
  CLIENT_PORT: '0',
}

beforeAll(() => {
  mkdirSync(folder)
  const words = ['pack', '--ignore-scripts', '--pack-destination', place]
  const env = { ...process.env, ...environment }
  execFileSync('npm', words, { cwd: REPOSITORY, env, stdio: 'ignore' })
  const [tarball] = readdirSync(place).filter((name) => name.endsWith('.tgz'))
  execFileSync('npm', ['install', join(place, tarball!)], { cwd: folder, env })
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Runs `npx bearer-playground` there. */
function npx(...words: string[]) {
  const { lines, ended } = run('npx', ['bearer-playground', ...words], folder, environment)
  const url = async () => {
    const [line] = await lines(/ is ready at /, 1)
    return line!.split(' ').at(-1)!
  }
  return { url, ended }
}

test('it is one package of at most 12 MB, which brings no other', () => {
  const modules = join(folder, 'node_modules')
  expect(readdirSync(modules).filter((name) => !name.startsWith('.'))).toEqual([
    'bearer-playground',
  ])
  const names = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  const bytes = names.map((name) => statSync(join(modules, name))).filter((each) => each.isFile())
  expect(bytes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(12_000_000)
})

test('npx starts the playground, and a person logs in there', async () => {
  const url = await npx('--port', '0').url()
  const browser = await sharedBrowser()
  onTestFinished(() => closeProfiles(browser))
  const page = await browser.newPage()
  await page.goto(`${url}/#/en/password-flow/recap`)
  await page.getByRole('button', { name: 'Real server', pressed: true }).waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('bp-answer').getByText('200 OK').waitFor()
  // The threads that compare passwords are in the package too.
  const body = new URLSearchParams({ username: 'johndoe', password: 'secret' })
  const token = await fetch(`${url}/lessons/jwt/api/token`, { method: 'POST', body })
  expect(token.status).toBe(200)
})

const other = newestOtherNode()

test.skipIf(!other)(
  `the newest other Node starts it too, and a login is answered (${other?.version ?? 'there is none'})`,
  async () => {
    const program = join(folder, 'node_modules/bearer-playground/dist/server/node.js')
    const { lines } = run(other!.path, [program, '--port', '0'], folder, environment)
    const [line] = await lines(/ is ready at /, 1)
    const url = line!.split(' ').at(-1)!
    expect((await fetch(url)).status).toBe(200)
    const body = new URLSearchParams({ username: 'johndoe', password: 'secret' })
    const login = await fetch(`${url}/lessons/jwt/api/token`, { method: 'POST', body })
    expect(login.status).toBe(200)
    const { access_token: token } = (await login.json()) as { access_token: string }
    const headers = { authorization: `Bearer ${token}` }
    const me = await fetch(`${url}/lessons/jwt/api/users/me/`, { headers })
    expect([me.status, await me.json()]).toEqual([
      200,
      expect.objectContaining({ username: 'johndoe' }),
    ])
  },
)

test('npx serves one lesson alone', async () => {
  const url = await npx('serve', 'first-steps', '--port', '0').url()
  const answer = await fetch(`${url}/items/`)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  expect((await fetch(`${url}/docs`)).status).toBe(200)
})

test('what npx does not know gets the help, and ends with code 1', async () => {
  const { code, printed } = await npx('--fast').ended
  expect(code).toBe(1)
  expect(printed).toContain("bearer-playground: Unknown option '--fast'")
  expect(printed).toContain('bearer-playground serve jwt [--port 8000]')
})
