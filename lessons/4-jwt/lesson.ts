/** Lesson 4: a token that proves itself. */

import { all, answered, passed, some, stoppedAt } from '../checks.ts'
import type { Gate, Given, Lesson } from '../lesson.ts'
import { get, login } from '../requests.ts'
import {
  asksWith,
  detectors,
  failsByLength,
  failsByName,
  failsByPassword,
  forgesClaim,
  getsDataWithToken,
  holdsAgainstReplay,
  isExpired,
  issuesName,
  issuesOneWord,
  issuesThreeParts,
  issuesToken,
  opensWithOwnToken,
  passesInLastMinute,
  subjectRead,
} from './checks.ts'
import { FOUND, MILLISECONDS, RESPELLED } from './tokens.ts'

/** What stands before every route that shows a user's data. */
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

const gates: Record<string, Gate[]> = {
  'POST /token': [
    { id: 'route', region: 'login' },
    { id: 'form', region: 'login' },
    { id: 'handler', region: 'login' },
  ],
  'GET /users/me/': [{ id: 'route', region: 'me' }, ...guards, { id: 'handler', region: 'me' }],
  'GET /users/me/items/': [
    { id: 'route', region: 'items' },
    ...guards,
    { id: 'handler', region: 'items' },
  ],
}

/** The login of an earlier page, whose token is used. */
const loggedIn: Given = { request: 'login', has: some(issuesToken) }

const lesson: Lesson = {
  slug: 'jwt',
  folder: '4-jwt',
  minutes: 55,
  servers: {
    api: {
      path: 'api',
      app: 'app',
      publishedKey: true,
      gates,
    },
    // The same checks with a key that is nobody else's.
    secret: {
      path: 'secret',
      app: 'secret',
      secretKey: true,
      gates,
    },
  },
  firstRequest: 'login',
  clock: true,
  requests: {
    login: login('username=johndoe&password=secret'),
    'wrong-password': login('username=johndoe&password=incorrect'),
    'wrong-user': login('username=nobody&password=secret'),
    'long-password': login(`username=johndoe&password=${'secret'.repeat(13)}`),
    me: get('/users/me/'),
    items: get('/users/me/items/'),
    found: get('/users/me/', `Bearer ${FOUND}`),
    'last-letter': get('/users/me/', `Bearer ${RESPELLED}`),
    milliseconds: get('/users/me/', `Bearer ${MILLISECONDS}`),
  },
  deviations: [
    'grant-type-optional',
    'last-field-counts',
    'multipart-accepted',
    'login-errors',
    'bare-challenge',
    'no-audience',
    'published-key',
  ],
  pages: [
    {
      kind: 'predict',
      id: 'three-parts',
      request: 'login',
      options: [
        { id: 'name', right: issuesName },
        { id: 'random', right: issuesOneWord },
        { id: 'three', right: issuesThreeParts },
      ],
      asked: issuesToken,
    },
    { kind: 'decode', id: 'read', request: 'found', read: subjectRead },
    {
      kind: 'wire',
      id: 'signature',
      given: loggedIn,
      request: 'me',
      parts: [
        { id: 'whole', done: some(getsDataWithToken) },
        { id: 'forged', done: forgesClaim, needs: { part: 'whole', request: 'login' } },
      ],
    },
    {
      kind: 'predict',
      id: 'last-letter',
      optional: true,
      request: 'last-letter',
      whole: true,
      options: [
        { id: 'same', right: passed('signature') },
        { id: 'differs', right: stoppedAt('signature') },
        { id: 'refused', right: stoppedAt('parts') },
      ],
      asked: asksWith(RESPELLED),
    },
    {
      kind: 'wire',
      id: 'clock',
      given: loggedIn,
      clock: true,
      request: 'me',
      parts: [
        { id: 'before', done: some(passesInLastMinute) },
        { id: 'after', done: some(isExpired) },
      ],
    },
    {
      kind: 'predict',
      id: 'milliseconds',
      request: 'milliseconds',
      options: [
        { id: 'refused', right: stoppedAt('expiry', 'exp-not-a-date') },
        { id: 'over', right: stoppedAt('expiry', 'expired') },
        { id: 'ages', right: all(passed('expiry'), answered(200)) },
      ],
      asked: asksWith(MILLISECONDS),
    },
    { kind: 'reading', id: 'bcrypt', request: 'login' },
    {
      kind: 'wire',
      id: 'same-answer',
      request: 'wrong-user',
      parts: [
        { id: 'name', done: some(failsByName) },
        { id: 'password', done: some(failsByPassword) },
        { id: 'long', done: some(failsByLength) },
      ],
    },
    {
      kind: 'break',
      id: 'published-key',
      given: loggedIn,
      request: 'me',
      hardened: 'secret',
      parts: [
        { id: 'signed', done: some(opensWithOwnToken) },
        { id: 'held', done: holdsAgainstReplay, needs: { part: 'signed', request: 'me' } },
      ],
    },
    {
      kind: 'code',
      id: 'own-key',
      server: 'api',
      region: 'key',
      request: 'login',
      replays: 'published-key',
      optional: true,
    },
    { kind: 'code', id: 'verify', server: 'api', region: 'current-user', request: 'login' },
    { kind: 'reading', id: 'left-out' },
    { kind: 'reading', id: 'recap' },
  ],
  detectors,
}

export default lesson
