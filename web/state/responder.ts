/** Who answers the learner's requests: the real server, or the step app in this browser. */

import type { Mode, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { requestFromWire, responseToWire, type WireRequest } from '../../server/stage/wire.ts'
import type { BrowserStage, Route } from '../stage/browser-stage.ts'
import type { DocsAnswer } from '../stage/docs-message.ts'
import { ANSWER_LIMIT, LATE } from '../stage/in-time.ts'
import type { hasRealServer } from '../stage/real-server.ts'
import type { OwnAnswers } from '../stage/own/own-answers.ts'
import type { OwnSource } from '../stage/own/own-source.ts'
import type { send, SendOptions, Sent } from '../stage/send.ts'
import { failedBy } from './failure.ts'

interface ResponderOptions {
  /** URL of the playground, with a slash at its end. */
  base: string
  /** The mode chosen at an earlier visit. */
  wanted: Mode | undefined
  stage: BrowserStage
  /** Loads what has the learner's own copies answer. */
  loadOwn: () => Promise<OwnAnswers>
  send: typeof send
  hasRealServer: typeof hasRealServer
}

/** What goes with a draft besides what is written in it. */
type Sending = {
  lesson: Lesson
  signal: AbortSignal
  /** The learner's own copy that is to answer; undefined for ours. */
  own?: OwnSource | undefined
} & Pick<SendOptions, 'cookie' | 'clock' | 'stopped'>

export class Responder {
  private readonly options: ResponderOptions
  private readonly modeKnown: Promise<void>
  private own: Promise<OwnAnswers> | undefined
  mode: Mode
  realServer = false
  /** The way to the step app in this browser; undefined while it is prepared. */
  route: Route | 'failed' | undefined
  onChange: () => void = () => {}

  constructor(options: ResponderOptions) {
    this.options = options
    this.mode = options.wanted ?? 'browser'
    this.modeKnown = this.findMode()
  }

  /** Changes who answers; a real server that is not there cannot be chosen. */
  change(mode: Mode): boolean {
    if (mode === 'real' && !this.realServer) return false
    this.mode = mode
    if (mode === 'browser') void this.prepare()
    else this.options.stage.stop()
    this.onChange()
    return true
  }

  /** Sends a draft once it is known who answers. @throws as `send` of the stage does. */
  async send(draft: RequestDraft, sending: Sending): Promise<Sent> {
    await this.modeKnown
    sending.signal.throwIfAborted()
    const { mode } = this
    const { base, stage, send } = this.options
    const { own: source, ...others } = sending
    if (source) {
      const answers = await this.loadOwn()
      return send(draft, { ...others, mode: 'own', base, stage, own: { answers, source } })
    }
    const sent = await send(draft, { ...others, mode, base, stage })
    // It may have been started anew for this.
    if (mode === 'browser') this.route = stage.route
    return sent
  }

  /** Has the learner's own copy start anew with the next request. */
  async restartOwn(): Promise<void> {
    ;(await this.loadOwn()).stop()
  }

  /** Has the learner's own copy be there before it is asked. */
  async prepareOwn(asked: { source: OwnSource; lesson: Lesson; server: string }): Promise<void> {
    const answers = await this.loadOwn().catch(() => undefined)
    await answers?.prepare(asked)
  }

  private loadOwn(): Promise<OwnAnswers> {
    const loading = (this.own ??= this.options.loadOwn())
    // What did not come may come the next time.
    loading.catch(() => {
      this.own = undefined
    })
    return loading
  }

  /** Sends a request of the docs page to the server in this browser. */
  async sendForDocs(wire: WireRequest): Promise<DocsAnswer> {
    const waiting = new AbortController()
    const limit = setTimeout(() => waiting.abort(LATE), ANSWER_LIMIT)
    try {
      const response = await this.options.stage.fetch(requestFromWire(wire), waiting.signal)
      return { response: await responseToWire(response), url: response.finalUrl ?? response.url }
    } catch (error) {
      const failed = failedBy(error, 'browser')
      return {
        failed: failed === 'not-loaded' ? failed : failed === 'browser-late' ? 'late' : 'nobody',
      }
    } finally {
      clearTimeout(limit)
    }
  }

  private async findMode() {
    const { base, wanted, hasRealServer } = this.options
    this.realServer = await hasRealServer(base)
    this.mode = this.realServer ? (wanted ?? 'real') : 'browser'
    this.onChange()
    if (this.mode === 'browser') await this.prepare()
  }

  private async prepare() {
    try {
      this.route = await this.options.stage.ready()
    } catch {
      this.route = 'failed'
    }
    this.onChange()
  }
}
