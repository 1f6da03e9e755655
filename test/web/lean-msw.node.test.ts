/** What the build leaves out of MSW: written for one release, and for one text of each module. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { BUNDLE, leanMsw, MSW_VERSION, sha256, STAND_INS } from '../../web/build/lean-msw.ts'
import { built, read } from '../support/built-page.ts'

const pathOf = (module: string) =>
  fileURLToPath(new URL(`../../node_modules/${module}`, import.meta.url))

test('MSW is the release that the stand-ins were written for', () => {
  const { version } = createRequire(import.meta.url)('msw/package.json') as { version: string }
  expect(version).toBe(MSW_VERSION)
})

test.each([...STAND_INS, BUNDLE])('$module is as it was', ({ module, sha256: known }) => {
  expect(sha256(readFileSync(pathOf(module), 'utf8'))).toBe(known)
})

/** What the plugin makes of a module, as Vite calls it. */
function transform(id: string, text: string) {
  const { transform } = leanMsw() as unknown as {
    transform: (text: string, id: string) => { code: string } | null
  }
  const context = {
    error(message: string) {
      throw new Error(message)
    },
  }
  return transform.call(context, text, id)
}

test.each([...STAND_INS, BUNDLE])('the build ends where $module is another', ({ module }) => {
  expect(() => transform(pathOf(module), 'export {}')).toThrow(`${module} has changed`)
})

test('other modules stay as they are', () => {
  expect(transform(pathOf('msw/lib/core/http.mjs'), 'export {}')).toBeNull()
})

test('the bundle for browsers keeps its service worker, and patches no global', () => {
  const { code } = transform(pathOf(BUNDLE.module), readFileSync(pathOf(BUNDLE.module), 'utf8'))!
  expect(code).toContain('class _ServiceWorkerSource extends NetworkSource')
  expect(code).not.toMatch(/new \w+Interceptor\(|applyPatch\(globalThis/)
  expect(code.match(/\bclass Logger\b|Logger = class/g)).toEqual(['class Logger'])
  expect(code).not.toContain('LOG_LEVEL')
})

test('the built page has the stand-ins, and patches no global', () => {
  const scripts = built.filter((file) => /^assets\/[^/]+\.js$/.test(file)).map(read)
  const mock = scripts.filter((code) => code.includes('MOCK_ACTIVATE')).join('')
  expect(mock).toContain('handlers are matched by predicates here')
  expect(scripts.join('')).not.toMatch(/__msw-cookie-store__|patching global |LOG_LEVEL/)
})
