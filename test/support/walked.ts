/** The lessons walked through in this process: every exchange of it, and what it proved. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { parseAuthorization } from '../../server/security/authorization.ts'
import { issuedBy } from '../../lessons/exchange/access-token.ts'
import { advance, predict, type Progress, read } from '../../web/state/progress.ts'
import type { Hand } from '../../lessons/walk.ts'
import { WALKS } from './walks.ts'
import { claimsOf, headerOf } from '../../lessons/checks.ts'
import { LearnersBrowser } from './learners-browser.ts'
import { taskOf } from './tasks.ts'

export interface Walked {
  journal: readonly Exchange[]
  /** What was known before each exchange, with what was predicted or read for it. */
  before: readonly Progress[]
  progress: Progress
}

/** Does a lesson from its first page to its last, as the walks in the browser do. */
export async function walked(lesson: Lesson): Promise<Walked> {
  const browser = new LearnersBrowser(lesson)
  const before: Progress[] = []
  let progress: Progress = {}
  let draft: RequestDraft = lesson.requests[lesson.firstRequest]!
  let now: Date | undefined

  const took = async (exchange: Promise<Exchange>) => {
    before.push(progress)
    await exchange
    progress = advance(progress, lesson, browser.journal)
  }
  const issued = () => browser.journal.map(issuedBy).findLast((token) => token) ?? ''

  for (const { page, act } of WALKS[lesson.folder]!) {
    const at = lesson.pages.find(({ id }) => id === page)!
    const send = (what: RequestDraft = draft, origin: Exchange['origin'] = 'bench') =>
      took(browser.send(what, { page, origin, now }))
    const ask = (request: string, stopped = false) => {
      draft = lesson.requests[request]!
      return took(browser.send(draft, { page, stopped }))
    }
    if ('request' in at && at.request) draft = lesson.requests[at.request]!

    const hand: Hand = {
      predict: (option) => {
        const task = taskOf(lesson, page, 'predict')
        progress = predict(progress, lesson.slug, page, option)
        return ask(task.request, task.stopped)
      },
      read: (text) => {
        progress = read(progress, lesson.slug, page, text)
        return ask(taskOf(lesson, page, 'decode').request)
      },
      useRequest: async (id) => void (draft = lesson.requests[id]!),
      write: async ({ scheme, token, ...written }) => {
        const others = draft.headers.filter(([name]) => !/^authorization$/i.test(name))
        const old = parseAuthorization(headerOf(draft.headers, 'authorization'))
        const value = `${scheme ?? old.scheme} ${token ?? old.parameter}`.trim()
        const headers: RequestDraft['headers'] =
          value === '' ? others : [['Authorization', value], ...others]
        draft = { ...draft, ...written, headers }
      },
      header: async (name, value) =>
        void (draft = { ...draft, headers: [...draft.headers, [name, value]] }),
      useIssuedToken: () => hand.write({ scheme: 'Bearer', token: issued() }),
      clock: async (time) => {
        const end = Number(claimsOf(issued())?.['exp']) * 1000
        now = { before: new Date(end - 1000), after: new Date(end), now: undefined }[time]
      },
      send: () => send(),
      authorizeInDocs: () => send({ ...lesson.requests['login']! }, 'docs'),
      executeInDocs: () =>
        send(
          {
            ...lesson.requests['me']!,
            headers: [['Authorization', `Bearer ${issued()}`]],
          },
          'docs',
        ),
      loginInPane: async () => {
        await ask('page')
        await ask('login')
      },
      play: () => took(browser.play(taskOf(lesson, page, 'break').play!, 'faithful', page)),
      replay: () => {
        const { play, hardened } = taskOf(lesson, page, 'break')
        return play
          ? took(browser.play(play, hardened, page))
          : send({ ...draft, server: hardened })
      },
      next: async () => {},
      stepFlow: async () => {},
    }
    await act(hand)
  }
  return { journal: browser.journal, before, progress }
}
