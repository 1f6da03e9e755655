import { get } from '../5-two-servers/requests.ts'
import type { PreparedRequest, Prepared } from '../prepared.ts'
import { foreignLogin } from './requests.ts'

/** What a thief asks with the token that a script read on a server's page. */
const stolenFrom = (attacked: string): Omit<PreparedRequest, 'part'> => ({
  attacked,
  request: ({ readable }) => ({
    ...get('auth', '/users/me/'),
    headers: [['Authorization', `Bearer ${readable(attacked)}`.trim()]],
  }),
})

/** The login form that a page of somebody else's sends to a server. */
const forgedOn = (attacked: string): Omit<PreparedRequest, 'part'> => ({
  attacked,
  request: { ...foreignLogin('https://prize.example'), server: attacked },
})

const logoutFrom = (site: string) => ({
  ...get('client', '/logout'),
  method: 'POST',
  headers: [['Sec-Fetch-Site', site]] satisfies [string, string][],
})

export default {
  comes: { worth: 'nothing' },
  requests: {
    steal: [
      { part: 'broken', ...stolenFrom('faithful') },
      { request: 'login' },
      { part: 'held', ...stolenFrom('client') },
    ],
    forge: [
      { part: 'broken', ...forgedOn('faithful') },
      { request: 'login' },
      { part: 'held', ...forgedOn('client') },
    ],
    'origin-check': [
      { part: 'foreign', request: logoutFrom('cross-site') },
      { part: 'own', request: logoutFrom('same-origin') },
    ],
  },
} satisfies Prepared
