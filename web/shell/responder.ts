/** Who answers the learner's requests: the real server, or the step app in this browser. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Lesson, Mode, RequestDraft } from '../../lessons/lesson.ts'
import { createBrowserStage, type Route } from '../stage/browser-stage.ts'
import { hasRealServer, send, type Sent } from '../stage/send.ts'

export class Responder implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly base: string
  private readonly stage
  private readonly modeKnown: Promise<void>
  mode: Mode
  realServer = false
  /** The way to the step app in this browser; undefined while it is prepared. */
  route: Route | 'failed' | undefined

  /**
   * @param base URL of the playground, with a slash at its end.
   * @param wanted the mode chosen at an earlier visit.
   */
  constructor(host: ReactiveControllerHost, base: string, wanted: Mode | undefined) {
    this.host = host
    this.base = base
    this.stage = createBrowserStage({ base: new URL(base).pathname })
    this.mode = wanted ?? 'browser'
    host.addController(this)
    this.modeKnown = this.findMode(wanted)
  }

  hostConnected(): void {}

  /** Changes who answers; a real server that is not there cannot be chosen. */
  change(mode: Mode): boolean {
    if (mode === 'real' && !this.realServer) return false
    this.mode = mode
    if (mode === 'browser') void this.prepare()
    else this.stage.stop()
    this.host.requestUpdate()
    return true
  }

  /** Sends a draft and its cookies once it is known who answers. @throws TypeError when nobody does. */
  async send(draft: RequestDraft, lesson: Lesson, cookie: string): Promise<Sent> {
    await this.modeKnown
    const { mode, base, stage } = this
    return send(draft, { lesson, mode, base, stage, cookie })
  }

  private async findMode(wanted: Mode | undefined) {
    this.realServer = await hasRealServer(this.base)
    this.mode = this.realServer ? (wanted ?? 'real') : 'browser'
    this.host.requestUpdate()
    if (this.mode === 'browser') await this.prepare()
  }

  private async prepare() {
    try {
      this.route = await this.stage.ready()
    } catch {
      this.route = 'failed'
    }
    this.host.requestUpdate()
  }
}
