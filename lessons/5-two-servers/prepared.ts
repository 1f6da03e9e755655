import type { Prepared } from '../prepared.ts'
import { get } from './requests.ts'

export default {
  comes: { 'who-sees': 'both', 'two-hundred': 'ok', stopped: 'bad-gateway' },
  requests: {
    'small-browser': [{ part: 'cookie', request: 'login' }],
    'hidden-hop': [{ part: 'direct', request: 'auth-me' }],
    'no-cookie': [{ part: 'refused', request: 'me' }],
    'spoilt-cookie': [{ part: 'cleared', request: 'spoilt' }],
    'logout-token': [
      { part: 'out', request: 'logout' },
      {
        part: 'alive',
        request: ({ issued }) => ({
          ...get('auth', '/users/me/'),
          headers: [['Authorization', `Bearer ${issued}`]],
        }),
      },
    ],
  },
} satisfies Prepared
