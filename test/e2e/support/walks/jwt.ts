/** Lesson 4 done from its first page to its last, as data: what is done on each, by whichever hand. */

import { forge } from '../../../support/forge.ts'
import type { Hand } from '../walk.ts'

/** What lesson 4 needs of a hand beyond lesson 1. */
export interface JwtHand extends Hand {
  /** Fills in the body of the request on the bench. */
  body: (text: string) => Promise<void>
  /** Presses the button that puts the newest token a server gave out into the request. */
  useIssuedToken: () => Promise<void>
  /** Sets the clock on the bench: before and after the `exp` of the request's token, or back to now. */
  clock: (time: 'before' | 'after' | 'now') => Promise<void>
  /** Writes down what was read out of a token, and lets the server read it too. */
  read: (text: string) => Promise<void>
  /** Presses the button that sends the recorded attack to the server that holds. */
  replay: () => Promise<void>
}

/** In the year 2100. */
const LATER = 4_102_444_800

/** The lesson's pages in order, and what is done on each. */
export const WALK: { page: string; act: (hand: JwtHand) => Promise<void> }[] = [
  // The login of the prediction gives the token that later pages use.
  { page: 'three-parts', act: (hand) => hand.predict('random') },
  { page: 'read', act: (hand) => hand.read('nari') },
  {
    page: 'signature',
    act: async (hand) => {
      await hand.useIssuedToken()
      await hand.send()
      const payload = `{"sub":"alice","exp":${LATER}}`
      await hand.write({ token: await forge({ payload, key: 'not the key' }) })
      await hand.send()
    },
  },
  { page: 'last-letter', act: (hand) => hand.predict('refused') },
  {
    page: 'clock',
    act: async (hand) => {
      await hand.useIssuedToken()
      await hand.clock('before')
      await hand.send()
      await hand.clock('after')
      await hand.send()
      await hand.clock('now')
    },
  },
  { page: 'milliseconds', act: (hand) => hand.predict('ages') },
  { page: 'bcrypt', act: async () => {} },
  {
    page: 'same-answer',
    act: async (hand) => {
      for (const body of [
        'username=nobody&password=secret',
        'username=johndoe&password=wrong',
        `username=johndoe&password=${'x'.repeat(73)}`,
      ]) {
        await hand.body(body)
        await hand.send()
      }
    },
  },
  {
    page: 'published-key',
    act: async (hand) => {
      const payload = `{"sub":"johndoe","exp":${LATER},"role":"admin"}`
      await hand.write({ scheme: 'Bearer', token: await forge({ payload }) })
      await hand.send()
      await hand.replay()
    },
  },
  { page: 'recap', act: async () => {} },
]
