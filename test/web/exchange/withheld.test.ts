/** A server that is not served to a network: it is seen, said, and one is led on into the browser. */

import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import { isWithheld } from '../../../web/exchange/is-withheld.ts'
import '../../../web/exchange/exchange.ts'
import '../../../web/exchange/withheld.ts'
import { en } from '../../../web/words/en.ts'
import { withheldWords } from '../../../web/words/withheld.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { BOTH, byRole, expectAccessible, heard, mount, textIn } from '../../support/fixture.ts'

const BODY = '{"detail":"Not Found: not served to a network"}'

const withheld = exchangeWith({ mode: 'real', response: { status: 404, headers: [], body: BODY } })

const calling = (status: number, body: string): Exchange =>
  exchangeWith({
    mode: 'real',
    response: { status: 502, headers: [], body: 'not now' },
    trace: [
      {
        kind: 'called',
        request: { method: 'POST', url: 'http://localhost/token', headers: [], body: '' },
        response: { status, headers: [], body },
        trace: [],
      },
    ],
  })

test.each<[string, Exchange, boolean]>([
  ['a server that is kept from the network', withheld, true],
  ['one that calls such a server', calling(404, BODY), true],
  ['one that calls another', calling(401, '{}'), false],
  [
    'a path that there is none of',
    exchangeWith({ mode: 'real', response: { status: 404 } }),
    false,
  ],
  [
    'an answer with these words in it',
    { ...withheld, response: { ...withheld.response, status: 200 } },
    false,
  ],
  ['a server in the browser', { ...withheld, mode: 'browser' }, false],
])('%s', (_, exchange, is) => {
  expect(isWithheld(exchange)).toBe(is)
})

describe.each(BOTH)('in the language $language', ({ words }) => {
  test('it is said why, and the button leads into the browser', async () => {
    const element = await mount('bp-exchange', { exchange: withheld, words })
    const told = heard(element, 'mode-change')
    expect(textIn(element)).toContain(withheldWords[words.id])
    await userEvent.click(byRole(element, 'button', words.failed.switch)[0]!)
    expect(told).toEqual(['browser'])
    await expectAccessible(element)
  })
})

test('of other answers nothing is said', async () => {
  const element = await mount('bp-exchange', {
    exchange: exchangeWith({ mode: 'real' }),
    words: en,
  })
  expect(byRole(element, 'button', en.failed.switch)).toEqual([])
})
