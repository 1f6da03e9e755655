/** A lesson as it is presented: where one is, what the room voted, how it looks. It knows no document. */

import type { TemplateResult } from 'lit'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Playground } from '../state/playground.ts'
import { pageAfter } from '../state/resume-point.ts'
import { type Kept, LOOKS, SCALE, scaleIn } from './kept.ts'
import { exchangeFacts, pageFacts, type RoomPage } from './page-facts.ts'
import type { PresentCommand } from './present-command.ts'
import { type Step, stepsOf } from './steps.ts'
import { SideWay } from './side-way.ts'
import { counted, NO_VOTE, type Vote } from './votes.ts'
import { back, forward, placeIn, restOf } from './walk.ts'

export class Presentation {
  readonly playground: Playground
  readonly kept: Kept
  private readonly now: () => number
  /** The page that is shown; undefined before the first. */
  page: RoomPage | undefined
  /** What to take from the page; undefined until it is loaded. */
  why: TemplateResult | undefined
  /** Whether secrets are shown, as long as a key is held. */
  isRevealed = false
  /** What is sent beside the way, in the place of what the page has. */
  readonly side: SideWay
  /** By page: id of the exchange that it is about, sent at its step. */
  private readonly sent = new Map<string, number>()
  /** Pages whose request was sent in this window, whatever came of it. */
  private readonly tried = new Set<string>()
  /** Whether the page that is opened next begins with its first thing. */
  private beginsAnew = false
  onChange: () => void = () => {}
  /** Called when the presenter wants to have the workbench back. */
  onLeave: () => void = () => {}

  constructor(playground: Playground, kept: Kept, now = Date.now) {
    this.playground = playground
    this.kept = kept
    this.now = now
    this.side = new SideWay(playground, {
      send: (attacked) => this.send(attacked),
      onChange: () => this.onChange(),
      isAboutToSend: () => !this.exchange && this.steps[this.at]?.kind === 'request',
    })
  }

  /** Shows a page, or the same one as it is now. */
  show(page: RoomPage): void {
    const isOther = this.page?.visit.page !== page.visit.page
    const isTold = this.page?.prose === page.prose
    this.page = page
    if (isOther) this.enter(page)
    if (isOther || !isTold) this.side.enter(page)
    if (isOther || !isTold) void this.loadWhy(page)
  }

  private enter({ visit: { lesson } }: RoomPage): void {
    const { key, kept } = this
    if (this.beginsAnew) this.put(0)
    this.beginsAnew = false
    const { lessons, page } = kept.progressed
    kept.progress({
      lessons: { [lesson.slug]: this.now(), ...lessons },
      page: page?.key === key ? page : { key, at: this.now() },
    })
  }

  private async loadWhy(page: RoomPage): Promise<void> {
    const { visit, prose } = page
    const { id, kind } = visit.page
    this.why = kind === 'code' ? prose.pages[id]?.after : undefined
    if (kind === 'code') return
    const help = await prose.help().catch(() => undefined)
    if (this.page?.prose !== prose || this.page.visit.page !== visit.page) return
    this.why = help?.pages[id]?.after
    this.onChange()
  }

  // What is shown

  /** What came of sending at the page's step for it; whoever turns back to a page finds it there. */
  get exchange(): Exchange | undefined {
    return this.playground.workbench.journal.find(this.sent.get(this.key) ?? -1)
  }

  get steps(): Step[] {
    const { page, exchange } = this
    if (!page) return []
    const { workbench } = this.playground
    const { lesson } = page.visit
    const facts = pageFacts(page, exchange?.server ?? workbench.draft.server, this.why)
    return stepsOf(facts, exchange && exchangeFacts(lesson, exchange))
  }

  /** The place of the newest thing that is shown. */
  get at(): number {
    const place = this.kept.progressed.places[this.key]
    if (!place) return 0
    const { steps } = this
    const at = placeIn(steps, place.at, place.step)
    // After a reload nothing is there of what was sent: it is about to be sent again.
    const sends = steps.findIndex(({ kind }) => kind === 'send')
    const isLost = sends > 0 && at >= sends && !this.exchange && !this.tried.has(this.key)
    return isLost ? sends - 1 : at
  }

  get vote(): Vote {
    return this.kept.progressed.votes[this.key] ?? NO_VOTE
  }

  /** The option that came true; undefined before the answer, or where none did. */
  get came(): string | undefined {
    const { exchange, page } = this
    const task = page?.visit.page
    if (task?.kind !== 'predict' || !exchange || !task.asked(exchange)) return undefined
    return task.options.find(({ right }) => right(exchange))?.id
  }

  private get key(): string {
    const { lesson, page } = this.page?.visit ?? {}
    return `${lesson?.slug}/${page?.id}`
  }

  // What a presenter does

  async perform(command: PresentCommand): Promise<void> {
    await this.performed(command)
    this.onChange()
  }

  private performed(command: PresentCommand): void | Promise<void> {
    const { kept } = this
    switch (command.kind) {
      case 'forward':
        return this.forward()
      case 'rest':
        return this.side.isOpen ? this.side.rest() : this.put(restOf(this.steps, this.at))
      case 'back': {
        if (this.side.isOpen) return this.side.close()
        const { at, isOver } = back(this.at)
        return isOver ? this.turn(-1) : this.put(at)
      }
      case 'turn':
        // Back leads to the beginning of the page first.
        if (command.by < 0 && this.at > 0) {
          this.put(0)
          return this.side.close()
        }
        this.side.drop()
        return this.turn(command.by, { anew: true })
      case 'send':
        return this.side.sendWhole()
      case 'next-request':
        return this.side.next()
      case 'use-token': {
        const token = this.playground.workbench.issued
        return token ? this.playground.perform({ kind: 'use-token', token }) : undefined
      }
      case 'vote':
        return this.count(command.option, command.by)
      case 'hide-votes':
        return kept.choose({ hidesVotes: !kept.chosen.hidesVotes })
      case 'close-vote':
        return this.setVote({ ...this.vote, isClosed: !this.vote.isClosed })
      case 'reveal':
        this.isRevealed = command.isOn
        return
      case 'scale': {
        const wanted = command.by === 0 ? SCALE.least : kept.chosen.scale + command.by * SCALE.step
        return kept.choose({ scale: scaleIn(wanted) })
      }
      case 'change-look': {
        const next = LOOKS[(LOOKS.indexOf(kept.chosen.look) + 1) % LOOKS.length]!
        return kept.choose({ look: next })
      }
      case 'split':
        return kept.choose({ isSplit: !kept.chosen.isSplit })
      case 'restart-clock':
        return this.restartClock()
      case 'leave':
        return this.onLeave()
      default:
        return command satisfies never
    }
  }

  private async forward(): Promise<void> {
    if (this.side.isOpen) return this.side.forward()
    // Who is quick would send while the login before it is still under way.
    if (this.steps[this.at]?.kind === 'request') await this.side.ready
    const { steps, exchange, playground } = this
    const isSending = playground.workbench.sending
    const { at, sends, isOver } = forward(this.at, steps, {
      isAnswered: exchange !== undefined,
      isSending,
    })
    if (isOver) return this.turn(1, { anew: true })
    if (steps[this.at]?.kind === 'vote' && at !== this.at) {
      this.setVote({ ...this.vote, isClosed: true })
    }
    this.put(at)
    this.onChange()
    if (!exchange && !isSending && steps[at]?.kind === 'request') await this.side.putOwn()
    if (!sends) return
    const key = this.key
    this.tried.add(key)
    const id = await this.send()
    if (id !== undefined) this.sent.set(key, id)
  }

  private put(at: number): void {
    const step = this.steps[at]
    if (!step) return
    const { places } = this.kept.progressed
    this.kept.progress({ places: { ...places, [this.key]: { at, step } } })
  }

  /** Sends what is on the bench; gives the id of what came of it, where something did. */
  private async send(attacked?: string): Promise<number | undefined> {
    const { workbench } = this.playground
    const before = workbench.journal.newest
    await this.playground.perform(
      attacked === undefined
        ? { kind: 'send', isPresented: true }
        : { kind: 'attack', attacks: [{ draft: workbench.draft, attacked }] },
    )
    const { newest } = workbench.journal
    return newest === before ? undefined : newest?.id
  }

  /** Opens the page before or after; back by one thing leads to where that page was left. */
  private turn(by: 1 | -1, { anew = false } = {}): Promise<void> | undefined {
    const { visit } = this.page ?? {}
    const page = visit && pageAfter(visit, by)
    if (!page) return undefined
    this.beginsAnew = anew
    return this.playground.perform({
      kind: 'open',
      route: { lesson: visit.lesson.slug, page: page.id },
    })
  }

  private count(option: number, by: 1 | -1): void {
    const task = this.page?.visit.page
    const id = task?.kind === 'predict' ? task.options[option]?.id : undefined
    if (id !== undefined) this.setVote(counted(this.vote, id, by))
  }

  private setVote(vote: Vote): void {
    this.kept.progress({ votes: { ...this.kept.progressed.votes, [this.key]: vote } })
  }

  private restartClock(): void {
    const { slug } = this.page?.visit.lesson ?? {}
    const now = this.now()
    this.kept.progress({
      ...(slug !== undefined && { lessons: { ...this.kept.progressed.lessons, [slug]: now } }),
      page: { key: this.key, at: now },
    })
  }
}
