/** Attacks on steps served alone: every one is answered as it must be, and the next client is served. */

import { describe, expect, test } from 'vitest'
import { askRaw } from '../support/raw-http.ts'
import { askWith, requestsOf } from './attacks/build.ts'
import { type Attack, readAttacks } from './attacks/cases.ts'
import { faultsOf } from './attacks/faults.ts'
import { sendAttack } from './attacks/send.ts'
import { partsOf, TAMPERED } from './attacks/tampered.ts'
import { goesOn, servedAlone, signedToken, type Target } from './attacks/targets.ts'

const FILES = {
  'a token': 'jwt',
  'an Authorization header': 'auth',
  'a form': 'form',
  'naughty strings': 'naughty-strings',
  'bytes of HTTP': 'http',
  'a rule of OAuth': 'conf',
}

/** Passwords shorter than this may stand in an answer by chance. */
const TELLING = 5

/** Sends all variants of an attack; says of each what is wrong. */
async function attacked(target: Target, attack: Attack): Promise<string[]> {
  const { status, mayClose, hangsUp = false, form = [], variants = [] } = attack
  const secrets = form
    .filter(([name]) => name === 'password' || name === 'client_secret')
    .flatMap(([, value]) => (value === '{{variant}}' ? variants : value))
    .filter((value) => typeof value === 'string')
    .filter((value) => value.length >= TELLING)
  const found: string[] = []
  for (const [variant, bytes] of requestsOf(attack, target)) {
    const answer = await sendAttack(target.port, bytes, { hangsUp })
    const faults = faultsOf({ bytes, status, mayClose, secrets }, answer)
    found.push(...faults.map((fault) => (variant ? `${JSON.stringify(variant)}: ${fault}` : fault)))
  }
  return found
}

const sentence = ({ id, title, status }: Attack): string =>
  `${id}, ${title}: ${status ? status.join(' or ') : 'no harm'}`

const rows = (attacks: Attack[]) => attacks.map((attack) => [sentence(attack), attack] as const)

const attacksAt = (first: boolean, file: string) =>
  readAttacks(file).filter(({ at }) => (at === 'first') === first)

/** Where a token is a user's name, no token of three parts is one. */
const refused = (attack: Attack): Attack =>
  attack.token && attack.status?.includes(200) ? { ...attack, status: [401] } : attack

describe.each([
  { lesson: 'jwt', me: '/users/me/', otherMe: '/users/me', token: signedToken, known: true },
  {
    lesson: 'password-flow',
    me: '/users/me',
    otherMe: '/users/me/',
    token: () => 'johndoe',
    known: false,
  },
])('$lesson', ({ known, ...options }) => {
  const target = servedAlone(options)
  goesOn(target)

  test('a login opens the guarded route, so that all below could', async () => {
    const { status, body } = await askRaw(target.port, {
      method: 'POST',
      path: '/token',
      headers: [['Content-Type', 'application/x-www-form-urlencoded']],
      body: 'grant_type=password&username=johndoe&password=secret',
    })
    expect(status).toBe(200)
    const { access_token: token } = JSON.parse(body.toString()) as { access_token: string }
    const answer = await sendAttack(target.port, askWith(`Bearer ${token}`, target.me))
    expect(answer?.toString()).toContain('johndoe@example.com')
  })

  test(`a token made by hand with the published key is answered ${known ? 200 : 401}`, async () => {
    const attack = { id: '', title: '', token: {}, status: [known ? 200 : 401] }
    expect(await attacked(target, attack)).toEqual([])
  })

  describe.each(Object.entries(FILES))('%s', (_, file) => {
    const attacks = attacksAt(false, file).map((attack) => (known ? attack : refused(attack)))
    test.each(rows(attacks))('%s', async (_, attack) => {
      expect(await attacked(target, attack)).toEqual([])
    })
  })

  describe('a good token, tampered with', () => {
    test.each(TAMPERED)('%s, %s: 401', async (_id, _title, tamper) => {
      const bytes = askWith(`Bearer ${tamper(partsOf(await signedToken()))}`, target.me)
      const answer = await sendAttack(target.port, bytes)
      expect(faultsOf({ bytes, status: [401] }, answer)).toEqual([])
    })
  })
})

describe('first-steps', () => {
  const target = servedAlone({
    lesson: 'first-steps',
    me: '/items/',
    otherMe: '/items',
    token: () => 'x',
  })
  goesOn(target)

  test.each(rows(attacksAt(true, 'auth')))('%s', async (_, attack) => {
    expect(await attacked(target, attack)).toEqual([])
  })
})
