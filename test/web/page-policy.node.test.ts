/** The built page's policy, and that it loads nothing from elsewhere. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { framePolicy, metaElements, POLICIES } from '../../server/stage/policies.ts'
import { STEAL } from '../../web/two-servers/frames/steal.ts'
import { STAGE_HEADER } from '../../web/stage/stage-header.ts'
import { built, captures, html, read, styles } from '../support/built-page.ts'

const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`

/** A string of a script that holds a whole document, in whatever quotes. */
const DOCUMENT = /((["'`])<!doctype html><meta charset(?:(?!\2)[^\\]|\\[^])*\2)/g

/** The documents of the frames as they stand in the page's scripts, with the hashes of what runs in each. */
const frames = new Map(
  built
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => captures(read(file), DOCUMENT))
    .map((literal) => {
      const text = runInNewContext(literal) as string
      const [name] = captures(text, /<title>(\w+)<\/title>/g)
      const scripts = captures(text, /<script>([^]*?)<\/script>/g)
      if (name === 'attack') scripts.push(STEAL)
      return [name!, { text, scripts: scripts.map(hashOf) }] as const
    }),
)

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
    ['style-src', ["'self'"]],
    ['worker-src', ["'self'", 'data:']],
    ['object-src', ["'none'"]],
    ['base-uri', ["'none'"]],
    ['require-trusted-types-for', ["'script'"]],
  ])('says %s %j', (directive, sources) => {
    expect(policy.get(directive)).toEqual(sources)
  })

  test('runs its own files, and of what stands in its frames the scripts it has itself', () => {
    const scripts = [...frames.values()].flatMap(({ scripts: own }) => own)
    expect(policy.get('script-src')?.toSorted()).toEqual(
      ["'self'", ...scripts.map((hash) => `'${hash}'`)].toSorted(),
    )
  })

  test('lets three policies make markup or scripts: Lit’s, that for workers, that for frames', () => {
    expect(policy.get('trusted-types')).toEqual(['lit-html', 'default', 'frame'])
  })

  test('names no other origin, and nothing unsafe', () => {
    const sources = [...policy.values()].flat().filter((source) => !source.startsWith("'sha256-"))
    expect(sources.filter((source) => /unsafe|[/*]/.test(source))).toEqual([])
  })

  test('its encoding stands where a browser looks for it', () => {
    expect(html.indexOf('charset="utf-8"')).toBeLessThan(1024)
  })

  test('no link gives away where it stands', () => {
    expect(html).toContain('<meta name="referrer" content="no-referrer">')
  })
})

describe('a document in a frame runs its own script, by its hash, and nothing gets out', () => {
  test.each([...frames])('%s', (name, { text, scripts }) => {
    // A learner's own copy runs in a worker: nothing else has one.
    const worker = name === 'own'
    expect(text).toContain(metaElements(framePolicy({ scripts, worker })))
    expect(text).toContain("default-src 'none'")
    expect(text).toContain("form-action 'none'")
    expect(text).not.toMatch(/unsafe|(?:connect|img|frame)-src/)
  })

  test('and has no address', () => {
    expect(built.filter((file) => file.endsWith('.html')).sort()).toEqual([
      'docs.html',
      'index.html',
    ])
    expect([...frames.keys()].sort()).toEqual(['attack', 'own', 'pane'])
  })
})

test('the docs page in this browser has the policy of the docs page of a server', () => {
  expect(read('docs.html')).toContain(metaElements(POLICIES.docs))
})

test('the docs page in this browser says that no server is behind it', () => {
  expect(read('docs.html')).toContain(
    '<html lang="en" data-openapi="openapi.json" data-mode="browser">',
  )
})

test('the service worker puts a gate before that of MSW, by names that this one has', () => {
  const gate = read('service-worker.js')
  const theirs = read('mockServiceWorker.js')
  expect(gate).toContain("importScripts('./mockServiceWorker.js')")
  expect(gate).toContain(`'${STAGE_HEADER}'`)
  for (const name of ['activeClientIds', 'CLIENT_CLOSED']) {
    expect(gate).toContain(name)
    expect(theirs).toContain(name)
  }
  // The one way to the network that it has, and the gate closes.
  expect(theirs.match(/\bfetch\(/g)).toEqual(['fetch('])
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
