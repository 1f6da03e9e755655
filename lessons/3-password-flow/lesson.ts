/** Lesson 3: a password for a token. */

import jwt from '../4-jwt/lesson.ts'
import { some } from '../checks.ts'
import type { Gate, Lesson } from '../lesson.ts'
import { get, login } from '../requests.ts'
import {
  asksForJohn,
  carriesAwkwardPassword,
  detectors,
  docsGetToken,
  getsToken,
  inactiveRefused,
  keepsHash,
  leaksHash,
  loginRefused,
  MIRROR,
  mirrorsAwkward,
  missesBothThoughWritten,
  missesOne,
  readsJohnByName,
  setsCookie,
  signedRefusesReplay,
  tellsUser,
  tokenRefused,
  usesTokenOf,
} from './checks.ts'

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

const lesson: Lesson = {
  slug: 'password-flow',
  folder: '3-password-flow',
  minutes: 40,
  servers: {
    api: { path: 'api', app: 'app', gates },
    // Answers as the tutorial's own server does: with everything it knows of a user.
    leaky: { path: 'leaky', app: 'leaky', gates, weak: true },
    // The server of lesson 4, as it stands there: its tokens can be checked.
    signed: { ...jwt.servers['api']!, path: 'signed', app: '4-jwt/app' },
  },
  firstRequest: 'login',
  requests: {
    login: login('username=johndoe&password=secret'),
    me: get('/users/me'),
    'no-password': login('username=johndoe'),
    json: {
      ...login('{"username":"johndoe","password":"secret"}'),
      headers: [['Content-Type', 'application/json']],
    },
    mirror: login(MIRROR),
    'wrong-password': login('username=johndoe&password=incorrect'),
    'alice-login': login('username=alice&password=secret2'),
    'alice-me': get('/users/me', 'Bearer alice'),
    nobody: get('/users/me', 'Bearer nobody'),
    'john-me': get('/users/me', 'Bearer johndoe'),
    leak: { ...get('/users/me', 'Bearer johndoe'), server: 'leaky' },
  },
  deviations: ['grant-type-optional', 'last-field-counts', 'multipart-accepted', 'login-errors'],
  pages: [
    {
      kind: 'predict',
      id: 'login',
      request: 'login',
      options: [
        { id: 'token', right: getsToken },
        { id: 'cookie', right: setsCookie },
        { id: 'user', right: tellsUser },
      ],
      asked: asksForJohn,
    },
    {
      kind: 'wire',
      id: 'use',
      request: 'login',
      parts: [
        { id: 'login', done: some(getsToken) },
        {
          id: 'used',
          done: usesTokenOf(getsToken),
          needs: { part: 'login', request: 'login' },
        },
      ],
    },
    {
      kind: 'wire',
      id: 'docs',
      request: 'me',
      place: 'docs',
      parts: [
        { id: 'login', done: some(docsGetToken) },
        { id: 'used', done: usesTokenOf(docsGetToken), needs: { part: 'login' } },
      ],
    },
    {
      kind: 'wire',
      id: 'missing',
      request: 'login',
      parts: [
        { id: 'one', done: some(missesOne) },
        { id: 'both', done: some(missesBothThoughWritten) },
      ],
    },
    {
      kind: 'wire',
      id: 'encoding',
      optional: true,
      request: 'mirror',
      parts: [
        { id: 'mirror', done: some(mirrorsAwkward) },
        { id: 'password', done: some(carriesAwkwardPassword) },
      ],
    },
    {
      kind: 'wire',
      id: 'refusals',
      request: 'login',
      parts: [
        { id: 'login', done: some(loginRefused) },
        { id: 'token', done: some(tokenRefused) },
        { id: 'inactive', done: some(inactiveRefused) },
      ],
    },
    {
      kind: 'wire',
      id: 'leak',
      request: 'john-me',
      parts: [
        { id: 'kept', done: some(keepsHash) },
        { id: 'told', done: some(leaksHash) },
      ],
    },
    {
      kind: 'break',
      id: 'break',
      request: 'me',
      parts: [
        { id: 'broken', done: some(readsJohnByName) },
        {
          id: 'held',
          done: signedRefusesReplay,
          needs: { part: 'broken', request: 'john-me' },
        },
      ],
      hardened: 'signed',
    },
    {
      kind: 'code',
      id: 'random-token',
      server: 'api',
      region: 'decode',
      request: 'john-me',
      replays: 'break',
      optional: true,
    },
    { kind: 'code', id: 'active', server: 'api', region: 'active-user', request: 'alice-me' },
    { kind: 'reading', id: 'recap', request: 'login' },
  ],
  detectors,
}

export default lesson
