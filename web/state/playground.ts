/** The whole state of a playground: who owns which datum, and what each command does to them. */

import type { Answering, Mode } from '../../lessons/exchange/exchange.ts'
import type { Task } from '../../lessons/lesson.ts'
import type { Attack } from '../stage/other-site.ts'
import type { Announcement } from './announcement.ts'
import type { AtHand } from './at-hand.ts'
import type { Command, HelpCommand } from './command.ts'
import { withBearer, withCookieHeader } from './draft-edits.ts'
import { LearnerProgress } from './learner-progress.ts'
import { Looking } from './looking.ts'
import type { Navigation } from './navigation.ts'
import type { OwnCopies } from './own-copies.ts'
import type { Forgotten, TaskProgress } from './progress.ts'
import type { Responder } from './responder.ts'
import type { Route } from './route.ts'
import type { SavedState } from './saved-state.ts'
import type { Visit } from './visit.ts'
import { Workbench } from './workbench.ts'
import type { Sent } from '../stage/send.ts'

interface PlaygroundOptions {
  saved: SavedState
  responder: Responder
  own: OwnCopies
  /** URL of the playground, with a slash at its end. */
  base: string
  /**
   * Leads to a place; what is left out of the route stays as it is. Whoever does it calls `enter` once there is
   * something to see.
   */
  open: (route: Partial<Route>) => void
}

export class Playground {
  readonly saved: SavedState
  readonly responder: Responder
  readonly progress: LearnerProgress
  readonly workbench: Workbench
  readonly own: OwnCopies
  private readonly base: string
  private readonly open: PlaygroundOptions['open']
  /** Undefined before the first wish for it. */
  atHand: AtHand | undefined

  readonly looking = new Looking()
  /** Whether the lesson has an answer to what was sent, while it may be out of sight. */
  hasNews = false

  /** Called when anything changed. */
  onChange: () => void = () => {}
  onAnnouncement: (announcement: Announcement) => void = () => {}
  /** Called once a command has been performed, or a page opened by its address: the eyes may have to follow. */
  onPerformed: (command: Command) => void = () => {}
  /** Called when the draft was sent, and an answer came, or none. */
  onSent: () => void = () => {}

  constructor({ saved, responder, own, base, open }: PlaygroundOptions) {
    this.saved = saved
    this.responder = responder
    this.base = base
    this.open = open
    this.progress = new LearnerProgress(saved)
    this.own = own
    this.workbench = new Workbench({ progress: this.progress, responder, own, base })
    const changed = () => this.onChange()
    saved.onChange = responder.onChange = this.workbench.onChange = changed
    saved.whenForgotten((what) => this.workbench.forget(what))
  }

  /** Opens a page. */
  enter(visit: Visit): void {
    const { lesson } = visit
    const before = this.workbench.visit
    this.saved.enter(lesson.slug, visit.page.id)
    this.hasNews = false
    this.looking.enter(visit, before?.lesson !== lesson)
    this.workbench.enter(visit)
    this.onPerformed({ kind: 'open', route: { lesson: lesson.slug, page: visit.page.id } })
  }

  /** What the lesson says to the last answer has been seen. */
  seeNews(): void {
    this.hasNews = false
    this.onChange()
  }

  /** Takes in what the docs page sent. */
  add(sent: Sent): void {
    void this.told(() => this.workbench.add(sent))
  }

  /** Does what a person wants; settles when all that it brings about has come. */
  async perform(command: Command): Promise<void> {
    await this.performed(command)
    this.onChange()
    // A page that is opened says so itself, however it came about.
    if (command.kind !== 'open') this.onPerformed(command)
  }

  private performed(command: Command): void | Promise<void> {
    const { workbench } = this
    switch (command.kind) {
      case 'open':
        return this.open(command.route)
      case 'start-over':
        return this.startOver(command.what)
      case 'take-in':
        return import('./take-in.ts').then(({ takeIn }) => takeIn(this, command.file))
      case 'edit-draft':
        return workbench.edit(command.draft)
      case 'use-request':
        return workbench.use(command.request)
      case 'use-sent':
      case 'send-again':
      case 'recall':
      case 'ask-for-suggestions':
        return this.help(command)
      case 'use-token':
        return workbench.edit(withBearer(workbench.draft, command.token))
      case 'use-cookie':
        return workbench.edit(withCookieHeader(workbench.draft, command.cookie))
      case 'send':
        return this.send(command.isPresented)
      case 'cancel':
        return workbench.cancel()
      case 'send-in-browser':
        this.changeMode('browser')
        return this.send()
      case 'navigate':
        return this.navigate(command.navigation)
      case 'attack':
        return this.attack(command.attacks)
      case 'predict':
        return this.sendIf(() => workbench.predict(command.option))
      case 'read':
        return this.sendIf(() => workbench.read(command.text))
      case 'replay':
        return this.sendIf(() => workbench.replay())
      case 'change-mode':
        return command.mode === 'own' ? this.turnToOwn() : this.changeMode(command.mode)
      case 'edit-code':
        this.own.edit(command, command.text, command.start)
        // What comes from elsewhere runs when it is asked, and not before.
        return command.typed ? workbench.ownWork.prepare(workbench) : undefined
      case 'reset-code':
        return this.own.reset(command)
      case 'restore-code':
        return this.own.restore(command)
      case 'run-checks':
        return this.runChecks()
      case 'stop':
        return workbench.stop(command.stopped)
      case 'move-clock':
        return workbench.moveClock(command.now === null ? undefined : new Date(command.now))
      case 'show-exchange':
        return workbench.show(workbench.journal.find(command.id))
      case 'clear-journal':
        return workbench.clear()
      case 'open-tab':
      case 'show-token':
      case 'show-region':
      case 'show-code':
      case 'show-decision':
      case 'choose-code-language':
        return this.looking.perform(command)
      case 'choose-theme':
        this.saved.choose({ theme: command.theme })
        return this.onAnnouncement({ kind: 'theme', theme: command.theme })
      case 'choose-shell':
        return this.saved.choose({ shell: command.shell })
      case 'choose-columns':
        return this.saved.choose({ columns: command.columns })
      default:
        return command satisfies never
    }
  }

  private startOver(what: Forgotten): void {
    const { visit } = this.workbench
    this.workbench.startOver(what)
    // Of a lesson that is not open nobody knows the servers here.
    const lesson = visit?.lesson.slug === what.lesson ? visit?.lesson : undefined
    if (lesson || what.lesson === undefined) this.own.startOver(what, lesson)
    // The page that is open begins anew.
    if (visit && lesson && what.page === visit.page.id) this.workbench.enter({ ...visit })
    if (lesson && what.page === undefined) {
      this.open({ lesson: lesson.slug, page: lesson.pages[0]!.id })
    }
    this.onAnnouncement({ kind: 'started-over', what })
  }

  /** Has the learner's own copy answer, where there is one. */
  private turnToOwn(): void {
    const { workbench, own } = this
    const { visit } = workbench
    if (own.isOn || !visit || !own.sourceOf(visit, workbench.draft.server)) return
    own.isOn = true
    this.turned('own')
  }

  private changeMode(mode: Mode): void {
    if (!this.responder.change(mode)) return
    this.own.isOn = false
    this.turned(mode)
    this.saved.choose({ mode })
  }

  /** Somebody else answers: what is under way was asked of the one before. */
  private turned(mode: Answering): void {
    this.workbench.cancel()
    this.workbench.failed = undefined
    this.onAnnouncement({ kind: 'mode', mode })
  }

  private async runChecks(): Promise<void> {
    if (this.isWaiting()) return
    const { workbench } = this
    const finished = await workbench.runChecks()
    if (!finished || !workbench.ownWork.checks) return
    this.hasNews = true
    this.onAnnouncement({ kind: 'checked', ...workbench.ownWork.checks.count, finished })
    this.onChange()
  }

  private async send(isPresented = false): Promise<void> {
    if (!isPresented && this.workbench.mustPredict)
      return this.onAnnouncement({ kind: 'predict-first' })
    await this.told(() => this.workbench.send())
    this.onSent()
  }

  /** Sends what takes the place of the draft, unless an answer is still to come. */
  private async sendIf(prepare: () => boolean): Promise<void> {
    if (this.isWaiting()) return
    if (prepare()) await this.send()
  }

  /** Reading can begin without what helps to write. */
  private async help(command: HelpCommand): Promise<void> {
    const { AtHand } = await import('./at-hand.ts')
    const hand = (this.atHand ??= new AtHand(this.workbench, this.responder))
    if (command.kind === 'recall') return hand.recall(command.by)
    if (command.kind === 'ask-for-suggestions') return hand.askForSuggestions()
    if (command.kind === 'send-again') return this.sendIf(() => hand.use(command.id))
    hand.use(command.id)
  }

  /** A page in the small browser leads on: the same request as by hand, on the bench for all to see. */
  private async navigate(navigation: Navigation): Promise<void> {
    const { draftForNavigation } = await import('./navigation.ts')
    return this.sendIf(() => {
      const { visit } = this.workbench
      const draft = visit && draftForNavigation(visit.lesson, navigation, this.base)
      if (draft) this.workbench.composer.put(draft)
      return draft !== undefined
    })
  }

  /** Sends attacks, one after the other: the later ones need what the first ones brought. */
  private async attack(attacks: readonly Attack[]): Promise<void> {
    if (this.isWaiting()) return
    for (const attack of attacks) {
      if (!(await this.told(() => this.workbench.attack(attack)))) return
    }
  }

  private isWaiting(): boolean {
    const { sending } = this.workbench
    if (sending) this.onAnnouncement({ kind: 'still-sending' })
    return sending
  }

  /** Has an answer come, and says what it brought; false where none came. */
  private async told(come: () => Task[] | Promise<Task[] | undefined>): Promise<boolean> {
    const { visit } = this.workbench
    const before = visit && this.progress.of(visit)
    const finished = await come()
    const now = visit && this.progress.of(visit)
    // Nothing where the task stands still, or its page is left.
    this.arrived(finished, now === before || visit !== this.workbench.visit ? undefined : now)
    return finished !== undefined
  }

  /**
   * Says what came and which tasks it finished.
   *
   * @param task how far that of the open page is, where it went on.
   */
  private arrived(finished: Task[] | undefined, task: TaskProgress | undefined): void {
    const { workbench } = this
    const exchange = workbench.journal.newest
    if (!finished || !exchange) return
    const isShown = exchange === workbench.shown
    if (isShown) this.looking.arrived()
    this.hasNews = finished.length > 0 || task !== undefined || workbench.detected !== undefined
    this.onAnnouncement({ kind: 'answered', exchange, isShown, finished, ...(task && { task }) })
    this.onChange()
  }
}
