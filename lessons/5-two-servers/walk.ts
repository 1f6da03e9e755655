import type { Hand, Step } from '../walk.ts'

export default [
  { page: 'who-sees', act: (hand) => hand.predict('both') },
  { page: 'small-browser', act: (hand) => hand.loginInPane() },
  {
    page: 'hidden-hop',
    act: async (hand) => {
      await take(hand, 'me')
      await take(hand, 'auth-me')
    },
  },
  {
    page: 'no-cookie',
    act: async (hand) => {
      await take(hand, 'logout')
      await take(hand, 'me')
    },
  },
  {
    page: 'spoilt-cookie',
    act: async (hand) => {
      await hand.useRequest('me')
      await hand.header('Cookie', 'jwt_token=a.b.c')
      await hand.send()
    },
  },
  { page: 'two-hundred', act: (hand) => hand.predict('unauthorized') },
  { page: 'stopped', act: (hand) => hand.predict('bad-gateway') },
  {
    page: 'logout-token',
    act: async (hand) => {
      await take(hand, 'login')
      await take(hand, 'logout')
      await hand.useRequest('auth-me')
      await hand.useIssuedToken()
      await hand.send()
    },
  },
  { page: 'hop', act: (hand) => hand.code() },
  { page: 'own-tab', act: async () => {} },
  { page: 'original', act: async () => {} },
  { page: 'recap', act: async () => {} },
] satisfies Step[]

/** Sends a request of the page as it is. */
async function take(hand: Hand, request: string) {
  await hand.useRequest(request)
  await hand.send()
}
