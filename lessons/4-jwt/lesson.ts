/** Lesson 4: a token that proves itself. */

import type { Gate, Lesson } from '../lesson.ts'
import { get, login } from '../requests.ts'

/** What stands before both routes that show a user's data. */
const guards: Gate[] = [
  { id: 'header', region: 'scheme' },
  { id: 'scheme', region: 'scheme' },
  { id: 'token', region: 'scheme' },
  { id: 'parts', region: 'current-user' },
  { id: 'jose-header', region: 'current-user' },
  { id: 'algorithm', region: 'current-user' },
  { id: 'signature', region: 'current-user' },
  { id: 'expiry', region: 'current-user' },
  { id: 'subject', region: 'current-user' },
  { id: 'user', region: 'current-user' },
  { id: 'activeUser', region: 'active-user' },
]

export const jwt: Lesson = {
  slug: 'jwt',
  folder: '4-jwt',
  servers: {
    api: {
      path: 'api',
      app: 'app',
      gates: {
        'POST /token': [
          { id: 'route', region: 'login' },
          { id: 'form', region: 'login' },
          { id: 'handler', region: 'login' },
        ],
        'GET /users/me/': [
          { id: 'route', region: 'me' },
          ...guards,
          { id: 'handler', region: 'me' },
        ],
        'GET /users/me/items/': [
          { id: 'route', region: 'items' },
          ...guards,
          { id: 'handler', region: 'items' },
        ],
      },
    },
  },
  firstRequest: 'login',
  clock: true,
  requests: {
    login: login('username=johndoe&password=secret'),
    'wrong-password': login('username=johndoe&password=incorrect'),
    'wrong-user': login('username=nobody&password=secret'),
    me: get('/users/me/'),
    items: get('/users/me/items/'),
    garbage: get('/users/me/', 'Bearer a.b.c'),
  },
  kept: [
    'grant-type-optional',
    'last-field-counts',
    'multipart-accepted',
    'login-errors',
    'bare-challenge',
    'no-audience',
    'published-key',
  ],
  pages: [
    { kind: 'beat', id: 'requests', request: 'login' },
    { kind: 'beat', id: 'refusals', request: 'wrong-password' },
    { kind: 'beat', id: 'recap' },
  ],
  detectors: [],
}
