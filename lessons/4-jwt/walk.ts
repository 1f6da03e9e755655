import { forge } from '../contract/forge.ts'
import type { Step } from '../walk.ts'

/** In the year 2100. */
const LATER = 4_102_444_800

export default [
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
        await hand.write({ body })
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
  { page: 'own-key', act: (hand) => hand.code() },
  { page: 'verify', act: (hand) => hand.code() },
  { page: 'left-out', act: async () => {} },
  { page: 'recap', act: async () => {} },
] satisfies Step[]
