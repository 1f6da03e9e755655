/** The built page's policy, and that it loads nothing from elsewhere. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DOCS_POLICY } from '../../server/stage/docs-page.ts'
import { built, captures, html, read, styles } from '../support/built-page.ts'

describe('the policy of the page', () => {
  const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)
  const policy = new Map(
    (meta?.[1] ?? '')
      .replaceAll('&#39;', "'")
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  )

  test('stands before whatever it is about', () => {
    expect(meta).not.toBeNull()
    const first = html.search(/<(?:script|link|style)\b/)
    expect(meta!.index).toBeLessThan(first)
  })

  test.each([
    ['default-src', ["'self'"]],
    ['script-src', ["'self'"]],
    ['style-src', ["'self'"]],
    ['worker-src', ["'self'"]],
    ['object-src', ["'none'"]],
    ['base-uri', ["'none'"]],
    ['require-trusted-types-for', ["'script'"]],
  ])('says %s %j', (directive, sources) => {
    expect(policy.get(directive)).toEqual(sources)
  })

  test('names no other origin, and nothing unsafe', () => {
    expect([...policy.values()].flat().filter((source) => /unsafe|[/*]/.test(source))).toEqual([])
  })
})

describe('the pages in frames have policies of their own', () => {
  const policyOf = (file: string) =>
    /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(read(file))?.[1]

  test('the small browser runs the one script it has, by its hash', () => {
    const [, script = ''] = /<script>([^]*)<\/script>/.exec(read('pane.html')) ?? []
    const hash = createHash('sha256').update(script).digest('base64')
    expect(policyOf('pane.html')).toBe(
      `default-src 'none'; script-src 'sha256-${hash}'; form-action 'none'; base-uri 'none'`,
    )
  })

  test('the docs page in this browser has that of the docs page of a server', () => {
    expect(policyOf('docs.html')).toBe(DOCS_POLICY)
  })

  test('an attacked page runs what it is given, and nothing leaves it', () => {
    const policy = policyOf('attack.html')!.split('; ')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'none'")
    expect(policy.join()).not.toMatch(/(connect|img|frame)-src/)
  })
})

describe('nothing of another origin is loaded', () => {
  const elsewhere =
    /(?:\b(?:src|srcset|href|action)\s*=\s*["']?|url\(\s*["']?|@import\s+["'])\s*(?:https?:)?\/\/[^\s"')]*/gi

  test.each(built.filter((file) => /\.(?:html|css)$/.test(file)))('by %s', (file) => {
    expect(read(file).match(elsewhere)).toBeNull()
  })

  test('by fonts: they lie beside the styles', () => {
    const fonts = styles.map(read).flatMap((css) => captures(css, /url\(([^)]+\.woff2)\)/g))
    expect(fonts).not.toEqual([])
    for (const font of fonts) expect(built).toContain(join('assets', font.replace(/^\.\//, '')))
  })
})

test('the service worker is the one of the installed MSW', () => {
  const installed = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
  expect(read('mockServiceWorker.js')).toBe(readFileSync(installed, 'utf8'))
})
