/** What the code tasks of this lesson ask of the learner's server. */

import { all, answered, authorizationOf, type Check, objectOf } from '../checks.ts'
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

const isJohn: Check = all(answered(200), (exchange) => objectOf(exchange)['username'] === 'johndoe')

const isAlice: Check = all(
  answered(400),
  (exchange) => objectOf(exchange)['detail'] === 'Inactive user',
)

const active: CodeCheck[] = [
  { id: 'login', ask: login('username=johndoe&password=secret'), holds: getsToken },
  {
    id: 'own',
    ask: withTokenOf('login'),
    holds: isJohn,
  },
  { id: 'alice-login', ask: login('username=alice&password=secret2'), holds: getsToken },
  {
    id: 'alice',
    ask: get('/users/me', 'Bearer alice'),
    holds: isAlice,
  },
  {
    id: 'unknown',
    ask: get('/users/me', 'Bearer nobody'),
    holds: isChallenged,
  },
]

/** Ways in which a name can stand in a token, each as text. */
const SPELLINGS: ((name: string) => string)[] = [
  (name) => name,
  (name) => Array.from(name, (letter) => letter.charCodeAt(0).toString(16)).join(''),
  (name) => Array.from(name).toReversed().join(''),
]

/** A token with Alice's name where John's stands; undefined where that stands nowhere. */
function renamed(token: string): string | undefined {
  const spelling = SPELLINGS.find((spell) => token.includes(spell('johndoe')))
  return spelling && token.replace(spelling('johndoe'), spelling('alice'))
}

/** What Base64 says; empty where it is none. */
function decoded(token: string): string {
  try {
    return atob(token)
  } catch {
    return ''
  }
}

/**
 * What a stranger makes of John's token to be Alice, who is logged in too: her name where his stands; where it does
 * not, another letter.
 */
function guessed(login: Exchange | undefined): string {
  const token = (login && issuedBy(login)) ?? ''
  const inside = renamed(decoded(token))
  const half = Math.floor(token.length / 2)
  const other = `${token.slice(0, half)}${token[half] === '0' ? '1' : '0'}${token.slice(half + 1)}`
  return renamed(token) ?? (inside === undefined ? other : btoa(inside))
}

const randomToken: CodeCheck[] = [
  { id: 'login', ask: login('username=johndoe&password=secret'), holds: getsToken },
  { id: 'own', ask: withTokenOf('login'), holds: isJohn },
  {
    id: 'replay',
    ask: ({ attack }) => get('/users/me', attack ? authorizationOf(attack) : 'Bearer johndoe'),
    holds: isChallenged,
  },
  { id: 'alice-login', ask: login('username=alice&password=secret2'), holds: getsToken },
  { id: 'alice', ask: withTokenOf('alice-login'), holds: isAlice },
  { id: 'still', ask: withTokenOf('login'), holds: isJohn },
  {
    id: 'guessed',
    ask: ({ login: came }) => get('/users/me', `Bearer ${guessed(came)}`),
    holds: isChallenged,
  },
  {
    id: 'wrong-password',
    ask: login('username=johndoe&password=incorrect'),
    holds: all(answered(400), (exchange) => issuedBy(exchange) === undefined),
  },
]

export default { active, 'random-token': randomToken } satisfies Record<string, CodeCheck[]>
