/** What is looked at inside the server: which tab, which token, which place of the code. */

import type { LessonPage } from '../../lessons/lesson.ts'
import type { CodeLook } from './code-place.ts'
import type { Command, PanelTab } from './command.ts'
import type { Visit } from './visit.ts'

/** What changes it. */
export type LookCommand = Extract<
  Command,
  {
    kind:
      | 'open-tab'
      | 'show-token'
      | 'show-region'
      | 'show-code'
      | 'show-decision'
      | 'choose-code-language'
  }
>

const isInDocs = (page: LessonPage) => 'place' in page && page.place === 'docs'

export class Looking {
  tab: PanelTab = 'code'
  /** The token to inspect; a new object each time it is asked for. */
  requestedToken: { token: string } | undefined
  /** A region of the source that the prose points at, until the next exchange. */
  region = ''
  /** How often a region was pointed at: whoever has scrolled on may want to see the same one again. */
  pointed = 0
  /** What the code is looked at for; the language stays from lesson to lesson. */
  code: CodeLook = { language: 'typescript' }

  /** A page is opened. */
  enter({ page }: Visit, isOtherLesson: boolean): void {
    this.region = page.kind === 'code' ? page.region : ''
    if (isOtherLesson) {
      // What was looked at in another lesson belongs there: its token, its pages, a place in its code.
      this.tab = 'code'
      this.requestedToken = undefined
      this.look()
    } else {
      this.leaveDecision()
    }
    // It is written in the code pane, whatever was looked at before; the docs page is what one page was about.
    if (page.kind === 'code' || (this.tab === 'docs' && !isInDocs(page))) this.tab = 'code'
  }

  /** An answer is shown: what was pointed at before is of no interest to it; a file that was opened stays. */
  arrived(): void {
    this.region = ''
    this.leaveDecision()
  }

  perform(command: LookCommand): void {
    switch (command.kind) {
      case 'open-tab':
        this.tab = command.tab
        return
      case 'show-token':
        this.requestedToken = { token: command.token }
        this.tab = 'token'
        return
      case 'show-region':
        this.region = command.region
        this.pointed++
        this.look()
        this.tab = 'code'
        return
      case 'show-code':
        return this.look(command.place && { place: command.place })
      case 'show-decision':
        this.tab = 'code'
        return this.look({ decision: command.decision })
      case 'choose-code-language':
        this.code = { ...this.code, language: command.language }
        return
      default:
        return command satisfies never
    }
  }

  /** The answer that it was decided in is shown no more. */
  private leaveDecision(): void {
    if (this.code.decision) this.look()
  }

  private look(at: Omit<CodeLook, 'language'> = {}): void {
    this.code = { ...at, language: this.code.language }
  }
}
