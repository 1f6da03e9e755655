import type { Hand, Step } from '../walk.ts'

export default [
  { page: 'worth', act: (hand) => hand.predict('http-only') },
  { page: 'steal', act: playTwice },
  { page: 'forge', act: playTwice },
  {
    page: 'origin-check',
    act: async (hand) => {
      await hand.useRequest('logout')
      await hand.header('Sec-Fetch-Site', 'cross-site')
      await hand.send()
      await hand.useRequest('logout')
      await hand.header('Sec-Fetch-Site', 'same-origin')
      await hand.send()
    },
  },
  { page: 'compare', act: async () => {} },
  { page: 'defend', act: (hand) => hand.code() },
  { page: 'more', act: async () => {} },
  { page: 'recap', act: async () => {} },
] satisfies Step[]

/** Logs in before each attack: where there is no cookie, there is nothing to attack. */
async function playTwice(hand: Hand) {
  await take(hand, 'faithful-login')
  await hand.play()
  await take(hand, 'login')
  await hand.replay()
}

/** Sends a request of the page as it is. */
async function take(hand: Hand, request: string) {
  await hand.useRequest(request)
  await hand.send()
}
