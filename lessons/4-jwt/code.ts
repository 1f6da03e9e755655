/** What the code task of this lesson asks of the learner's server. */

import { all, answered } from '../checks.ts'
import { isChallenged, isKeptOut } from '../code-checks.ts'
import { base64url, forge, withPart } from '../contract/forge.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { CodeCheck } from '../lesson.ts'
import { issuedBy } from '../exchange/access-token.ts'
import { get, login } from '../requests.ts'

/** A token's claims; they count until the year 2100. */
const claims = (sub: string, exp = 4_102_444_800) => JSON.stringify({ sub, exp })

const me = (token: string) => get('/users/me/', `Bearer ${token}`)

const isOfJohn = all(answered(200), ({ response }) => /"username":\s*"johndoe"/.test(response.body))

/** The token that the server itself gave out for an earlier check. */
const tokenOf = (exchange: Exchange | undefined): string => (exchange && issuedBy(exchange)) ?? ''

const verify: CodeCheck[] = [
  {
    id: 'login',
    ask: login('username=johndoe&password=secret'),
    holds: (exchange) => answered(200)(exchange) && tokenOf(exchange) !== '',
  },
  { id: 'own', ask: ({ login: came }) => me(tokenOf(came)), holds: isOfJohn },
  {
    id: 'signature',
    ask: async () =>
      me(withPart(await forge({ payload: claims('nari') }), 1, () => base64url(claims('johndoe')))),
    holds: isKeptOut,
  },
  {
    id: 'key',
    ask: async () => me(await forge({ payload: claims('johndoe'), key: 'somebody else’s key' })),
    holds: isKeptOut,
  },
  {
    id: 'none',
    ask: async () =>
      me(
        withPart(
          await forge({ payload: claims('johndoe'), header: '{"alg":"none","typ":"JWT"}' }),
          2,
          () => '',
        ),
      ),
    holds: isKeptOut,
  },
  {
    id: 'algorithm',
    ask: async () =>
      me(
        await forge({
          payload: claims('johndoe'),
          header: '{"alg":"HS512","typ":"JWT"}',
          hash: 'SHA-512',
        }),
      ),
    holds: isKeptOut,
  },
  {
    id: 'expired',
    ask: async () => me(await forge({ payload: claims('johndoe', 1_700_000_000) })),
    holds: isKeptOut,
  },
  {
    id: 'user',
    ask: async () => me(await forge({ payload: claims('nari') })),
    holds: answered(401),
  },
  { id: 'no-token', ask: me('foobar'), holds: answered(401) },
  {
    id: 'challenge',
    ask: async () => me(await forge({ payload: claims('johndoe'), key: 'somebody else’s key' })),
    holds: isChallenged,
  },
]

export default { verify } satisfies Record<string, CodeCheck[]>
