/** The journal: everything that crossed the wire, and what is read off it once for all. */

import { issuedBy } from '../../lessons/exchange/access-token.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Sent } from '../stage/send.ts'
import type { Forgotten } from './progress.ts'
import type { Visit } from './visit.ts'

/** More exchanges than this are not kept: a journal is to be read. */
export const JOURNAL_LIMIT = 100

/** What is read off a lesson's exchanges. */
interface LessonJournal {
  /** Oldest first. */
  exchanges: readonly Exchange[]
  /** The newest token one of its servers gave out, to the browser or on a hop; empty when none has. */
  issued: string
}

export class Journal {
  /** Oldest first. */
  exchanges: readonly Exchange[] = []
  private nextId = 1
  /** Slugs of the lessons that had exchanges here, whatever became of them. */
  private readonly begun = new Set<string>()
  /** By slug, since the last change: they are asked for at every key. */
  private readonly byLesson = new Map<string, LessonJournal>()
  /** The wrong attempt that the newest exchange is. */
  private detector: string | undefined
  /** Called when the exchanges are others. */
  onChange: () => void = () => {}

  get newest(): Exchange | undefined {
    return this.exchanges.at(-1)
  }

  /** Enters what crossed the wire for the visit it was sent from. */
  enter(sent: Sent, { lesson, page }: Visit): Exchange {
    const exchange: Exchange = { ...sent, id: this.nextId++, page: page.id }
    this.begun.add(lesson.slug)
    this.change([...this.exchanges, exchange].slice(-JOURNAL_LIMIT))
    // What the learner's own copy makes of an attempt is no matter of ours.
    const isOurs = exchange.mode !== 'own'
    this.detector = lesson.detectors.find(({ fits }) => isOurs && fits(exchange))?.id
    this.onChange()
    return exchange
  }

  /** The exchange of that id; undefined where it is kept no more. */
  find(id: number): Exchange | undefined {
    return this.exchanges.find((exchange) => exchange.id === id)
  }

  /** Takes in what another load of this page had, oldest first. */
  restore(exchanges: readonly Exchange[]): void {
    for (const { lesson } of exchanges) this.begun.add(lesson)
    this.nextId = Math.max(this.nextId, ...exchanges.map(({ id }) => id + 1))
    this.change(exchanges)
    this.onChange()
  }

  clear(): void {
    this.change([])
    this.onChange()
  }

  /** Drops the exchanges that would prove again what was taken back. */
  forget(what: Forgotten): void {
    const isKept = ({ lesson, page }: Exchange) =>
      (what.lesson ?? lesson) !== lesson || (what.page ?? page) !== page
    this.change(this.exchanges.filter(isKept))
    this.onChange()
  }

  /** A lesson's own exchanges, the same list until one more comes. */
  of(slug: string): readonly Exchange[] {
    return this.read(slug).exchanges
  }

  /** Whether a lesson had exchanges since the page was loaded. */
  hasBegun(slug: string): boolean {
    return this.begun.has(slug)
  }

  /** The newest token one of a lesson's servers gave out; empty when none has. */
  issued(slug: string): string {
    return this.read(slug).issued
  }

  /** Id of the detector that fits an exchange, where it is the newest one. */
  detected(exchange: Exchange | undefined): string | undefined {
    return exchange && exchange === this.newest ? this.detector : undefined
  }

  private change(exchanges: readonly Exchange[]) {
    if (exchanges.at(-1) !== this.newest) this.detector = undefined
    this.exchanges = exchanges
    this.byLesson.clear()
  }

  private read(slug: string): LessonJournal {
    const known = this.byLesson.get(slug)
    if (known) return known
    const exchanges = this.exchanges.filter(({ lesson }) => lesson === slug)
    let issued: string | undefined
    for (let at = exchanges.length - 1; at >= 0 && !issued; at--) issued = issuedBy(exchanges[at]!)
    const read = { exchanges, issued: issued ?? '' }
    this.byLesson.set(slug, read)
    return read
  }
}
