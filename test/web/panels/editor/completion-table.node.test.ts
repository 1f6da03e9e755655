/** What completion offers is what there is: names of modules, of hono's context, of its request. */

import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { jsonWebTokens } from '#security'
import { describe, expect, test } from 'vitest'
import { mayImport } from '../../../../lessons/step-imports.ts'
import {
  APP,
  CONTEXT,
  type Entry,
  MAP,
  MODULES,
  REQUEST,
  TOKENS,
} from '../../../../web/panels/editor/completion-table.ts'
import { problemsOf } from '../../../support/compile.ts'

const names = (entries: readonly Entry[]) => entries.map(([name]) => name)

/** What an object answers to, its prototypes' names included. */
function namesOf(object: object): string[] {
  const own: string[] = []
  for (
    let at: object | null = object;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    own.push(...Object.getOwnPropertyNames(at))
  }
  return [...new Set(own)].filter((name) => name !== 'constructor')
}

const REAL: Record<string, () => Promise<object>> = {
  hono: () => import('hono'),
  'hono/cookie': () => import('hono/cookie'),
  'hono/html': () => import('hono/html'),
  'hono/http-exception': () => import('hono/http-exception'),
  '#security': () => import('#security'),
  jose: () => import('jose'),
  bcryptjs: () => import('bcryptjs'),
}

describe('of a module', () => {
  test('all can be imported by a step', () => {
    expect(Object.keys(MODULES).filter((module) => !mayImport(module))).toEqual([])
    expect(Object.keys(MODULES)).toEqual(Object.keys(REAL))
  })

  test.each(Object.keys(REAL))(
    '%s has the values that are offered, and no others',
    async (module) => {
      const real = Object.keys(await REAL[module]!()).filter((name) => name !== 'default')
      expect(names(MODULES[module]!.values).toSorted()).toEqual(real.toSorted())
    },
  )

  test('its types compile, and one that is not there would not', () => {
    const source = (extra: string) =>
      [...Object.entries(MODULES), [extra, { types: [['Nobody', '']] }] as const]
        .filter(([module, { types }]) => module && types.length > 0)
        .map(
          ([module, { types }], index) =>
            `export type { ${types.map(([name]) => `${name} as ${name}${index}`).join(', ')} } from '${module}'`,
        )
        .join('\n')
    const problems = problemsOf({
      'lessons/offered.ts': source(''),
      'lessons/not-offered.ts': source('hono'),
    })
    expect(problems['lessons/offered.ts']).toEqual([])
    expect(problems['lessons/not-offered.ts']).toEqual([expect.stringContaining('Nobody')])
  })

  test('#security offers each of the types that it exports', () => {
    const index = readFileSync(
      new URL('../../../../server/security/index.ts', import.meta.url),
      'utf8',
    )
    const types = [...index.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, all, list]) =>
      list!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name && (all || name.startsWith('type ')))
        .map((name) => name.replace(/^type /, '')),
    )
    expect(names(MODULES['#security']!.types).toSorted()).toEqual(types.toSorted())
  })
})

describe('behind a dot', () => {
  test.each<[string, readonly Entry[], (c: { req: object }) => object, left: string[]]>([
    // What hono itself uses, and what no step of ours has: an event of service workers.
    ['c.', CONTEXT, (c) => c, ['event']],
    [
      'c.req.',
      REQUEST,
      (c) => c.req,
      ['routeIndex', 'bodyCache', 'addValidatedData', 'matchedRoutes', 'routePath'],
    ],
  ])('%s offers what is there', async (_, entries, objectOf, left) => {
    const app = new Hono()
    let real: string[] = []
    app.get('/', (c) => {
      real = namesOf(objectOf(c))
      return c.text('')
    })
    await app.request('/')
    expect([...names(entries), ...left].toSorted()).toEqual(real.toSorted())
  })

  test('of a Map and of tokens offers only what is there', () => {
    const missing = (entries: readonly Entry[], object: object) =>
      names(entries).filter((name) => !(name in object))
    expect(missing(MAP, new Map())).toEqual([])
    const tokens = jsonWebTokens({ key: 'a key', algorithm: 'HS256' })
    expect(names(TOKENS).toSorted()).toEqual(Object.keys(tokens).toSorted())
  })

  test('app. offers only what is there', () => {
    const real = namesOf(new Hono())
    expect(names(APP).filter((name) => !real.includes(name))).toEqual([])
  })
})
