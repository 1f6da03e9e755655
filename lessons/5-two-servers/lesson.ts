/** Lesson 5: the auth server and the client server. */

import { jwt } from '../4-jwt/lesson.ts'
import type { Gate, Lesson, RequestDraft } from '../lesson.ts'
import { login } from '../requests.ts'

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

export const twoServers: Lesson = {
  slug: 'two-servers',
  folder: '5-two-servers',
  servers: {
    client: {
      path: 'client',
      app: 'client',
      pages: true,
      gates: {
        'GET /': [{ id: 'route' }, { id: 'handler' }],
        'POST /get-token': [
          { id: 'route', region: 'login' },
          { id: 'site', region: 'login' },
          { id: 'form', region: 'login' },
          { id: 'handler', region: 'login' },
        ],
        'POST /logout': [
          { id: 'route', region: 'logout' },
          { id: 'site', region: 'logout' },
          { id: 'handler', region: 'logout' },
        ],
        ...dataRoutes,
      },
    },
    faithful: {
      path: 'faithful',
      app: 'faithful',
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
    auth: { ...jwt.servers['api']!, path: 'auth', app: '4-jwt/app' },
  },
  firstRequest: 'login',
  stoppable: true,
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
  },
  kept: ['login-errors', 'no-audience', 'published-key'],
  pages: [
    { kind: 'beat', id: 'requests', request: 'login' },
    { kind: 'beat', id: 'variants', request: 'faithful-login' },
    { kind: 'beat', id: 'recap' },
  ],
  detectors: [],
}
