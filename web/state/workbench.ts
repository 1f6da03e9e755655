/** The workbench: the page that is open, the request being written, what was sent, and what that proves. */

import type { Answering, Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import { hasCookies, type Task } from '../../lessons/lesson.ts'
import { belowServer, draftUrl } from '../stage/addresses.ts'
import type { Busy } from '../stage/busy-server.ts'
import type { Cookie } from '../stage/cookie-jar.ts'
import type { Attack } from '../stage/other-site.ts'
import type { OwnSource } from '../stage/own/own-source.ts'
import type { Sent } from '../stage/send.ts'
import { Composer } from './composer.ts'
import { Cookies } from './cookies.ts'
import { type Failed, failedBy, isOfLesson } from './failure.ts'
import { Journal } from './journal.ts'
import type { LearnerProgress } from './learner-progress.ts'
import type { OwnCopies } from './own-copies.ts'
import { loadProblems, type Outgoing } from './outgoing.ts'
import { OwnWork } from './own-work.ts'
import type { Forgotten } from './progress.ts'
import { attackToReplay, isAboutPrediction, requestOf } from './page-requests.ts'
import type { Responder } from './responder.ts'
import { Sending } from './sending.ts'
import type { Visit } from './visit.ts'

interface WorkbenchOptions {
  progress: LearnerProgress
  responder: Pick<Responder, 'mode' | 'send' | 'restartOwn' | 'prepareOwn'>
  own: OwnCopies
  /** URL of the playground, with a slash at its end. */
  base: string
}

export class Workbench {
  readonly progress
  readonly responder
  private readonly base
  readonly cookies = new Cookies()
  readonly own
  readonly journal = new Journal()
  /** The request being written. */
  readonly composer = new Composer()
  /** The page that is open; undefined before the first. */
  visit: Visit | undefined
  /** The exchange that is looked at. */
  shown: Exchange | undefined
  private readonly underWay: Sending
  /** Whether the server that is called on the way is stopped for what is sent from here. */
  stopped = false
  /** The time that counts for what is sent from here, once the learner has moved the clock. */
  now: Date | undefined
  /** Why there is no answer to what was sent from here. */
  failed: Failed | undefined
  /** What came of the learner's own copy on the page that is open. */
  readonly ownWork: OwnWork
  onChange: () => void = () => {}

  constructor({ progress, responder, own, base }: WorkbenchOptions) {
    this.own = own
    this.progress = progress
    this.responder = responder
    this.base = base
    const changed = () => this.onChange()
    this.underWay = new Sending({ responder, cookies: this.cookies, onChange: changed })
    this.ownWork = new OwnWork({ journal: this.journal, responder })
    this.journal.onChange = this.composer.onChange = this.ownWork.onChange = changed
  }

  /** Clears the bench for a page and puts its request there. */
  enter(visit: Visit): void {
    const { lesson } = visit
    const isOther = this.visit?.lesson !== lesson
    // Each time a page is opened is a visit of its own: what was sent from an earlier one is not shown here.
    this.visit = { ...visit }
    this.stopped = false
    this.now = undefined
    this.ownWork.enter()
    this.own.enter(visit)
    if (hasCookies(lesson)) void this.cookies.open()
    void loadProblems()
    this.progress.open(visit)
    this.composer.put(requestOf(visit, isOther) ?? this.draft)
    this.show(undefined)
  }

  get draft(): RequestDraft {
    return this.composer.draft
  }

  /** Takes over what the learner makes of the draft. */
  edit(draft: RequestDraft): void {
    this.composer.write(draft)
  }

  /** Stops the server that is called on the way, or starts it again. */
  stop(stopped: boolean): void {
    this.stopped = stopped
    this.onChange()
  }

  /** Makes the clock stand at a time, or run again. */
  moveClock(now: Date | undefined): void {
    this.now = now
    this.onChange()
  }

  /** Takes one of the lesson's requests as the draft, or another. */
  use(request: string | RequestDraft): void {
    const draft = typeof request === 'string' ? this.visit?.lesson.requests[request] : request
    if (draft) this.composer.put(draft)
  }

  show(exchange: Exchange | undefined): void {
    this.shown = exchange
    this.failed = undefined
    this.onChange()
  }

  clear(): void {
    this.journal.clear()
    this.show(undefined)
  }

  /** Takes back what was done. */
  startOver(what: Forgotten): void {
    this.progress.forget(what)
    this.now = undefined
    this.show(undefined)
  }

  /** Drops the exchanges that would prove again what was taken back, here or in another tab. */
  forget(what: Forgotten): void {
    this.journal.forget(what)
    if (this.shown && !this.journal.exchanges.includes(this.shown)) this.show(undefined)
  }

  /** Writes a prediction down and takes the request it is about; false where none can be made. */
  predict(option: string): boolean {
    const { visit } = this
    if (visit?.page.kind !== 'predict') return false
    // What is predicted is what ours does.
    this.own.isOn = false
    this.progress.predict(visit, option)
    this.stopped = visit.page.stopped === true
    this.use(visit.page.request)
    return true
  }

  /** Writes a reading down and takes the request whose token was read; false where nothing is to be read. */
  read(text: string): boolean {
    const { visit } = this
    if (visit?.page.kind !== 'decode') return false
    this.progress.read(visit, text)
    this.use(visit.page.request)
    return true
  }

  /** Takes the recorded attack of the page as the draft, for the server that holds; false where none succeeded. */
  replay(): boolean {
    const attack = this.visit && attackToReplay(this.visit, this.journal.exchanges)
    if (attack) this.composer.put(attack)
    return attack !== undefined
  }

  /** Whether the draft is what the page wants predicted before it is sent. */
  get mustPredict(): boolean {
    const { visit } = this
    if (!visit || this.progress.of(visit)?.prediction) return false
    return isAboutPrediction(visit, belowServer(visit.lesson, this.draft, this.base))
  }

  /** Why what is sent has to be sent again. */
  get busy(): Busy | undefined {
    return this.underWay.busy
  }

  get sending(): boolean {
    return this.underWay.isUnderWay
  }

  /** The absolute URL the draft goes to. */
  get url(): string {
    return this.visit ? draftUrl(this.visit.lesson, this.draft, this.base) : ''
  }

  /** Sends the draft; gives the tasks its answer finished, or nothing when none came. */
  async send(attacked?: string): Promise<Task[] | undefined> {
    const { visit } = this
    if (!visit || this.sending) return undefined
    const draft = belowServer(visit.lesson, this.draft, this.base)
    const { own: copies, now: clock, stopped } = this
    const own = copies.answering(visit, draft.server)
    const outgoing: Outgoing = { draft, url: this.url, clock, stopped, own }
    this.failed = undefined
    return this.underWay.during(async (waiting) => {
      try {
        const { draftProblem } = await loadProblems()
        const problem = draftProblem(outgoing.draft, outgoing.url)
        // On another page it would be about another request.
        if (visit === this.visit) this.composer.problem = problem
        // The last answer stays: what was not sent has none of its own.
        if (problem) return undefined
        this.composer.leave()
        const sent = await this.underWay.answerTo(waiting, visit, outgoing)
        const attack = attacked === undefined ? {} : { origin: 'attack' as const, attacked }
        return this.add({ ...sent, ...attack }, visit)
      } catch (error) {
        if (visit === this.visit) this.fail(error, own)
        return undefined
      }
    })
  }

  /** Runs the checks of the code task that is open; gives the tasks that are finished by it. */
  async runChecks(): Promise<Task[] | undefined> {
    const { visit, own } = this
    if (visit?.page.kind !== 'code' || this.sending) return undefined
    own.isOn = true
    const source = own.answering(visit, visit.page.server)
    if (!source) return undefined
    this.failed = undefined
    return this.underWay.during(async (waiting) => {
      try {
        const { areHeld, exchange } = await this.ownWork.run(visit, source, waiting)
        if (visit === this.visit && exchange) this.show(exchange)
        return this.progress.checked(visit, areHeld)
      } catch (error) {
        if (visit === this.visit) this.fail(error, source)
      }
      return []
    })
  }

  /** There is no answer: keeps why, and what is wrong with the copy that was to give it. */
  private fail(error: unknown, own: OwnSource | undefined): void {
    this.failed = failedBy(error, own ? 'own' : this.responder.mode)
    this.ownWork.fail(error, own)
  }

  /** Waits no more for the answer to what was sent; one that comes later is dropped. */
  cancel(): void {
    this.underWay.cancel()
  }

  /** Sends an attack, with the cookies a browser would let go along. */
  async attack({ draft, attacked }: Attack): Promise<Task[] | undefined> {
    const { asOtherSite } = await import('../stage/other-site.ts')
    // The answer to what is on the bench has not come yet.
    if (this.sending) return undefined
    this.composer.put(asOtherSite(draft, this.cookiesFor(draft)))
    return this.send(attacked)
  }

  /**
   * Enters what crossed the wire into the journal; gives the tasks it finished.
   *
   * It is shown as long as the visit it was sent from lasts: elsewhere it would look like the answer to what is
   * on the bench there.
   */
  add(sent: Sent, visit = this.visit): Task[] {
    if (!visit) return []
    const { lesson } = visit
    const exchange = this.journal.enter(sent, visit)
    this.cookies.take(exchange)
    if (visit === this.visit) this.show(exchange)
    // What the learner's own copy answers proves nothing of ours.
    if (exchange.mode === 'own' || !isOfLesson(exchange)) return []
    return this.progress.prove(lesson, this.journal.of(lesson.slug))
  }

  /** The lesson's exchanges, oldest first; the same list until one more comes. */
  get exchanges(): readonly Exchange[] {
    return this.visit ? this.journal.of(this.visit.lesson.slug) : []
  }

  /** The newest token one of the lesson's servers gave out; empty when none has. */
  get issued(): string {
    return this.visit ? this.journal.issued(this.visit.lesson.slug) : ''
  }

  /** The wrong attempt that the newest exchange is, if it is the one shown, and of the lesson. */
  get detected(): string | undefined {
    if (this.shown?.lesson !== this.visit?.lesson.slug) return undefined
    return this.journal.detected(this.shown)
  }

  /** The cookies that go with a request to that place. */
  cookiesFor({ server, path }: Pick<RequestDraft, 'server' | 'path'>): Cookie[] {
    if (!this.visit) return []
    const url = draftUrl(this.visit.lesson, { ...this.draft, server, path }, this.base)
    return this.cookies.for(url, this.answering)
  }

  /** Who answers what is on the bench. */
  get answering(): Answering {
    const { visit, own, responder, draft } = this
    return visit && own.answering(visit, draft.server) ? 'own' : responder.mode
  }
}
