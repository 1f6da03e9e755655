/** What the code task of this lesson asks of the learner's server. */

import { all, answered, objectOf } from '../checks.ts'
import { isChallenged } from '../code-checks.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { CodeCheck } from '../lesson.ts'
import { get } from '../requests.ts'

/** Every character that a token may have (RFC 6750 section 2.1). */
const ODD = 'Mixed.CASE-0_9~+/bearer=='

const items = (authorization?: string) => get('/items/', authorization)

const hasToken = (token: string) =>
  all(answered(200), (exchange: Exchange) => objectOf(exchange)['token'] === token)

const guard: CodeCheck[] = [
  { id: 'passes', ask: items('Bearer foobar'), holds: hasToken('foobar') },
  { id: 'missing', ask: items(), holds: isChallenged },
  { id: 'basic', ask: items('Basic am9obmRvZTpzZWNyZXQ='), holds: isChallenged },
  { id: 'glued', ask: items('Bearerfoobar'), holds: isChallenged },
  { id: 'case', ask: items('bEARER foobar'), holds: hasToken('foobar') },
  { id: 'exact', ask: items(`Bearer ${ODD}`), holds: hasToken(ODD) },
  { id: 'empty', ask: items('Bearer'), holds: hasToken('') },
  { id: 'rest', ask: items('Bearer Bearer foobar'), holds: hasToken('Bearer foobar') },
]

export default { guard } satisfies Record<string, CodeCheck[]>
