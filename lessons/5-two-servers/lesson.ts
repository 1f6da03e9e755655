/** Lesson 5: the auth server and the client server. */

import jwt from '../4-jwt/lesson.ts'
import { answered, some } from '../checks.ts'
import type { Gate, Given, Lesson } from '../lesson.ts'
import {
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
  tokenOutlivesLogout,
  turnsCookieIntoHeader,
} from './checks.ts'
import { detectors } from './detectors.ts'
import { form, get, spoilt } from './requests.ts'

/** Who asks for the data, on either client server: both have one handler for two routes. */
const data: Gate[] = [
  { id: 'route', region: 'data' },
  { id: 'handler', region: 'data' },
]

const dataRoutes = { 'GET /test-users-me': data, 'GET /test-users-me-items': data }

/** The login of an earlier page, whose cookie the browser keeps for the servers of one mode. */
const loggedIn: Given = {
  request: 'login',
  has: (journal, mode) => journal.some((one) => one.mode === mode && logsIn('client')(one)),
}

const lesson: Lesson = {
  slug: 'two-servers',
  folder: '5-two-servers',
  minutes: 45,
  servers: {
    client: {
      path: 'client',
      app: 'client',
      role: 'client',
      port: 8001,
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
      port: 8001,
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
    auth: { ...jwt.servers['api']!, path: 'auth', app: '4-jwt/app', role: 'auth', port: 8000 },
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
  deviations: ['login-errors', 'bare-challenge', 'no-challenge', 'no-audience', 'published-key'],
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
      given: loggedIn,
      request: 'me',
      parts: [
        { id: 'data', done: some(turnsCookieIntoHeader) },
        { id: 'direct', done: some(refusedWithoutHeader) },
      ],
    },
    {
      kind: 'wire',
      id: 'no-cookie',
      given: loggedIn,
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
    { kind: 'code', id: 'hop', server: 'client', region: 'data', request: 'me' },
    { kind: 'reading', id: 'own-tab' },
    { kind: 'reading', id: 'original', optional: true },
    { kind: 'reading', id: 'recap' },
  ],
  detectors,
}

export default lesson
