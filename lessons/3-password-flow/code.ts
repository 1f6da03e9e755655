/** What the code task of this lesson asks of the learner's server. */

import { all, answered, objectOf } from '../checks.ts'
import { isChallenged } from '../code-checks.ts'
import { issuedBy } from '../exchange/access-token.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { CodeCheck } from '../lesson.ts'
import { get, login } from '../requests.ts'

const getsToken = all(answered(200), (exchange) => issuedBy(exchange) !== undefined)

/** Asks for the data of whoever logged in for an earlier check. */
const withTokenOf = (id: string) => (earlier: Record<string, Exchange>) => {
  const came = earlier[id]
  return get('/users/me', `Bearer ${(came && issuedBy(came)) ?? ''}`.trim())
}

const active: CodeCheck[] = [
  { id: 'login', ask: login('username=johndoe&password=secret'), holds: getsToken },
  {
    id: 'own',
    ask: withTokenOf('login'),
    holds: all(answered(200), (exchange) => objectOf(exchange)['username'] === 'johndoe'),
  },
  { id: 'alice-login', ask: login('username=alice&password=secret2'), holds: getsToken },
  {
    id: 'alice',
    ask: get('/users/me', 'Bearer alice'),
    holds: all(answered(400), (exchange) => objectOf(exchange)['detail'] === 'Inactive user'),
  },
  {
    id: 'unknown',
    ask: get('/users/me', 'Bearer nobody'),
    holds: isChallenged,
  },
]

export default { active } satisfies Record<string, CodeCheck[]>
