/** What the code tasks of this lesson ask of the learner's server. */

import { all, answered, tokenOf as carriedBy } from '../checks.ts'
import { isChallenged, isKeptOut } from '../code-checks.ts'
import { base64url, forge, TUTORIAL_KEY, withPart } from '../contract/forge.ts'
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

const logsIn: CodeCheck[] = [
  {
    id: 'login',
    ask: login('username=johndoe&password=secret'),
    holds: (exchange) => answered(200)(exchange) && tokenOf(exchange) !== '',
  },
  { id: 'own', ask: ({ login: came }) => me(tokenOf(came)), holds: isOfJohn },
]

const verify: CodeCheck[] = [
  ...logsIn,
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

/** Claims as the server writes them itself. */
const ordinary = () => claims('johndoe', Math.floor(Date.now() / 1000) + 600)

const ownKey: CodeCheck[] = [
  ...logsIn,
  {
    id: 'replay',
    ask: async ({ attack }) =>
      me(
        attack
          ? carriedBy(attack)
          : await forge({ payload: '{"sub":"johndoe","exp":4102444800,"role":"admin"}' }),
      ),
    holds: isChallenged,
  },
  {
    id: 'published',
    ask: async () => me(await forge({ payload: ordinary() })),
    holds: isChallenged,
  },
  {
    id: 'capitals',
    ask: async () => me(await forge({ payload: ordinary(), key: TUTORIAL_KEY.toUpperCase() })),
    holds: isChallenged,
  },
  {
    id: 'guessed',
    ask: async () => me(await forge({ payload: ordinary(), key: 'secret' })),
    holds: isChallenged,
  },
  {
    id: 'wrong-password',
    ask: login('username=johndoe&password=incorrect'),
    holds: all(answered(401), (exchange) => tokenOf(exchange) === ''),
  },
]

export default { verify, 'own-key': ownKey } satisfies Record<string, CodeCheck[]>
