/** Lesson 2: from a token to a user. */

import type { Lesson } from '../lesson.ts'
import { get } from '../requests.ts'

export const currentUser: Lesson = {
  slug: 'current-user',
  folder: '2-current-user',
  servers: {
    api: {
      path: 'api',
      app: 'app',
      gates: {
        'GET /users/me': [
          { id: 'route', region: 'route' },
          { id: 'header', region: 'scheme' },
          { id: 'scheme', region: 'scheme' },
          { id: 'token', region: 'scheme' },
          { id: 'user', region: 'current-user' },
          { id: 'handler', region: 'handler' },
        ],
      },
    },
  },
  firstRequest: 'me',
  requests: {
    me: get('/users/me', 'Bearer testtoken'),
    'no-header': get('/users/me'),
    empty: get('/users/me', 'Bearer'),
  },
  pages: [
    { kind: 'beat', id: 'requests', request: 'me' },
    { kind: 'beat', id: 'recap' },
  ],
  detectors: [],
}
