import type { Sceptic } from '../walk.ts'

export default {
  buildsOn: ['signature: forged after whole', 'published-key: held after signed'],
} satisfies Sceptic
