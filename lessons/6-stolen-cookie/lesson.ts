/** Lesson 6: two attacks on a cookie, and what holds against them. */

import { logsIn } from '../5-two-servers/checks.ts'
import twoServers from '../5-two-servers/lesson.ts'
import { form, get, spoilt } from '../5-two-servers/requests.ts'
import { allPlayed } from '../attacks.ts'
import { some } from '../checks.ts'
import type { RequestDraft } from '../exchange/exchange.ts'
import type { AttackRow, Lesson } from '../lesson.ts'
import { cookieSays, forgeryHeld, forgeryObeyed, scriptHeld, tokenStolen } from './checks.ts'
import { detectors } from './detectors.ts'

const { client, faithful, auth } = twoServers.servers

/** A login that a page of somebody else's sends, as a browser says so in its headers. */
const foreignLogin = (origin: string): RequestDraft => {
  const draft = form('faithful', 'username=johndoe&password=secret')
  const said: RequestDraft['headers'] = [
    ['Origin', origin],
    ['Sec-Fetch-Site', 'cross-site'],
  ]
  return { ...draft, headers: [...draft.headers, ...said] }
}

/** Both client servers, the weak one first. */
const onBoth = (id: string, { method, path, headers, body }: RequestDraft) => ({
  id,
  servers: ['faithful', 'client'] as [string, string],
  draft: { method, path, headers, body },
})

/** What a foreign page can do in one request, on both client servers. */
const attacks: AttackRow[] = [
  onBoth('frame', {
    ...get('faithful', '/test-users-me'),
    headers: [['Sec-Fetch-Site', 'cross-site']],
  }),
  onBoth('foreign-login', foreignLogin('https://prize.example')),
  // What a browser says of a page that has no origin to name, such as one in a sandbox.
  onBoth('nameless-login', foreignLogin('null')),
  onBoth('spoilt-token', spoilt('faithful')),
  onBoth('half-login', form('faithful', 'username=johndoe')),
]

const lesson: Lesson = {
  slug: 'stolen-cookie',
  folder: '6-stolen-cookie',
  // The servers of lesson 5, as they stand there.
  servers: {
    client: { ...client!, app: '5-two-servers/client' },
    faithful: { ...faithful!, app: '5-two-servers/faithful' },
    auth: auth!,
  },
  firstRequest: 'faithful-login',
  requests: {
    login: form('client', 'username=johndoe&password=secret'),
    me: get('client', '/test-users-me'),
    'faithful-login': form('faithful', 'username=johndoe&password=secret'),
    'faithful-me': get('faithful', '/test-users-me'),
  },
  kept: ['published-key'],
  pages: [
    {
      kind: 'predict',
      id: 'worth',
      request: 'faithful-login',
      options: [
        { id: 'nothing', right: cookieSays() },
        { id: 'http-only', right: cookieSays('httponly') },
        { id: 'both', right: cookieSays('httponly', 'samesite') },
      ],
      asked: logsIn('faithful'),
    },
    {
      kind: 'break',
      id: 'steal',
      request: 'faithful-login',
      play: 'script',
      hardened: 'client',
      parts: [
        { id: 'broken', done: some(tokenStolen) },
        { id: 'held', done: scriptHeld },
      ],
    },
    {
      kind: 'break',
      id: 'forge',
      request: 'faithful-login',
      play: 'form',
      hardened: 'client',
      parts: [
        { id: 'broken', done: some(forgeryObeyed) },
        { id: 'held', done: forgeryHeld },
      ],
    },
    { kind: 'beat', id: 'compare', parts: [{ id: 'played', done: allPlayed(attacks) }] },
    { kind: 'beat', id: 'recap' },
  ],
  attacks,
  detectors,
}

export default lesson
