import type { Sceptic } from '../walk.ts'

export default {
  // Their answer is that there is no such route: any 404 of the token URL shows it.
  answeredByAnybody: ['token-url', 'mounted', 'authorize'],
  buildsOn: ['two-spellings: two after one'],
} satisfies Sceptic
