/** What the code task of this lesson asks of the learner's server. */

import { all, answered, objectOf } from '../checks.ts'
import { isChallenged } from '../code-checks.ts'
import type { CodeCheck } from '../lesson.ts'
import { get } from '../requests.ts'

const me = (authorization?: string) => get('/users/me', authorization)
const items = (authorization?: string) => get('/users/me/items', authorization)

const isUser = (username: string) =>
  all(answered(200), (exchange) => objectOf(exchange)['username'] === username)

/** Whether items came, and all of them are that user's. */
const areItemsOf = (username: string) =>
  all(answered(200), ({ response }) => {
    const owners = [...response.body.matchAll(/"owner":\s*"([^"]*)"/g)].map(([, owner]) => owner)
    return owners.length > 0 && owners.every((owner) => owner === username)
  })

const dependency: CodeCheck[] = [
  { id: 'me', ask: me('Bearer mina'), holds: isUser('minafakedecoded') },
  { id: 'items', ask: items('Bearer mina'), holds: areItemsOf('minafakedecoded') },
  { id: 'another', ask: items('Bearer jun'), holds: areItemsOf('junfakedecoded') },
  { id: 'missing', ask: items(), holds: isChallenged },
  { id: 'empty', ask: me('Bearer'), holds: isChallenged },
  { id: 'empty-items', ask: items('Bearer'), holds: isChallenged },
]

export default { dependency } satisfies Record<string, CodeCheck[]>
