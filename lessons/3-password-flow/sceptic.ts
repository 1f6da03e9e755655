import type { Sceptic } from '../walk.ts'

export default {
  buildsOn: ['use: used after login', 'docs: used after login', 'break: held after broken'],
} satisfies Sceptic
