/** What a server's own description suggests: read from the lessons' real ones, and from none. */

import { describe, expect, test, vi } from 'vitest'
import { lessons } from '../../../lessons/all.ts'
import firstSteps from '../../../lessons/1-first-steps/lesson.ts'
import { get } from '../../../lessons/requests.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { Responder } from '../../../web/state/responder.ts'
import { AtHand } from '../../../web/state/at-hand.ts'
import { Descriptions, methodsFor, suggestionsIn } from '../../../web/state/suggestions.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'
import { exchangeOf } from '../../support/exchange.ts'
import { visitTo, workbenchWith } from './support/state.ts'

const SERVERS = lessons.flatMap((lesson) =>
  Object.keys(lesson.servers).map((server): [string, Lesson, string] => [
    `${lesson.slug}/${server}`,
    lesson,
    server,
  ]),
)

test.each(SERVERS)('%s suggests the routes that the lesson names', async (_, lesson, server) => {
  const descriptions = new Descriptions((draft, { lesson: asked }) => exchangeOf(asked, draft))
  await descriptions.ask(lesson, server)
  const suggested = descriptions.of(lesson, server)!
  const routes = suggested.paths.flatMap((path) =>
    methodsFor(path, suggested).map((method) => `${method} ${path}`),
  )
  expect(routes).toEqual(expect.arrayContaining(Object.keys(lesson.servers[server]!.gates)))
})

test('methods are those of the path, with or without a query, and all of them for an unknown one', () => {
  const suggested = suggestionsIn({
    paths: { '/token': { post: {} }, '/me': { get: {}, summary: 'no method', delete: {} } },
  })
  expect(methodsFor('/token?a=b', suggested)).toEqual(['POST'])
  expect(methodsFor('/me', suggested)).toEqual(['GET', 'DELETE'])
  expect(methodsFor('/constructor', suggested)).toEqual(['POST', 'GET', 'DELETE'])
})

test('header names are those a form needs, and those that are described', () => {
  const parameters = [{ in: 'header', name: 'X-Request-Id' }, { in: 'query', name: 'q' }, null]
  const paths = { '/a': { post: { requestBody: {} } }, '/b': { get: { parameters } } }
  expect(suggestionsIn({ paths }).headers).toEqual(['Content-Type', 'X-Request-Id'])
})

test.each([
  { document: null, suggests: [] },
  { document: [], suggests: [] },
  { document: 'openapi', suggests: [] },
  { document: {}, suggests: [] },
  { document: { paths: [] }, suggests: [] },
  { document: { paths: { '/a': null, '/b': 1 } }, suggests: [] },
  { document: { paths: { '/a': { get: 1, post: { parameters: 1 } } } }, suggests: ['GET', 'POST'] },
])('$document suggests the methods $suggests, and no header', ({ document, suggests }) => {
  const { methods, headers } = suggestionsIn(document)
  expect(Object.values(methods).flat()).toEqual(suggests)
  expect(headers).toEqual([])
})

describe('a server', () => {
  const DESCRIBED = JSON.stringify({ paths: { '/items/': { get: {} } } })
  const answering = (body: string) =>
    vi.fn<Responder['send']>(async () => exchangeWith({ response: { body } }))

  test('is asked once, however often the field is entered', async () => {
    const send = answering(DESCRIBED)
    const descriptions = new Descriptions(send)
    await Promise.all([descriptions.ask(firstSteps, 'api'), descriptions.ask(firstSteps, 'api')])
    await descriptions.ask(firstSteps, 'api')
    expect(send.mock.calls.map(([draft]) => draft)).toEqual([get('/openapi.json')])
    expect(descriptions.of(firstSteps, 'v1')).toBeUndefined()
  })

  test.each(['<h1>no JSON</h1>', ''])(
    'that answers %j suggests nothing, and is asked another time',
    async (body) => {
      const send = answering(body)
      const descriptions = new Descriptions(send)
      await descriptions.ask(firstSteps, 'api')
      expect(descriptions.of(firstSteps, 'api')).toBeUndefined()
      await descriptions.ask(firstSteps, 'api')
      expect(send).toHaveBeenCalledTimes(2)
    },
  )

  test('is not asked before the first answer has come, and what it says is no exchange', async () => {
    const send = answering(DESCRIBED)
    const { workbench } = workbenchWith(send)
    workbench.enter(visitTo(firstSteps, 'invent'))
    const hand = new AtHand(workbench, { send })
    await hand.askForSuggestions()
    expect(send).not.toHaveBeenCalled()
    await workbench.send()
    await hand.askForSuggestions()
    expect(hand.suggestions?.paths).toEqual(['/items/'])
    expect(workbench.journal.exchanges).toHaveLength(1)
  })
})
