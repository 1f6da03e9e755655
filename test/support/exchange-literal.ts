/** Exchanges written down, for tests of what shows them. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Trace } from '../../server/security/trace.ts'

type Parts = Omit<Partial<Exchange>, 'request' | 'response'> & {
  request?: Partial<Exchange['request']>
  response?: Partial<Exchange['response']>
}

/** An exchange with what a test is about; the rest is the refusal of a request without a header. */
export function exchangeWith({ request, response, ...rest }: Parts = {}): Exchange {
  const url = 'http://localhost/lessons/first-steps/api/items/'
  return {
    id: 1,
    lesson: 'first-steps',
    page: 'knock',
    server: 'api',
    mode: 'browser',
    origin: 'bench',
    trace: [],
    at: 0,
    milliseconds: 1,
    ...rest,
    request: { method: 'GET', path: '/items/', url, headers: [], body: '', ...request },
    response: {
      status: 401,
      headers: [['www-authenticate', 'Bearer']],
      body: '{"detail":"Not authenticated"}',
      redirected: false,
      url,
      ...response,
    },
  }
}

/** The trace of a request that the header gate stops. */
export const stoppedAtHeader: Trace = [
  {
    kind: 'received',
    method: 'GET',
    url: '/lessons/first-steps/api/items/?page=2',
    headers: [
      ['accept', '*/*'],
      ['user-agent', 'Mozilla/5.0'],
      ['sec-fetch-mode', 'cors'],
    ],
  },
  {
    kind: 'decided',
    by: 'router',
    gate: 'route',
    pass: true,
    because: 'route-found',
    facts: { route: 'GET /items/' },
  },
  {
    kind: 'decided',
    by: 'OAuth2PasswordBearer',
    gate: 'header',
    pass: false,
    because: 'authorization-missing',
  },
  {
    kind: 'refused',
    status: 401,
    detail: 'Not authenticated',
    because: ['authorization-missing'],
  },
  { kind: 'sent', status: 401, headers: [['www-authenticate', 'Bearer']] },
]
