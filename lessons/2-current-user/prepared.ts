import type { Prepared } from '../prepared.ts'
import { get } from '../requests.ts'

export default {
  comes: { who: 'user', 'who-stops': 'guard' },
  requests: {
    anybody: [
      { part: 'one', request: get('/users/me', 'Bearer mina') },
      { part: 'another', request: get('/users/me', 'Bearer admin') },
    ],
    gates: [
      { part: 'scheme', request: 'basic' },
      { part: 'route', request: 'no-route' },
    ],
    shortest: [{ part: 'shortest', request: 'empty' }],
  },
} satisfies Prepared
