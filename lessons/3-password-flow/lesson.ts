/** Lesson 3: a password for a token. */

import type { Gate, Lesson } from '../lesson.ts'
import { get, login } from '../requests.ts'

const gates: Record<string, Gate[]> = {
  'POST /token': [
    { id: 'route', region: 'login' },
    { id: 'form', region: 'login' },
    { id: 'handler', region: 'login' },
  ],
  'GET /users/me': [
    { id: 'route', region: 'route' },
    { id: 'header', region: 'scheme' },
    { id: 'scheme', region: 'scheme' },
    { id: 'token', region: 'scheme' },
    { id: 'user', region: 'current-user' },
    { id: 'activeUser', region: 'active-user' },
    { id: 'handler', region: 'handler' },
  ],
}

/** The variant's own source has its route alone; the guards are those of the app beside it. */
const leakyGates: Record<string, Gate[]> = {
  'GET /users/me': gates['GET /users/me']!.map(({ id }) =>
    id === 'route' || id === 'handler' ? { id, region: id } : { id },
  ),
}

export const passwordFlow: Lesson = {
  slug: 'password-flow',
  folder: '3-password-flow',
  servers: {
    api: { path: 'api', app: 'app', gates },
    // Answers as the tutorial's own server does: with everything it knows of a user.
    leaky: { path: 'leaky', app: 'leaky', gates: leakyGates, weak: true },
  },
  firstRequest: 'login',
  requests: {
    login: login('username=johndoe&password=secret'),
    'wrong-password': login('username=johndoe&password=incorrect'),
    'no-password': login('username=johndoe'),
    'alice-login': login('username=alice&password=secret2'),
    me: get('/users/me', 'Bearer johndoe'),
    'alice-me': get('/users/me', 'Bearer alice'),
    leak: { ...get('/users/me', 'Bearer johndoe'), server: 'leaky' },
  },
  kept: ['grant-type-optional', 'last-field-counts', 'multipart-accepted', 'login-errors'],
  pages: [
    { kind: 'beat', id: 'requests', request: 'login' },
    { kind: 'beat', id: 'variants', request: 'alice-login' },
    { kind: 'beat', id: 'recap' },
  ],
  detectors: [],
}
