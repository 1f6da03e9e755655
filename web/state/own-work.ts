/** What came of the learner's own copy: what is wrong with it, and the checks that were run on it. */

import type { CodeProblem } from '../../lessons/exchange/code-problem.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { OwnTrouble } from '../stage/own/own-failure.ts'
import type { OwnSource } from '../stage/own/own-source.ts'
import type { CodeChecks, ChecksOptions } from './code-checks.ts'
import type { Responder } from './responder.ts'
import type { Visit } from './visit.ts'
import type { Waiting } from './waiting.ts'
import type { Workbench } from './workbench.ts'

interface Options extends ChecksOptions {
  responder: ChecksOptions['responder'] & Pick<Responder, 'prepareOwn'>
}

/** Who writes nothing for so many milliseconds may send what is written. */
const PAUSE = 250

export class OwnWork {
  private readonly options: Options
  /** What is wrong with the copy, where it gave no answer. */
  problems: (OwnSource & { problems: readonly CodeProblem[] }) | undefined
  /** The checks of the code task that is open. */
  checks: CodeChecks | undefined
  private pause: ReturnType<typeof setTimeout> | undefined
  onChange: () => void = () => {}

  constructor(options: Options) {
    this.options = options
  }

  /** A page is opened: what was tried on another belongs there. */
  enter(): void {
    clearTimeout(this.pause)
    this.problems = undefined
    this.checks = undefined
  }

  /** Has the copy start once nothing more is written for a moment: it answers sooner then. */
  prepare(bench: Pick<Workbench, 'visit' | 'own' | 'draft' | 'sending'>): void {
    clearTimeout(this.pause)
    this.pause = setTimeout(() => {
      const { visit, own, draft, sending } = bench
      const server = visit?.page.kind === 'code' ? visit.page.server : draft.server
      const source = visit && own.answering(visit, server)
      // What is under way is answered by the text as it was.
      if (!source || sending) return
      void this.options.responder.prepareOwn({ source, lesson: visit.lesson, server })
    }, PAUSE)
  }

  /** There is no answer of a copy: keeps what is wrong with it, as far as that is known. */
  fail(error: unknown, source: OwnSource | undefined): void {
    const { trouble } = Object(error) as { trouble?: OwnTrouble }
    this.problems =
      source && trouble?.kind === 'problems' ? { ...source, problems: trouble.problems } : undefined
  }

  /**
   * Runs the checks of a page; gives whether all hold, and the exchange to look at: that of the first that fell, else
   * of the last that was let in.
   *
   * @throws OwnFailure when the copy gives no answer: the checks after that are not run.
   */
  async run(
    visit: Visit,
    source: OwnSource,
    waiting: Waiting,
  ): Promise<{ areHeld: boolean; exchange: Exchange | undefined }> {
    this.problems = undefined
    const checks = (this.checks ??= await this.makeChecks())
    await checks.run(visit, source, waiting)
    return { areHeld: checks.areHeld(visit), exchange: checks.mostTelling(visit) }
  }

  private async makeChecks(): Promise<CodeChecks> {
    const { CodeChecks } = await import('./code-checks.ts')
    const checks = new CodeChecks(this.options)
    checks.onChange = () => this.onChange()
    return checks
  }
}
