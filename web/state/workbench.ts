/** The bench: the request being written, what was sent, and what that proves of the lesson's tasks. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { sentHeaders } from '../../lessons/exchange/headers.ts'
import type {
  BreakTask,
  DecodeTask,
  Exchange,
  Lesson,
  LessonPage,
  Mode,
  PredictTask,
  RequestDraft,
  Task,
} from '../../lessons/lesson.ts'
import { CLOCK_HEADER } from '../../server/stage/clock.ts'
import { STOPPED_HEADER } from '../../server/stage/stopped.ts'
import { issuedBy } from '../../lessons/exchange/access-token.ts'
import { type Busy, untilHeard } from '../stage/busy-server.ts'
import { type DraftProblem, draftProblem } from './draft-problem.ts'
import type { Cookie, CookieJar } from '../stage/cookie-jar.ts'
import type { Attack } from '../stage/other-site.ts'
import { ANSWER_LIMIT, LATE, unlessAborted } from '../stage/in-time.ts'
import { draftUrl, type Sent } from '../stage/send.ts'
import { CANCELLED, type Failed, failedBy, isOfLesson } from './failure.ts'
import type { Keeper } from './saved-state.ts'
import { advance, type Forgotten, isDone, predict, read, tasksOf, visit } from './progress.ts'
import type { Responder } from './responder.ts'

/** More exchanges than this are not kept: a journal is to be read. */
const JOURNAL_LIMIT = 100

export class Bench implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly keeper: Keeper
  private readonly responder: Responder
  private readonly base: string
  private nextId = 1
  /** Id of the page that is open, and the slug of its lesson. */
  private page = ''
  private lesson: string | undefined
  /** The first page puts its own here. */
  draft: RequestDraft = { server: '', method: 'GET', path: '/', headers: [], body: '' }
  problem: DraftProblem | undefined
  /** Oldest first. */
  journal: Exchange[] = []
  /** The cookies that came and went, by who answered: a browser keeps the two apart. */
  private jars: Record<Mode, CookieJar> | undefined
  /** The exchange on the bench. */
  shown: Exchange | undefined
  sending = false
  private waiting: AbortController | undefined
  /** Why what is sent has to be sent again. */
  busy: Busy | undefined
  /** Whether the auth server is stopped for what is sent from here. */
  stopped = false
  /** The time that counts for what is sent from here, once the learner has moved the clock. */
  now: Date | undefined
  /** Why there is no answer to what was sent from here. */
  failed: Failed | undefined

  constructor(
    host: ReactiveControllerHost,
    options: { keeper: Keeper; responder: Responder; base: string },
  ) {
    this.host = host
    this.keeper = options.keeper
    this.responder = options.responder
    this.base = options.base
    this.keeper.whenForgotten((what) => this.forget(what))
    host.addController(this)
  }

  hostConnected(): void {}

  /** Clears the bench for a page and puts its request there. */
  enter(lesson: Lesson, page: LessonPage): void {
    this.stopped = false
    if (lesson.stoppable) void this.openJars()
    this.now = undefined
    this.page = page.id
    this.lesson = lesson.slug
    if (page.kind === 'beat') {
      this.keeper.advance((progress) => visit(progress, lesson.slug, page.id))
    }
    const request = 'request' in page ? page.request : undefined
    if (request) this.use(lesson, request)
    else if (!lesson.servers[this.draft.server]) this.use(lesson, lesson.firstRequest)
    this.show(undefined)
  }

  edit(draft: RequestDraft): void {
    this.draft = draft
    this.problem = undefined
    this.host.requestUpdate()
  }

  /** Stops the auth server, or starts it again. */
  stop(stopped: boolean): void {
    this.stopped = stopped
    this.host.requestUpdate()
  }

  /** Makes the clock stand at a time, or run again. */
  moveClock(now: Date | undefined): void {
    this.now = now
    this.host.requestUpdate()
  }

  /** Takes one of the lesson's requests as the draft. */
  use(lesson: Lesson, request: string): void {
    const draft = lesson.requests[request]
    if (draft) this.edit(draft)
  }

  show(exchange: Exchange | undefined): void {
    this.shown = exchange
    this.failed = undefined
    this.host.requestUpdate()
  }

  clear(): void {
    this.journal = []
    this.show(undefined)
  }

  /** Takes back what was done. */
  startOver(what: Forgotten): void {
    this.keeper.forget(what)
    this.now = undefined
    this.show(undefined)
  }

  /** Drops the exchanges that would prove again what was taken back, here or in another tab. */
  private forget(what: Forgotten) {
    this.journal = this.journal.filter(
      ({ lesson, page }) => (what.lesson ?? lesson) !== lesson || (what.page ?? page) !== page,
    )
    if (this.shown && !this.journal.includes(this.shown)) this.show(undefined)
  }

  /** Writes a prediction down and takes the request it is about. */
  predict(lesson: Lesson, task: PredictTask, option: string): void {
    this.keeper.advance((progress) => predict(progress, lesson.slug, task.id, option))
    this.stopped = task.stopped === true
    this.use(lesson, task.request)
  }

  /** Writes a reading down and takes the request whose token was read. */
  read(lesson: Lesson, task: DecodeTask, text: string): void {
    this.keeper.advance((progress) => read(progress, lesson.slug, task.id, text))
    this.use(lesson, task.request)
  }

  /** Takes the recorded attack of a page as the draft, for the server that holds; false where none succeeded. */
  replay(lesson: Lesson, task: BreakTask): boolean {
    const [broken] = task.parts
    const attack = this.journal.findLast(
      (exchange) =>
        exchange.lesson === lesson.slug && exchange.page === task.id && broken.done([exchange]),
    )
    if (!attack) return false
    const { method, path, headers, body } = attack.request
    this.edit({ server: task.hardened, method, path, headers, body })
    return true
  }

  /** Whether the draft is what the page wants predicted before it is sent. */
  mustPredict(lesson: Lesson, page: LessonPage): boolean {
    if (page.kind !== 'predict') return false
    if (this.keeper.kept.progress[lesson.slug]?.[page.id]?.prediction) return false
    return isSame(this.draft, lesson.requests[page.request]!)
  }

  /** Sends the draft; gives the tasks its answer finished, or nothing when none came. */
  async send(lesson: Lesson, attacked?: string): Promise<Task[] | undefined> {
    if (this.sending) return undefined
    this.problem = draftProblem(this.draft, draftUrl(lesson, this.draft, this.base))
    this.host.requestUpdate()
    if (this.problem) {
      // An older answer below a refusal would look like its own.
      this.show(undefined)
      return undefined
    }
    // They may be others by the time the answer comes.
    const { page, now, draft } = this
    this.sending = true
    this.failed = undefined
    try {
      const sent = await this.answered(lesson)
      // What the lab's switches added is none that the learner wrote.
      const request = { ...sent.request, headers: draft.headers }
      const time = now && { now: now.getTime() }
      const attack = attacked === undefined ? {} : { origin: 'attack' as const, attacked }
      return this.add(lesson, { ...sent, request, ...time, ...attack }, page)
    } catch (error) {
      if (this.isAt(lesson, page)) this.failed = failedBy(error, this.responder.mode)
      return undefined
    } finally {
      this.sending = false
      this.busy = undefined
      this.host.requestUpdate()
    }
  }

  /** Waits no more for the answer to what was sent; one that comes later is dropped. */
  cancel(): void {
    this.waiting?.abort(CANCELLED)
  }

  /** The answer to the draft, asked for again while the server is busy, unless the learner waits no more. */
  private async answered(lesson: Lesson): Promise<Sent> {
    const waiting = (this.waiting = new AbortController())
    const { signal } = waiting
    let asked: [draft: RequestDraft, cookie: string] | undefined
    const attempt = async () => {
      const limit = setTimeout(() => waiting.abort(LATE), ANSWER_LIMIT)
      try {
        if (lesson.stoppable) await this.openJars()
        // The learner may write another one while the server is busy.
        asked ??= [this.sent, this.cookieLine(draftUrl(lesson, this.draft, this.base))]
        const [draft, cookie] = asked
        return await this.responder.send(draft, lesson, { cookie, signal })
      } finally {
        clearTimeout(limit)
      }
    }
    const onBusy = (busy: Busy) => {
      this.busy = busy
      this.host.requestUpdate()
    }
    return unlessAborted(untilHeard(attempt, { signal, onBusy }), signal)
  }

  /** Whether the learner is still where a request was sent from. */
  private isAt(lesson: Lesson, page: string): boolean {
    return page === this.page && (this.lesson ?? lesson.slug) === lesson.slug
  }

  /** Sends an attack, with the cookies a browser would let go along. */
  async attack(lesson: Lesson, { draft, attacked }: Attack): Promise<Task[] | undefined> {
    const { asOtherSite } = await import('../stage/other-site.ts')
    // What is on the bench is still waited for.
    if (this.sending) return undefined
    this.edit(asOtherSite(draft, this.cookiesFor(lesson, draft)))
    return this.send(lesson, attacked)
  }

  /** The cookies that go with a request to that place. */
  cookiesFor(lesson: Lesson, { server, path }: Pick<RequestDraft, 'server' | 'path'>): Cookie[] {
    const draft = { ...this.draft, server, path }
    return this.cookiesAt(draftUrl(lesson, draft, this.base))
  }

  /** Every cookie of who answers now. */
  get cookies(): Cookie[] {
    return this.jars?.[this.responder.mode].all() ?? []
  }

  /** Cookies are the affair of a lesson with two servers: their jars are loaded with it. */
  private async openJars() {
    const { CookieJar } = await import('../stage/cookie-jar.ts')
    this.jars ??= { real: new CookieJar(), browser: new CookieJar() }
  }

  /** The `Cookie` header for a URL; empty for none. */
  cookieLine(url: string): string {
    return this.cookiesAt(url)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }

  private cookiesAt(url: string): Cookie[] {
    return this.jars?.[this.responder.mode].for(new URL(url)) ?? []
  }

  /** The draft with what the lab's switches add to it. */
  private get sent(): RequestDraft {
    const headers = [...this.draft.headers]
    if (this.stopped) headers.push([STOPPED_HEADER, 'stopped'])
    if (this.now) headers.push([CLOCK_HEADER, this.now.toISOString()])
    return { ...this.draft, headers }
  }

  /**
   * Enters what crossed the wire into the journal; gives the tasks it finished.
   *
   * It is shown where it was sent from: elsewhere it would look like the answer to what is on the bench there.
   */
  add(lesson: Lesson, sent: Sent, page = this.page): Task[] {
    const exchange: Exchange = { ...sent, id: this.nextId++, page }
    this.journal = [...this.journal, exchange].slice(-JOURNAL_LIMIT)
    this.keepCookies(exchange)
    if (this.isAt(lesson, page)) this.show(exchange)
    else this.host.requestUpdate()
    if (!isOfLesson(exchange)) return []
    const before = this.keeper.kept.progress
    const own = this.journal.filter((entry) => entry.lesson === lesson.slug)
    this.keeper.advance((progress) => advance(progress, lesson, own))
    const after = this.keeper.kept.progress
    const done = (task: Task, progress: typeof before) =>
      isDone(task, progress[lesson.slug]?.[task.id])
    return tasksOf(lesson).filter((task) => !done(task, before) && done(task, after))
  }

  private keepCookies(exchange: Exchange) {
    const { mode, response, request, at } = exchange
    const lines = sentHeaders(exchange).filter(([name]) => name.toLowerCase() === 'set-cookie')
    const url = new URL(response.url || request.url)
    this.jars?.[mode].take(
      url,
      lines.map(([, line]) => line),
      at,
    )
  }

  /** The newest token one of the lesson's servers gave out, to the browser or on a hop; empty when none has. */
  issued(lesson: Lesson): string {
    for (const exchange of this.journal.toReversed()) {
      const token = exchange.lesson === lesson.slug && issuedBy(exchange)
      if (token) return token
    }
    return ''
  }

  /** The wrong attempt the newest exchange is, if it is the one shown. */
  detected(lesson: Lesson): string | undefined {
    const newest = this.journal.at(-1)
    if (!newest || newest.lesson !== lesson.slug || newest !== this.shown) return undefined
    return lesson.detectors.find(({ fits }) => fits(newest))?.id
  }
}

/** Whether two drafts ask the same, in whatever form the answer is wanted. */
function isSame(one: RequestDraft, other: RequestDraft): boolean {
  const inShort = ({ server, method, path, headers, body }: RequestDraft) =>
    JSON.stringify([
      server,
      method,
      path,
      body,
      headers.filter(([name]) => !/^accept$/i.test(name)),
    ])
  return inShort(one) === inShort(other)
}
