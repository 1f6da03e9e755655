/** A learner who walks through a lesson in this process, and may load the page anew. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { parseAuthorization } from '../../server/security/authorization.ts'
import { issuedBy } from '../../lessons/exchange/access-token.ts'
import { advance, hold, predict, type Progress, read } from '../../web/state/progress.ts'
import type { Hand, Step } from '../../lessons/walk.ts'
import { claimsOf, headerOf } from '../../lessons/checks.ts'
import { checked, codeWorkOf } from './code-task.ts'
import { LearnersBrowser } from './learners-browser.ts'
import { taskOf } from './tasks.ts'

export class Walker {
  /** What was known before each exchange, with what was predicted or read for it. */
  readonly before: Progress[] = []
  progress: Progress = {}
  private readonly lesson: Lesson
  private browser: LearnersBrowser
  private draft: RequestDraft
  private now: Date | undefined

  constructor(lesson: Lesson) {
    this.lesson = lesson
    this.browser = new LearnersBrowser(lesson)
    this.draft = lesson.requests[lesson.firstRequest]!
  }

  get journal(): readonly Exchange[] {
    return this.browser.journal
  }

  /** Loads the page anew: what is kept is the progress. */
  reload(): void {
    this.browser = new LearnersBrowser(this.lesson)
    this.draft = this.lesson.requests[this.lesson.firstRequest]!
    this.now = undefined
  }

  /** Sends one of the lesson's requests from a page. */
  async send(request: string, page: string): Promise<void> {
    this.draft = this.lesson.requests[request]!
    await this.took(this.browser.send(this.draft, { page, now: this.now }))
  }

  /**
   * Does what is to be done on a page.
   *
   * @param takes what becomes of each exchange that is wished for: it can be left out.
   */
  async walk(
    { page, act }: Step,
    takes: (exchange: () => Promise<void>) => Promise<void> = (exchange) => exchange(),
  ): Promise<void> {
    const { lesson } = this
    const at = lesson.pages.find(({ id }) => id === page)!
    if (at.request) this.draft = lesson.requests[at.request]!
    const took = (exchange: () => Promise<Exchange>) => takes(() => this.took(exchange()))
    const send = (what?: RequestDraft, origin: Exchange['origin'] = 'bench') => {
      const draft = what ?? this.draft
      return took(() => this.browser.send(draft, { page, origin, now: this.now }))
    }
    const ask = (request: string, stopped = false) => {
      this.draft = lesson.requests[request]!
      return took(() => this.browser.send(this.draft, { page, stopped }))
    }
    const issued = () => {
      const token = this.journal.map(issuedBy).findLast((one) => one)
      if (!token) throw new Error(`on "${page}" there is no token to use`)
      return token
    }

    const hand: Hand = {
      predict: (option) => {
        const task = taskOf(lesson, page, 'predict')
        this.progress = predict(this.progress, lesson.slug, page, option)
        return ask(task.request, task.stopped)
      },
      read: (text) => {
        this.progress = read(this.progress, lesson.slug, page, text)
        return ask(taskOf(lesson, page, 'decode').request)
      },
      useRequest: async (id) => void (this.draft = lesson.requests[id]!),
      write: async ({ scheme, token, ...written }) => {
        const { headers } = this.draft
        const others = headers.filter(([name]) => !/^authorization$/i.test(name))
        const old = parseAuthorization(headerOf(headers, 'authorization'))
        const value = `${scheme ?? old.scheme} ${token ?? old.parameter}`.trim()
        this.draft = {
          ...this.draft,
          ...written,
          headers: value === '' ? others : [['Authorization', value], ...others],
        }
      },
      header: async (name, value) => {
        this.draft = { ...this.draft, headers: [...this.draft.headers, [name, value]] }
      },
      useIssuedToken: async () => hand.write({ scheme: 'Bearer', token: issued() }),
      clock: async (time) => {
        const end = Number(claimsOf(issued())?.['exp']) * 1000
        this.now = { before: new Date(end - 1000), after: new Date(end), now: undefined }[time]
      },
      send: () => send(),
      authorizeInDocs: () => send(lesson.requests['login'], 'docs'),
      executeInDocs: () => {
        const headers: RequestDraft['headers'] = [['Authorization', `Bearer ${issued()}`]]
        return send({ ...lesson.requests['me']!, headers }, 'docs')
      },
      loginInPane: async () => {
        await ask('page')
        await ask('login')
      },
      play: () =>
        took(() => this.browser.play(taskOf(lesson, page, 'break').play!, 'faithful', page)),
      replay: () => {
        const { play, hardened } = taskOf(lesson, page, 'break')
        return play
          ? took(() => this.browser.play(play, hardened, page))
          : send({ ...this.draft, server: hardened })
      },
      code: async () => {
        const task = taskOf(lesson, page, 'code')
        const { solution, checks } = await codeWorkOf(lesson, task)
        const results = await checked(lesson, task, checks, solution)
        if (results.every(({ holds }) => holds)) {
          this.progress = hold(this.progress, lesson.slug, page)
        }
      },
      next: async () => {},
      stepFlow: async () => {},
    }
    await act(hand)
  }

  private async took(exchange: Promise<Exchange>): Promise<void> {
    this.before.push(this.progress)
    await exchange
    this.progress = advance(this.progress, this.lesson, this.journal)
  }
}
