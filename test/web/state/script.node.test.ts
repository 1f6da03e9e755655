/** A script: what is prepared to be shown, as a file and in this browser. */

import { expect, test } from 'vitest'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import jwt from '../../../lessons/4-jwt/lesson.ts'
import { sharedText } from '../../../web/stage/shared-request.ts'
import { KeptScript, readScript, scriptFile, type ScriptItem } from '../../../web/state/script.ts'

const LESSONS = [firstSteps, jwt]

const draft = (path: string) => ({
  server: 'api',
  method: 'GET',
  path,
  headers: [['Authorization', 'Bearer a-secret']] as [string, string][],
  body: '',
})

const item = (path: string): ScriptItem => ({
  lesson: 'jwt',
  page: 'signature',
  request: sharedText(draft(path))!,
})

const file = (change: object) =>
  JSON.stringify({ ...(JSON.parse(scriptFile([item('/a')])) as object), ...change })

test('a script comes back from its file in its order, and no secret is in it', () => {
  const items = [item('/a'), item('/b')]
  const text = scriptFile(items)
  expect(readScript(text, LESSONS)).toEqual(items)
  expect(items.map(({ request }) => atob(request)).join('')).not.toContain('a-secret')
})

test.each<[string, string, string]>([
  ['an empty text', '', 'broken'],
  ['half a file', scriptFile([item('/a')]).slice(0, 40), 'broken'],
  ['another JSON', '{"a":1}', 'foreign'],
  ['null', 'null', 'foreign'],
  ['a progress file', '{"kind":"bearer-playground-progress","version":1}', 'foreign'],
  ['a newer version', file({ version: 2 }), 'newer'],
  ['no version', file({ version: null }), 'newer'],
  ['no items', file({ items: {} }), 'damaged'],
  ['too many items', file({ items: Array.from({ length: 201 }, () => item('/a')) }), 'damaged'],
  ['an item of no lesson', file({ items: [{ ...item('/a'), lesson: 'x' }] }), 'damaged'],
  ['an item of no page', file({ items: [{ ...item('/a'), page: 'constructor' }] }), 'damaged'],
  ['an item without a request', file({ items: [{ ...item('/a'), request: 'bm8' }] }), 'damaged'],
  ['one good item and one bad', file({ items: [item('/a'), null] }), 'damaged'],
  ['nothing in it', file({ items: [] }), 'empty'],
])('%s is refused', (_, text, why) => {
  expect(readScript(text, LESSONS)).toBe(why)
})

function keptIn(texts: Map<string, string>) {
  return new KeptScript({
    path: '/a/',
    storage: () => ({
      getItem: (name) => texts.get(name) ?? null,
      setItem: (name, text) => void texts.set(name, text),
    }),
  })
}

test('what is kept is there at the next visit, below its own path alone', () => {
  const texts = new Map<string, string>()
  expect(keptIn(texts).items(LESSONS)).toEqual([])
  expect(keptIn(texts).add(item('/a'), LESSONS)).toBe(true)
  expect(keptIn(texts).add(item('/b'), LESSONS)).toBe(true)
  expect(keptIn(texts).items(LESSONS)).toEqual([item('/a'), item('/b')])
  expect([...texts.keys()]).toEqual(['bearer-playground:/a/:script'])
})

test('a browser that keeps nothing says so', () => {
  const script = new KeptScript({
    path: '/a/',
    storage: () => {
      throw new Error('not allowed')
    },
  })
  expect(script.items(LESSONS)).toEqual([])
  expect(script.add(item('/a'), LESSONS)).toBe(false)
})
