/** Attacks on the client servers, before an auth server that is as it should be: each is answered as it must be. */

import { describe, expect, test } from 'vitest'
import { requestsOf, showCookie } from './attacks/build.ts'
import { readAttacks } from './attacks/cases.ts'
import { withPatience } from '../support/patience.ts'
import { type ClientAttack, clientFaultsOf } from './attacks/client-faults.ts'
import { sendAttack } from './attacks/send.ts'
import { goesOn, servedAlone, signedToken } from './attacks/targets.ts'

const attacks = readAttacks('client') as ClientAttack[]

const sentence = ({ id, title, status }: ClientAttack) => `${id}, ${title}: ${status.join(' or ')}`

/** What the faithful server is held to: it is let off what the tutorial's own falls to. */
const ofFaithful = ({ faithful, ...attack }: ClientAttack): ClientAttack[] =>
  faithful === null ? [] : [{ ...attack, status: faithful ?? attack.status }]

describe.each([
  { lesson: 'two-servers', cases: attacks },
  { lesson: 'two-servers/faithful', cases: attacks.flatMap(ofFaithful) },
])('$lesson', ({ lesson, cases }) => {
  withPatience()
  const auth = servedAlone({
    lesson: 'two-servers/auth',
    me: '/users/me/',
    otherMe: '/users/me',
    token: signedToken,
  })
  const client = servedAlone({
    lesson,
    me: '/test-users-me',
    otherMe: '/test-users-me/',
    token: signedToken,
    shown: showCookie,
    authServerUrl: () => `http://${auth.host}`,
  })
  goesOn(auth)
  goesOn(client)

  test('a good token in the cookie opens the data, so that all below could', async () => {
    const answer = await sendAttack(client.port, showCookie(client.good, client.me))
    expect(answer?.toString()).toContain('johndoe@example.com')
  })

  test.each(cases.map((attack) => [sentence(attack), attack] as const))('%s', async (_, attack) => {
    for (const [, bytes] of requestsOf(attack, client)) {
      const answer = await sendAttack(client.port, bytes)
      expect(clientFaultsOf(attack, bytes, answer)).toEqual([])
    }
  })
})
