/** Who answers the learner's requests: the real server, or the step app in this browser. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Lesson, Mode, RequestDraft } from '../../lessons/lesson.ts'
import { requestFromWire, responseToWire, type WireRequest } from '../../server/stage/wire.ts'
import type { DocsAnswer } from '../stage/docs-message.ts'
import { createBrowserStage, type Route } from '../stage/browser-stage.ts'
import { ANSWER_LIMIT, LATE } from '../stage/in-time.ts'
import { hasRealServer, send, type Sent } from '../stage/send.ts'
import { failedBy } from './failure.ts'

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

  /** Sends a draft and its cookies once it is known who answers. @throws as `send` of the stage does. */
  async send(
    draft: RequestDraft,
    lesson: Lesson,
    { cookie, signal }: { cookie: string; signal: AbortSignal },
  ): Promise<Sent> {
    await this.modeKnown
    signal.throwIfAborted()
    const { mode, base, stage } = this
    const sent = await send(draft, { lesson, mode, base, stage, cookie, signal })
    // It may have been started anew for this.
    if (mode === 'browser') this.route = stage.route
    return sent
  }

  /** Sends a request of the docs page to the server in this browser. */
  async sendForDocs(wire: WireRequest): Promise<DocsAnswer> {
    const waiting = new AbortController()
    const limit = setTimeout(() => waiting.abort(LATE), ANSWER_LIMIT)
    try {
      const response = await this.stage.fetch(requestFromWire(wire), waiting.signal)
      return { response: await responseToWire(response), url: response.finalUrl ?? response.url }
    } catch (error) {
      const failed = failedBy(error, 'browser')
      return {
        failed: failed === 'missing' ? failed : failed === 'browser-late' ? 'late' : 'nobody',
      }
    } finally {
      clearTimeout(limit)
    }
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
