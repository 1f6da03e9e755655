/** The request being written: its body that waits, and the way through what was sent before. */

import { describe, expect, test } from 'vitest'
import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import { get, login } from '../../../lessons/requests.ts'
import { AtHand } from '../../../web/state/at-hand.ts'
import { Composer } from '../../../web/state/composer.ts'
import { draftProblem } from '../../../web/state/draft-problem.ts'
import { lastSent } from '../../../web/state/request-history.ts'
import type { Workbench } from '../../../web/state/workbench.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'

const POSTED = login('username=johndoe&password=secret')

function composerWith(draft: RequestDraft) {
  const composer = new Composer()
  composer.put(draft)
  const change = (part: Partial<RequestDraft>) => composer.write({ ...composer.draft, ...part })
  return { composer, change }
}

describe('a body', () => {
  test.each(['GET', 'HEAD'])(
    'waits with its Content-Type while the method is %s, and raises no problem',
    (method) => {
      const { composer, change } = composerWith(POSTED)
      change({ method })
      expect(composer.draft).toEqual({ ...POSTED, method, body: '', headers: [] })
      expect(composer.parked).toEqual({ body: POSTED.body, headers: POSTED.headers })
      expect(draftProblem(composer.draft, 'http://localhost/token')).toBeUndefined()
    },
  )

  test.each(['POST', 'PUT', 'DELETE', 'P', ''])(
    'comes back when the method becomes "%s"',
    (method) => {
      const { composer, change } = composerWith(POSTED)
      change({ method: 'GET' })
      change({ path: '/users/me' })
      change({ headers: [['Authorization', 'Bearer x']] })
      change({ method })
      expect(composer.draft).toEqual({
        ...POSTED,
        method,
        path: '/users/me',
        headers: [['Authorization', 'Bearer x'], ...POSTED.headers],
      })
      expect(composer.parked).toBeUndefined()
    },
  )

  test('that is typed for GET on purpose stays there, and is a problem', () => {
    const { composer, change } = composerWith(get('/items/'))
    change({ body: 'a=1' })
    expect(composer.draft.body).toBe('a=1')
    expect(composer.parked).toBeUndefined()
    expect(draftProblem(composer.draft, 'http://localhost/items/')?.code).toBe('body-not-allowed')
    change({ method: 'HEAD' })
    expect(composer.draft.body).toBe('a=1')
  })

  test('that is typed while another waits counts from then on', () => {
    const { composer, change } = composerWith(POSTED)
    change({ method: 'GET' })
    change({ body: 'mine' })
    expect(composer.parked?.body).toBe(POSTED.body)
    change({ method: 'POST' })
    expect(composer.draft.body).toBe('mine')
    expect(composer.parked).toBeUndefined()
  })

  test('comes back without its Content-Type where another was written meanwhile', () => {
    const { composer, change } = composerWith(POSTED)
    change({ method: 'GET' })
    change({ headers: [['content-type', 'text/plain']] })
    change({ method: 'POST' })
    expect(composer.draft.headers).toEqual([['content-type', 'text/plain']])
  })

  test('waits for no other request than its own', () => {
    const { composer, change } = composerWith(POSTED)
    change({ method: 'GET' })
    composer.put(get('/items/'))
    change({ method: 'POST' })
    expect(composer.draft.body).toBe('')
  })
})

const sent = (id: number, draft: RequestDraft, part: Parameters<typeof exchangeWith>[0] = {}) =>
  exchangeWith({ id, server: draft.server, request: draft, ...part })

const SENT = [sent(1, get('/one')), sent(2, get('/two')), sent(3, get('/three'))]

describe('walking through what was sent', () => {
  const WRITING = get('/writ')

  function walk(draft: RequestDraft, ...steps: (1 | -1)[]) {
    const { composer, change } = composerWith(draft)
    const bench = { composer, exchanges: SENT } as unknown as Workbench
    const hand = new AtHand(bench, { send: () => new Promise(() => {}) })
    const recall = (by: 1 | -1) => hand.recall(by)
    const paths = steps.map((by) => {
      recall(by)
      return composer.draft.path
    })
    return { composer, change, recall, hand, paths }
  }

  test('leads back to the oldest and no further, and forth again to what was being written', () => {
    const { composer, paths } = walk(WRITING, 1, 1, 1, 1, -1, -1, -1, -1)
    expect(paths).toEqual(['/three', '/two', '/one', '/one', '/two', '/three', '/writ', '/writ'])
    expect(composer.draft).toEqual(WRITING)
  })

  test('begins with the one before where the newest stands there already', () => {
    expect(walk(get('/three'), 1, -1).paths).toEqual(['/two', '/three'])
  })

  test('is known as such until one is back, or the request was sent', () => {
    const { composer, recall, hand } = walk(WRITING)
    const known = [hand.isRecalled]
    for (const by of [1, -1, 1] as const) {
      recall(by)
      known.push(hand.isRecalled)
    }
    composer.leave()
    expect([...known, hand.isRecalled]).toEqual([false, true, false, true, false])
  })

  test('leads nowhere forth before it led back', () => {
    expect(walk(WRITING, -1).paths).toEqual(['/writ'])
  })

  test('keeps what was changed on the way, and the body that waited', () => {
    const { composer, change, recall } = walk(POSTED)
    change({ method: 'GET' })
    recall(1)
    change({ path: '/three/changed' })
    recall(-1)
    expect(composer.parked?.body).toBe(POSTED.body)
    recall(1)
    expect(composer.draft.path).toBe('/three/changed')
  })

  test('begins anew after another request was taken', () => {
    const { composer, recall } = walk(WRITING, 1, 1)
    composer.put(get('/other'))
    recall(1)
    expect(composer.draft.path).toBe('/three')
    recall(-1)
    expect(composer.draft.path).toBe('/other')
  })
})

describe('the last requests', () => {
  test('are ten at most, the newest first, each once, whatever they accept', () => {
    const many = Array.from({ length: 12 }, (_, index) => sent(index + 1, get(`/${index + 1}`)))
    const again = sent(13, { ...get('/5'), headers: [['Accept', 'text/html']] })
    expect(lastSent([...many, again]).map(({ id }) => id)).toEqual([
      13, 12, 11, 10, 9, 8, 7, 6, 4, 3,
    ])
  })

  test('tell requests apart by server, header and body, and leave attacks out', () => {
    const journal = [
      sent(1, POSTED),
      sent(2, { ...POSTED, body: 'username=alice&password=secret2' }),
      sent(3, { ...POSTED, server: 'leaky' }),
      sent(4, get('/users/me', 'Bearer x')),
      sent(5, get('/users/me')),
      sent(6, get('/stolen'), { origin: 'attack' }),
    ]
    expect(lastSent(journal).map(({ id }) => id)).toEqual([5, 4, 3, 2, 1])
  })
})
