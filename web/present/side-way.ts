/** What is sent beside a page's way: a request of the page or of the spot. The page's own place stays meanwhile. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Prepared, PreparedRequest } from '../../lessons/prepared.ts'
import type { Playground } from '../state/playground.ts'
import { Beside } from './beside.ts'
import { draftOf, loadPrepared, NOTHING_PREPARED, offersOf, takeOffer } from './offers.ts'
import { exchangeFacts, type RoomPage } from './page-facts.ts'
import { bringGiven, prepare } from './prepare.ts'
import type { Step } from './steps.ts'
import { restOf } from './walk.ts'

/** What leads back to. */
interface Home {
  /** Sends what is on the bench; gives the id of what came of it. */
  send: (attacked?: string) => Promise<number | undefined>
  onChange: () => void
  /** Whether the page's own request is on the screen, and was not sent. */
  isAboutToSend: () => boolean
}

export class SideWay {
  private readonly playground: Playground
  private readonly home: Home
  private page: RoomPage | undefined
  private prepared: { folder: string; what: Prepared } | undefined
  private beside: Beside | undefined
  /** Which of the offers is on the bench. */
  offerAt = 0
  /** Settles when the page's own request stands on the bench with what it takes for granted. */
  ready: Promise<void> = Promise.resolve()
  /** Whether that login is under way: nothing of it is for the room to see. */
  private isPreparing = false

  constructor(playground: Playground, home: Home) {
    this.playground = playground
    this.home = home
  }

  /** Another page is shown, or the same one in other words. */
  enter(page: RoomPage): void {
    const isOther = this.page?.visit.page !== page.visit.page
    this.page = page
    void this.load(page)
    if (!isOther) return
    this.beside = undefined
    this.offerAt = hasOwn(page) ? 0 : -1
  }

  private async load({ visit: { lesson } }: RoomPage): Promise<void> {
    const { folder } = lesson
    if (this.prepared?.folder === folder) return
    const what = await loadPrepared(folder)
    if (this.page?.visit.lesson !== lesson) return
    this.prepared = { folder, what }
    this.home.onChange()
  }

  get isOpen(): boolean {
    return this.beside !== undefined
  }

  /** What came of it. */
  get exchange(): Exchange | undefined {
    return this.playground.workbench.journal.find(this.beside?.id ?? -1)
  }

  /** What there is to show of it, and how much of that is shown. */
  get way(): { steps: Step[]; at: number } {
    const { beside, exchange, page } = this
    const steps = beside?.steps(exchange && page && exchangeFacts(page.visit.lesson, exchange))
    return { steps: steps ?? [], at: Math.min(beside?.at ?? 0, (steps?.length ?? 1) - 1) }
  }

  /** The requests that are one key away, in their order. */
  get offers(): PreparedRequest[] {
    const { page, prepared } = this
    if (!page) return []
    const isOfLesson = prepared?.folder === page.visit.lesson.folder
    return offersOf(page, isOfLesson ? prepared.what : NOTHING_PREPARED)
  }

  /** Shows the next of the page's requests; the step after sends it. */
  async next(): Promise<void> {
    const { page, playground } = this
    await this.ready
    if (!page || page !== this.page || playground.workbench.sending) return
    await this.load(page)
    const { offers } = this
    const at = (this.offerAt + 1) % Math.max(1, offers.length)
    const offer = offers[at]
    if (!offer) return
    await this.preparing(() => bringGiven(playground, () => this.home.send()))
    await takeOffer(offer, playground)
    this.offerAt = at
    this.beside = new Beside({ offer })
  }

  /** Sends what is on the bench, and shows all of it at once. */
  async sendWhole(): Promise<void> {
    await this.ready
    if (this.playground.workbench.sending) return
    const { offer, id } = this.beside ?? {}
    // What was sent as an attack is sent as one once.
    const isNew = offer !== undefined && id === undefined
    await this.send(new Beside({ isWhole: true, ...(isNew && { offer }) }))
  }

  private async send(beside: Beside): Promise<void> {
    this.beside = beside
    this.home.onChange()
    const id = await this.home.send(beside.offer?.attacked)
    if (id !== undefined) beside.id = id
  }

  /** The next step of it; after the last, back to the page. */
  async forward(): Promise<void> {
    const { beside } = this
    if (!beside) return
    if (beside.id === undefined) {
      beside.at = Math.max(1, beside.at)
      return this.playground.workbench.sending ? undefined : this.send(beside)
    }
    const { steps, at } = this.way
    if (at === steps.length - 1) return this.close()
    beside.at = at + 1
  }

  /** All decisions at once; then the answer. */
  async rest(): Promise<void> {
    const { beside } = this
    if (!beside || beside.id === undefined) return
    const { steps, at } = this.way
    if (at === steps.length - 1) return this.close()
    beside.at = restOf(steps, at)
  }

  /** Leads back to the page. */
  async close(): Promise<void> {
    const { playground, home } = this
    this.drop()
    if (playground.workbench.now) await playground.perform({ kind: 'move-clock', now: null })
    if (home.isAboutToSend()) await this.putOwn()
  }

  /** Another page is to be opened. */
  drop(): void {
    this.beside = undefined
  }

  /** Puts the page's own request on the bench again, with what it takes for granted. */
  putOwn(): Promise<void> {
    return (this.ready = this.put())
  }

  private async put(): Promise<void> {
    const { playground, home, page, offers } = this
    if (page && hasOwn(page) && this.offerAt !== 0) {
      this.offerAt = 0
      await takeOffer(offers[0]!, playground)
    }
    await this.preparing(() => prepare(playground, () => home.send()))
  }

  private async preparing(prepares: () => Promise<void>): Promise<void> {
    this.isPreparing = true
    await prepares().finally(() => (this.isPreparing = false))
  }

  /** What the room sees of the bench: while the login before is made, what stands there afterwards. */
  get draft(): RequestDraft {
    const { page, playground, offers, isPreparing } = this
    return isPreparing && page && hasOwn(page)
      ? draftOf(offers[0]!, playground)
      : playground.workbench.draft
  }
}

const hasOwn = ({ visit }: RoomPage): boolean => visit.page.request !== undefined
