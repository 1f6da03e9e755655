/** The two headers of bearer authentication, taken apart. */

import { describe, expect, test } from 'vitest'
import '../../../web/exchange/header-anatomy.ts'
// Loaded on demand in the page; here it is there from the start.
import '../../../web/token/token-link.ts'
import type { HeaderAnatomy } from '../../../web/exchange/header-anatomy.ts'
import { anatomyWords } from '../../../web/words/anatomy.ts'
import { en } from '../../../web/words/en.ts'
import { all, BOTH, expectAccessible, heard, mount, one, textIn } from '../../support/fixture.ts'

const anatomy = { ...anatomyWords.en, ...en.anatomy }

const show = (headers: Pick<Partial<HeaderAnatomy>, 'authorization' | 'challenge'>) =>
  mount('bp-header-anatomy', { words: en, ...headers })

/** A header's box: its terms and what stands beside them. */
function termsOf(element: Element, heading: string): Record<string, string> {
  const box = boxOf(element, heading)
  return Object.fromEntries(
    all(box, 'dt').map((term) => [textIn(term), textIn(term.nextElementSibling!)]),
  )
}

function boxOf(element: Element, heading: string): HTMLElement {
  const box = all(element, 'section').find((section) => textIn(section).startsWith(heading))
  expect(box, heading).toBeDefined()
  return box!
}

describe('an Authorization header', () => {
  const bearer = (token: string) => ({
    [anatomy.scheme]: `Bearer ${anatomy.schemeMeans}`,
    [anatomy.token]: `${token} ${anatomy.tokenMeans}`,
  })

  test.each([
    ['Bearer foobar', bearer('foobar')],
    ['Bearer   foobar\t', bearer('foobar')],
    ['Bearer two words', bearer('two words')],
    ['Bearer', bearer(anatomy.emptyToken)],
    ['Bearer ', bearer(anatomy.emptyToken)],
    [
      'bEARER <b>x</b>',
      {
        [anatomy.scheme]: `bEARER ${anatomy.schemeMeans}`,
        [anatomy.token]: `<b>x</b> ${anatomy.tokenMeans}`,
      },
    ],
    [
      'Basic am9obmRvZTpzZWNyZXQ=',
      {
        [anatomy.scheme]: `Basic ${anatomy.schemeMeans}`,
        [anatomy.credentials]: `am9obmRvZTpzZWNyZXQ= ${anatomy.credentialsMean}`,
      },
    ],
    [
      'foobar',
      {
        [anatomy.scheme]: `foobar ${anatomy.schemeMeans}`,
        [anatomy.credentials]: `${anatomy.emptyToken} ${anatomy.credentialsMean}`,
      },
    ],
    [
      '',
      {
        [anatomy.scheme]: `${anatomy.emptyToken} ${anatomy.schemeMeans}`,
        [anatomy.credentials]: `${anatomy.emptyToken} ${anatomy.credentialsMean}`,
      },
    ],
  ])('%j is taken apart at its first space', async (authorization, terms) => {
    expect(termsOf(await show({ authorization }), anatomy.authorization)).toEqual(terms)
  })

  test('that was not sent is said not to be there', async () => {
    const element = await show({})
    expect(textIn(boxOf(element, anatomy.authorization))).toBe(
      `${anatomy.authorization} ${anatomy.nothing}`,
    )
  })

  test('with a long token folds it, and shows all of it when asked', async () => {
    const token = 'a'.repeat(1000)
    const element = await show({ authorization: `Bearer ${token}` })
    expect(textIn(element)).not.toContain(token)
    one(one(element, 'bp-long-text'), 'button').click()
    await one(element, 'bp-long-text').updateComplete
    expect(textIn(element)).toContain(token)
  })
})

describe('a WWW-Authenticate header', () => {
  const terms = (scheme: string, parameters: string) => ({
    [anatomy.scheme]: `${scheme} ${anatomy.challengeScheme}`,
    [anatomy.parameters]: parameters,
  })

  test.each([
    ['Bearer', terms('Bearer', anatomy.noParameters)],
    [
      'Bearer realm="users", error="invalid_token"',
      terms('Bearer', 'realm="users", error="invalid_token"'),
    ],
    ['Basic realm="a <b>"', terms('Basic', 'realm="a <b>"')],
  ])('%j shows its scheme and its parameters', async (challenge, expected) => {
    expect(termsOf(await show({ challenge }), anatomy.challenge)).toEqual(expected)
  })

  test('that did not come is said not to be there', async () => {
    const element = await show({ authorization: 'Bearer foobar' })
    expect(textIn(boxOf(element, anatomy.challenge))).toBe(
      `${anatomy.challenge} ${anatomy.challengeNone}`,
    )
  })
})

describe('the way to the token inspector', () => {
  test('stands beside a bearer token, and carries it', async () => {
    const element = await show({ authorization: 'bearer  a.b.c ' })
    const asked = heard<string>(document.body, 'show-token')
    one(one(element, 'bp-token-link'), 'button').click()
    expect(asked).toEqual(['a.b.c'])
  })

  test.each(['Basic abc', 'Bearer', 'Bearer ', 'abc', undefined])(
    'is none beside %j',
    async (authorization) => {
      const links = all(await show({ authorization }), 'bp-token-link')
      expect(links.flatMap((link) => all(link, 'button'))).toEqual([])
    },
  )
})

test.each(BOTH)('is accessible in $language', async ({ words }) => {
  await expectAccessible(
    await mount('bp-header-anatomy', {
      authorization: `Bearer ${'a'.repeat(500)}`,
      challenge: 'Bearer realm="users"',
      words,
    }),
  )
})
