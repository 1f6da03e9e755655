import type { Step } from '../walk.ts'

export default [
  { page: 'knock', act: (hand) => hand.predict('forbidden') },
  {
    page: 'invent',
    act: async (hand) => {
      await hand.write({ scheme: 'Bearer', token: 'made-up' })
      await hand.send()
    },
  },
  {
    page: 'wrong-scheme',
    act: async (hand) => {
      await hand.write({ scheme: 'Basic', token: 'am9obmRvZTpzZWNyZXQ=' })
      await hand.send()
    },
  },
  {
    page: 'two-spellings',
    act: async (hand) => {
      await hand.write({ scheme: 'Bearer', token: 'x' })
      await hand.send()
      await hand.write({ scheme: 'bEARER', token: 'x' })
      await hand.send()
    },
  },
  { page: 'story', act: (hand) => hand.stepFlow(5) },
  { page: 'no-token-yet', act: (hand) => hand.predict('not-found') },
  {
    page: 'token-url',
    act: async (hand) => {
      await hand.write({ path: '/openapi.json', scheme: '', token: '' })
      await hand.send()
      await hand.write({ path: '/token' })
      await hand.send()
    },
  },
  {
    page: 'mounted',
    act: async (hand) => {
      await hand.write({ server: 'v1', path: '/token', scheme: '', token: '' })
      await hand.send()
    },
  },
  { page: 'authorize', act: (hand) => hand.authorizeInDocs() },
  { page: 'guard', act: (hand) => hand.code() },
  { page: 'recap', act: async () => {} },
] satisfies Step[]
