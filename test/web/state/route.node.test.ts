/** Where the learner is, read from the address and written into it. */

import { describe, expect, test } from 'vitest'
import { readRoute, type Route, routeHash } from '../../../web/state/route.ts'

describe('an address', () => {
  const places: [hash: string, route: Route][] = [
    ['#/en', { language: 'en' }],
    ['#/ko/', { language: 'ko' }],
    ['#/en/first-steps', { language: 'en', lesson: 'first-steps' }],
    ['#/ko/first-steps/', { language: 'ko', lesson: 'first-steps' }],
    ['#/en/first-steps/knock', { language: 'en', lesson: 'first-steps', page: 'knock' }],
    ['#/ko/first-steps/knock/', { language: 'ko', lesson: 'first-steps', page: 'knock' }],
    // Names of nothing, which the app will not find: reading them must not.
    ['#/en/__proto__/constructor', { language: 'en', lesson: '__proto__', page: 'constructor' }],
  ]

  test.each(places)('%s names a place', (hash, route) => {
    expect(readRoute(hash)).toEqual(route)
  })

  test.each([
    '',
    '#',
    '#/',
    '#/fr',
    '#/en//',
    '#/en//knock',
    '#/fr/first-steps',
    '#/EN/first-steps',
    '#/__proto__/first-steps',
    '#/constructor/first-steps/knock',
    '#en/first-steps',
    '/en/first-steps',
    '#/en/first-steps/knock/more',
    '#/en/first-steps//',
    '#/en/first-steps?page=knock',
    '#/en/first%20steps',
    '#/en/%',
    '#/en/%zz/%E0%A4%A',
    '#/en/첫걸음',
    '#/en/..',
    '#/en/<img src=x onerror=alert(1)>',
    '#/en/first-steps\n',
    '#/en/first-steps/knock\0',
    `#/en/${'a/'.repeat(10_000)}`,
  ])('%j names none', (hash) => {
    expect(readRoute(hash)).toBeUndefined()
  })
})

describe('a route', () => {
  test.each([
    [{ language: 'ko' }, '#/ko'],
    [{ language: 'en', lesson: 'first-steps' }, '#/en/first-steps'],
    [{ language: 'ko', lesson: 'first-steps', page: 'knock' }, '#/ko/first-steps/knock'],
  ] satisfies [Route, string][])('%j is written as %s, and read again', (route, hash) => {
    expect(routeHash(route)).toBe(hash)
    expect(readRoute(hash)).toEqual(route)
  })
})
