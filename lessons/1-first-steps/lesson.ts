/** Lesson 1: the bare bearer scheme. */

import { all, answered, fromDocs, some } from '../checks.ts'
import type { Gate, Lesson } from '../lesson.ts'
import { get, login } from '../requests.ts'
import {
  asksForToken,
  asksTokenUrlOf,
  asksWithoutHeader,
  detectors,
  passesWithOwnToken,
  readsDescription,
  refusedWithHeader,
  spellingsThatPassed,
} from './checks.ts'

const gates: Record<string, Gate[]> = {
  'GET /items/': [
    { id: 'route', region: 'route' },
    { id: 'header', region: 'scheme' },
    { id: 'scheme', region: 'scheme' },
    { id: 'token', region: 'scheme' },
    { id: 'handler', region: 'handler' },
  ],
}

const lesson: Lesson = {
  slug: 'first-steps',
  folder: '1-first-steps',
  minutes: 40,
  servers: {
    api: { path: 'api', app: 'app', gates },
    // The same app a second time, to see where a relative tokenUrl leads from there.
    v1: { path: 'api/v1', app: 'app', gates },
  },
  deviations: ['empty-token'],
  firstRequest: 'no-header',
  requests: {
    'no-header': get('/items/'),
    foobar: get('/items/', 'Bearer foobar'),
    basic: get('/items/', 'Basic am9obmRvZTpzZWNyZXQ='),
    lowercase: get('/items/', 'bearer foobar'),
    description: get('/openapi.json'),
    login: login('username=johndoe&password=secret'),
  },
  pages: [
    {
      kind: 'predict',
      id: 'knock',
      request: 'no-header',
      options: [
        { id: 'ok', right: answered(200) },
        { id: 'unauthorized', right: answered(401) },
        { id: 'forbidden', right: answered(403) },
      ],
      asked: asksWithoutHeader,
    },
    {
      kind: 'wire',
      id: 'invent',
      request: 'no-header',
      parts: [{ id: 'passed', done: some(passesWithOwnToken) }],
    },
    {
      kind: 'wire',
      id: 'wrong-scheme',
      request: 'no-header',
      parts: [{ id: 'refused', done: some(refusedWithHeader) }],
    },
    {
      kind: 'wire',
      id: 'two-spellings',
      request: 'foobar',
      parts: [
        { id: 'one', done: (journal) => spellingsThatPassed(journal) >= 1 },
        {
          id: 'two',
          done: (journal) => spellingsThatPassed(journal) >= 2,
          needs: { part: 'one', request: 'foobar' },
        },
      ],
    },
    { kind: 'reading', id: 'story' },
    {
      kind: 'predict',
      id: 'no-token-yet',
      request: 'login',
      options: [
        { id: 'token', right: answered(200) },
        { id: 'unauthorized', right: answered(401) },
        { id: 'not-found', right: answered(404) },
      ],
      asked: all(asksForToken, asksTokenUrlOf('api')),
    },
    {
      kind: 'wire',
      id: 'token-url',
      request: 'description',
      parts: [
        { id: 'read', done: some(readsDescription) },
        { id: 'here', done: some(asksTokenUrlOf('api')) },
      ],
    },
    {
      kind: 'wire',
      id: 'mounted',
      optional: true,
      request: 'description',
      parts: [{ id: 'below', done: some(asksTokenUrlOf('v1')) }],
    },
    {
      kind: 'wire',
      id: 'authorize',
      request: 'no-header',
      place: 'docs',
      parts: [{ id: 'asked', done: some(all(fromDocs, asksForToken, answered(404))) }],
    },
    { kind: 'code', id: 'guard', server: 'api', region: 'scheme', request: 'no-header' },
    { kind: 'reading', id: 'recap', request: 'no-header' },
  ],
  flow: {
    participants: ['person', 'page', 'api'],
    steps: [
      { id: 'type', from: 'person', to: 'page' },
      { id: 'form', from: 'page', to: 'api' },
      { id: 'token', from: 'api', to: 'page' },
      { id: 'store', from: 'page', to: 'page' },
      { id: 'other-page', from: 'person', to: 'page' },
      { id: 'bearer', from: 'page', to: 'api' },
    ],
  },
  detectors,
}

export default lesson
