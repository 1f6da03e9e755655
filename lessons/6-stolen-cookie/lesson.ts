/** Lesson 6: two attacks on a login that is kept in a cookie, and what stops them. */

import { logsIn } from '../5-two-servers/checks.ts'
import twoServers from '../5-two-servers/lesson.ts'
import { form, get, spoilt } from '../5-two-servers/requests.ts'
import { allPlayed } from '../attacks.ts'
import { some } from '../checks.ts'
import type { AttackRow, Lesson } from '../lesson.ts'
import {
  cookieSays,
  forgeryHeld,
  forgeryObeyed,
  ownFormTaken,
  scriptHeld,
  strangersFormRefused,
  tokenStolen,
} from './checks.ts'
import { detectors } from './detectors.ts'
import { type Draft, foreignLogin, fromOtherSite } from './requests.ts'

const { client, faithful, auth } = twoServers.servers

const data = get('faithful', '/test-users-me')

/** Both client servers, the vulnerable one first. */
const onBoth = (id: string, { method, path, headers, body }: Draft): AttackRow => ({
  id,
  servers: ['faithful', 'client'],
  draft: { method, path, headers, body },
})

/** What a page of somebody else's can do in one request, on both client servers. */
const attacks: AttackRow[] = [
  onBoth('foreign-login', foreignLogin('https://prize.example')),
  // What a browser says of a page that has no origin to name, such as one in a sandbox.
  onBoth('nameless-login', foreignLogin('null')),
  onBoth('frame', fromOtherSite(data, 'iframe')),
  { ...onBoth('link', fromOtherSite(data, 'document')), harmless: true },
  onBoth('spoilt-token', spoilt('faithful')),
]

const lesson: Lesson = {
  slug: 'stolen-cookie',
  folder: '6-stolen-cookie',
  minutes: 35,
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
    logout: { ...get('client', '/logout'), method: 'POST' },
    'faithful-login': form('faithful', 'username=johndoe&password=secret'),
    'faithful-me': get('faithful', '/test-users-me'),
  },
  deviations: ['published-key'],
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
      sends: foreignLogin('https://prize.example'),
      hardened: 'client',
      parts: [
        { id: 'broken', done: some(forgeryObeyed) },
        { id: 'held', done: forgeryHeld },
      ],
    },
    {
      kind: 'wire',
      id: 'origin-check',
      request: 'logout',
      parts: [
        { id: 'foreign', done: some(strangersFormRefused) },
        { id: 'own', done: some(ownFormTaken) },
      ],
    },
    { kind: 'reading', id: 'compare', parts: [{ id: 'played', done: allPlayed(attacks) }] },
    { kind: 'code', id: 'defend', server: 'faithful', region: 'login', request: 'faithful-login' },
    { kind: 'reading', id: 'more' },
    { kind: 'reading', id: 'recap' },
  ],
  attacks,
  detectors,
}

export default lesson
