import type { Step } from '../walk.ts'

export default [
  { page: 'login', act: (hand) => hand.predict('cookie') },
  {
    page: 'use',
    act: async (hand) => {
      await hand.send()
      await hand.write({
        body: '',
        method: 'GET',
        path: '/users/me',
        scheme: 'Bearer',
        token: 'johndoe',
      })
      await hand.send()
    },
  },
  {
    page: 'docs',
    act: async (hand) => {
      await hand.authorizeInDocs()
      await hand.executeInDocs()
    },
  },
  {
    page: 'missing',
    act: async (hand) => {
      await hand.write({ body: 'username=johndoe' })
      await hand.send()
      await hand.write({ body: '{"username":"johndoe","password":"secret"}' })
      await hand.send()
    },
  },
  {
    page: 'encoding',
    act: async (hand) => {
      await hand.send()
      await hand.write({ body: 'grant_type=a%2Bb%26c' })
      await hand.send()
      await hand.write({ body: 'username=johndoe&password=a%2Bb%26c' })
      await hand.send()
    },
  },
  {
    page: 'refusals',
    act: async (hand) => {
      await hand.write({ body: 'username=johndoe&password=incorrect' })
      await hand.send()
      await hand.write({
        body: '',
        method: 'GET',
        path: '/users/me',
        scheme: 'Bearer',
        token: 'nobody',
      })
      await hand.send()
      await hand.write({ scheme: 'Bearer', token: 'alice' })
      await hand.send()
    },
  },
  {
    page: 'leak',
    act: async (hand) => {
      await hand.send()
      await hand.write({ server: 'leaky' })
      await hand.send()
    },
  },
  {
    page: 'break',
    act: async (hand) => {
      await hand.write({ scheme: 'Bearer', token: 'johndoe' })
      await hand.send()
      await hand.replay()
    },
  },
  { page: 'random-token', act: (hand) => hand.code() },
  { page: 'active', act: (hand) => hand.code() },
  { page: 'recap', act: async () => {} },
] satisfies Step[]
