/** Lesson 2: from a token to a user. */

import { answered, decisionAt, some, stoppedAt } from '../checks.ts'
import type { Lesson } from '../lesson.ts'
import { get } from '../requests.ts'
import {
  asksWith,
  asksWithoutHeader,
  detectors,
  givesTokenBack,
  isMadeFromToken,
  isNobody,
  stoppedByGuardAt,
  usernameOf,
  usersMadeUp,
} from './checks.ts'

const asksTwice = asksWith('Bearer Bearer mina')

const lesson: Lesson = {
  slug: 'current-user',
  folder: '2-current-user',
  minutes: 25,
  servers: {
    api: {
      path: 'api',
      app: 'app',
      gates: {
        'GET /users/me': [
          { id: 'route', region: 'route' },
          { id: 'header', region: 'scheme' },
          { id: 'scheme', region: 'scheme' },
          { id: 'token', region: 'scheme' },
          { id: 'user', region: 'current-user', calls: 'decode' },
          { id: 'handler', region: 'handler' },
        ],
      },
    },
  },
  deviations: ['empty-token'],
  firstRequest: 'me',
  requests: {
    me: get('/users/me', 'Bearer testtoken'),
    twice: get('/users/me', 'Bearer Bearer mina'),
    'no-header': get('/users/me'),
    basic: get('/users/me', 'Basic am9obmRvZTpzZWNyZXQ='),
    'no-route': get('/users/you', 'Bearer testtoken'),
    empty: get('/users/me', 'Bearer'),
  },
  pages: [
    {
      kind: 'predict',
      id: 'who',
      request: 'me',
      options: [
        { id: 'token', right: givesTokenBack },
        { id: 'user', right: isMadeFromToken },
        { id: 'refused', right: answered(401) },
      ],
      asked: asksWith('Bearer testtoken'),
    },
    {
      kind: 'wire',
      id: 'anybody',
      request: 'me',
      parts: [
        { id: 'one', done: (journal) => usersMadeUp(journal) >= 1 },
        {
          id: 'another',
          done: (journal) => usersMadeUp(journal) >= 2,
          needs: { part: 'one', request: 'me' },
        },
      ],
    },
    {
      kind: 'decode',
      id: 'by-hand',
      request: 'twice',
      read: (exchange) => (asksTwice(exchange) ? usernameOf(exchange) : undefined),
    },
    {
      kind: 'predict',
      id: 'who-stops',
      request: 'no-header',
      options: [
        { id: 'guard', right: stoppedAt('header') },
        { id: 'user', right: stoppedAt('user') },
        { id: 'handler', right: ({ trace }) => decisionAt(trace, 'handler') !== undefined },
      ],
      asked: asksWithoutHeader,
    },
    {
      kind: 'wire',
      id: 'gates',
      request: 'no-header',
      parts: [
        { id: 'route', done: some(stoppedAt('route')) },
        { id: 'header', done: some(stoppedByGuardAt('header')) },
        { id: 'scheme', done: some(stoppedByGuardAt('scheme')) },
      ],
    },
    {
      kind: 'wire',
      id: 'shortest',
      request: 'me',
      parts: [{ id: 'shortest', done: some(isNobody) }],
    },
    { kind: 'code', id: 'dependency', server: 'api', region: 'current-user', request: 'me' },
    { kind: 'reading', id: 'recap', request: 'me' },
  ],
  detectors,
}

export default lesson
