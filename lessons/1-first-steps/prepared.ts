import type { Prepared } from '../prepared.ts'
import { get, login } from '../requests.ts'

export default {
  comes: { knock: 'unauthorized', 'no-token-yet': 'not-found' },
  requests: {
    invent: [{ part: 'passed', request: get('/items/', 'Bearer made-up') }],
    'wrong-scheme': [{ part: 'refused', request: 'basic' }],
    'two-spellings': [{ part: 'two', request: 'lowercase' }],
    'token-url': [{ part: 'here', request: 'login' }],
    mounted: [
      {
        part: 'below',
        request: { ...login('username=johndoe&password=secret'), server: 'v1' },
      },
    ],
  },
} satisfies Prepared
