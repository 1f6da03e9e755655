import type { Prepared } from '../prepared.ts'
import { get, login } from '../requests.ts'

export default {
  comes: { login: 'token' },
  requests: {
    use: [{ part: 'used', request: 'john-me' }],
    missing: [
      { part: 'one', request: 'no-password' },
      { part: 'both', request: 'json' },
    ],
    encoding: [
      {
        part: 'mirror',
        request: login('grant_type=a%2Bb%26c&username=johndoe&password=secret'),
      },
      { part: 'password', request: login('username=johndoe&password=a%2Bb%26c') },
    ],
    refusals: [
      { part: 'login', request: 'wrong-password' },
      { part: 'token', request: 'nobody' },
      { part: 'inactive', request: 'alice-me' },
    ],
    leak: [{ part: 'told', request: 'leak' }],
    break: [
      { part: 'broken', request: 'john-me' },
      { part: 'held', request: { ...get('/users/me', 'Bearer johndoe'), server: 'signed' } },
    ],
  },
} satisfies Prepared
