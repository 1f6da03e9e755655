import type { Step } from '../walk.ts'

export default [
  { page: 'who', act: (hand) => hand.predict('refused') },
  {
    page: 'anybody',
    act: async (hand) => {
      await hand.write({ scheme: 'Bearer', token: 'mina' })
      await hand.send()
      await hand.write({ scheme: 'Bearer', token: 'admin' })
      await hand.send()
    },
  },
  { page: 'by-hand', act: (hand) => hand.read('Bearer minafakedecoded') },
  { page: 'who-stops', act: (hand) => hand.predict('handler') },
  {
    page: 'gates',
    act: async (hand) => {
      await hand.send()
      await hand.write({ scheme: 'Basic', token: 'am9obmRvZTpzZWNyZXQ=' })
      await hand.send()
      await hand.write({ path: '/users/you' })
      await hand.send()
    },
  },
  {
    page: 'shortest',
    act: async (hand) => {
      await hand.write({ scheme: 'Bearer', token: '' })
      await hand.send()
    },
  },
  { page: 'dependency', act: (hand) => hand.code() },
  { page: 'recap', act: async () => {} },
] satisfies Step[]
