/** The checks of a code task: each a request to the learner's own copy, and an exchange that anybody can look at. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { OwnSource } from '../stage/own/own-source.ts'
import { runChecks } from './check-run.ts'
import { type Failed, failedBy } from './failure.ts'
import { newestAttack } from './page-requests.ts'
import type { Journal } from './journal.ts'
import type { Responder } from './responder.ts'
import type { Visit } from './visit.ts'
import type { Waiting } from './waiting.ts'

/** What came of a check. */
export interface CheckResult {
  /** Number of its exchange. */
  exchange: number
  holds: boolean
  /** What an exception said that left the code on the way. */
  threw?: string
}

/** What came of the checks, as far as they were run. */
export interface CheckRun {
  /** The text that they were run on. */
  source: OwnSource
  /** By id of the check. */
  results: Record<string, CheckResult>
  isRunning: boolean
  /** How many checks there are. */
  all: number
  /** Why the run ended before all of them were asked. */
  failed?: Failed
}

export interface ChecksOptions {
  journal: Journal
  responder: Pick<Responder, 'send' | 'restartOwn'>
}

export class CodeChecks {
  private readonly options: ChecksOptions
  /** When they were run last in this visit; another object with each result. */
  last: CheckRun | undefined
  /** How often they were run in this visit and did not all hold. */
  failedRuns = 0
  onChange: () => void = () => {}

  constructor(options: ChecksOptions) {
    this.options = options
  }

  /** How many held when they were run last, and how many there are. */
  get count(): { held: number; all: number } {
    const results = Object.values(this.last?.results ?? {})
    return { held: results.filter(({ holds }) => holds).length, all: this.last?.all ?? 0 }
  }

  /** Whether all of a page's checks held when they were run last. */
  areHeld({ code }: Visit): boolean {
    const { last } = this
    return code !== undefined && code.checks.every(({ id }) => last?.results[id]?.holds === true)
  }

  /** The exchange of the first check that did not hold; where none fell, of the last that was let in. */
  mostTelling({ code }: Visit): Exchange | undefined {
    const run = (code?.checks ?? []).flatMap(({ id }) => this.last?.results[id] ?? [])
    const exchangeOf = ({ exchange }: CheckResult) => this.options.journal.find(exchange)
    const fallen = run.find(({ holds }) => !holds)
    if (fallen) return exchangeOf(fallen)
    const exchanges = run.flatMap((each) => exchangeOf(each) ?? [])
    return exchanges.findLast(({ response }) => response.status < 400) ?? exchanges.at(-1)
  }

  /**
   * Sends what the checks of a page ask, in order, to a server that has just been started.
   *
   * @throws OwnFailure when the copy gives no answer: the checks after that are not run.
   */
  async run(visit: Visit, source: OwnSource, waiting: Waiting): Promise<void> {
    const { responder, journal } = this.options
    const { lesson, page } = visit
    const checks = visit.code?.checks ?? []
    this.show({ source, results: {}, isRunning: true, all: checks.length })
    try {
      await responder.restartOwn()
      await runChecks(
        checks,
        async ({ stopped }, draft) => {
          // What is sent to another server, as by a thief, is answered by that one.
          const isOwn = page.kind === 'code' && draft.server === page.server
          const own = isOwn ? source : undefined
          const sent = await waiting.answerTo(
            (signal) => responder.send(draft, { lesson, cookie: '', stopped, signal, own }),
            () => {},
          )
          return journal.enter({ ...sent, origin: 'check' }, visit)
        },
        ({ id, holds }, exchange) => {
          const threw = exchange.own?.problems.find(({ kind }) => kind === 'thrown')?.text
          const result: CheckResult = {
            exchange: exchange.id,
            holds: holds(exchange),
            ...(threw !== undefined && { threw }),
          }
          this.show({ ...this.last!, results: { ...this.last!.results, [id]: result } })
        },
        page.kind === 'code' && page.replays !== undefined
          ? newestAttack(lesson, page.replays, journal.of(lesson.slug))
          : undefined,
      )
    } catch (reason) {
      if (this.last?.source === source)
        this.last = { ...this.last, failed: failedBy(reason, 'own') }
      throw reason
    } finally {
      if (this.last?.source === source) {
        this.show({ ...this.last, isRunning: false })
        if (!this.areHeld(visit)) this.failedRuns += 1
      }
    }
  }

  private show(run: CheckRun): void {
    this.last = run
    this.onChange()
  }
}
