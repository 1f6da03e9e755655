import type { Sceptic } from '../walk.ts'

export default {
  buildsOn: [
    'no-cookie: refused after out',
    'logout-token: out after in',
    'logout-token: alive after out',
  ],
} satisfies Sceptic
