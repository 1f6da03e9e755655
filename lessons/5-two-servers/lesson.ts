/** Lesson 5: the auth server and the client server. */

import { jwt } from '../4-jwt/lesson.ts'
import { answered, some } from '../checks.ts'
import { allPlayed } from '../attacks.ts'
import type { AttackRow, Gate, Lesson, RequestDraft } from '../lesson.ts'
import { login } from '../requests.ts'
import {
  forgeryHeld,
  forgeryObeyed,
  logsIn,
  logsInWithNobodyUpstream,
  logsInWithPassword,
  logsOut,
  logsOutAfterLogin,
  opensForm,
  passwordSeenBy,
  refusedAfterLogout,
  refusedAndCleared,
  refusedBehindFaithful,
  refusedWithoutHeader,
  scriptHeld,
  tokenOutlivesLogout,
  tokenStolen,
  turnsCookieIntoHeader,
} from './checks.ts'
import { detectors } from './detectors.ts'

/** Who asks for the data, on either client server: both have one handler for two routes. */
const data: Gate[] = [
  { id: 'route', region: 'data' },
  { id: 'handler', region: 'data' },
]

const dataRoutes = { 'GET /test-users-me': data, 'GET /test-users-me-items': data }

const form = (server: string, body: string): RequestDraft => ({
  ...login(body),
  server,
  path: '/get-token',
})

const get = (server: string, path: string): RequestDraft => ({
  server,
  method: 'GET',
  path,
  headers: [],
  body: '',
})

/** Data asked with a token that no auth server made. */
const spoilt = (server: string): RequestDraft => ({
  ...get(server, '/test-users-me'),
  headers: [['Cookie', 'jwt_token=a.b.c']],
})

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

export const twoServers: Lesson = {
  slug: 'two-servers',
  folder: '5-two-servers',
  servers: {
    client: {
      path: 'client',
      app: 'client',
      role: 'client',
      calls: 'auth',
      cookie: 'jwt_token',
      pages: true,
      gates: {
        'GET /': [{ id: 'route' }, { id: 'handler' }],
        'POST /get-token': [
          { id: 'route', region: 'login' },
          { id: 'origin', region: 'login' },
          { id: 'form', region: 'login' },
          { id: 'handler', region: 'login' },
        ],
        'POST /logout': [
          { id: 'route', region: 'logout' },
          { id: 'origin', region: 'logout' },
          { id: 'handler', region: 'logout' },
        ],
        ...dataRoutes,
      },
    },
    faithful: {
      path: 'faithful',
      app: 'faithful',
      role: 'client',
      calls: 'auth',
      cookie: 'jwt_token',
      pages: true,
      weak: true,
      gates: {
        'GET /': [{ id: 'route' }, { id: 'handler' }],
        'POST /get-token': [
          { id: 'route', region: 'login' },
          { id: 'form', region: 'login' },
          { id: 'handler', region: 'login' },
        ],
        ...dataRoutes,
      },
    },
    // The server of lesson 4, as it stands there.
    auth: { ...jwt.servers['api']!, path: 'auth', app: '4-jwt/app', role: 'auth' },
  },
  firstRequest: 'login',
  clock: true,
  requests: {
    page: get('client', '/'),
    login: form('client', 'username=johndoe&password=secret'),
    'wrong-password': form('client', 'username=johndoe&password=incorrect'),
    me: get('client', '/test-users-me'),
    items: get('client', '/test-users-me-items'),
    logout: { ...get('client', '/logout'), method: 'POST' },
    'faithful-login': form('faithful', 'username=johndoe&password=secret'),
    'faithful-me': get('faithful', '/test-users-me'),
    spoilt: spoilt('client'),
    'faithful-spoilt': spoilt('faithful'),
    'auth-me': get('auth', '/users/me/'),
  },
  kept: ['login-errors', 'no-audience', 'published-key'],
  pages: [
    {
      kind: 'predict',
      id: 'who-sees',
      request: 'login',
      options: [
        { id: 'client', right: passwordSeenBy(true, false) },
        { id: 'auth', right: passwordSeenBy(false, true) },
        { id: 'both', right: passwordSeenBy(true, true) },
      ],
      asked: logsInWithPassword,
    },
    {
      kind: 'wire',
      id: 'small-browser',
      request: 'page',
      place: 'pane',
      parts: [
        { id: 'form', done: some(opensForm) },
        { id: 'cookie', done: some(logsIn('client')) },
      ],
    },
    {
      kind: 'wire',
      id: 'hidden-hop',
      request: 'me',
      parts: [
        { id: 'data', done: some(turnsCookieIntoHeader) },
        { id: 'direct', done: some(refusedWithoutHeader) },
      ],
    },
    {
      kind: 'wire',
      id: 'no-cookie',
      request: 'logout',
      parts: [
        { id: 'out', done: some(logsOut) },
        { id: 'refused', done: refusedAfterLogout, needs: { part: 'out', request: 'login' } },
      ],
    },
    {
      kind: 'wire',
      id: 'spoilt-cookie',
      request: 'me',
      parts: [{ id: 'cleared', done: some(refusedAndCleared) }],
    },
    {
      kind: 'predict',
      id: 'two-hundred',
      request: 'faithful-spoilt',
      options: [
        { id: 'ok', right: answered(200) },
        { id: 'unauthorized', right: answered(401) },
        { id: 'bad-gateway', right: answered(502) },
      ],
      asked: refusedBehindFaithful,
    },
    {
      kind: 'predict',
      id: 'stopped',
      request: 'login',
      stopped: true,
      options: [
        { id: 'ok', right: answered(200) },
        { id: 'unauthorized', right: answered(401) },
        { id: 'bad-gateway', right: answered(502) },
      ],
      asked: logsInWithNobodyUpstream,
    },
    {
      kind: 'wire',
      id: 'logout-token',
      request: 'login',
      parts: [
        { id: 'in', done: some(logsIn('client')) },
        { id: 'out', done: logsOutAfterLogin, needs: { part: 'in', request: 'login' } },
        { id: 'alive', done: tokenOutlivesLogout, needs: { part: 'out', request: 'logout' } },
      ],
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
