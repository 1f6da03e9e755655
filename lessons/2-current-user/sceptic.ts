import type { Sceptic } from '../walk.ts'

export default {
  buildsOn: ['anybody: another after one'],
} satisfies Sceptic
