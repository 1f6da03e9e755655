/**
 * The stage of a learner's own copy: a hidden frame with an origin of its own, and in it a worker with the code. It is
 * made when something is sent, and ended when the code hangs, floods or breaks.
 */

import {
  requestToWire,
  responseFromWire,
  type WireRequest,
  type WireResponse,
} from '../../../server/stage/wire.ts'
import { FRAME_SANDBOX } from '../../../server/stage/policies.ts'
import { handPort } from '../../kit/frame-port.ts'
import type { CodeProblem } from '../../../lessons/exchange/code-problem.ts'
import { follow } from '../follow.ts'
import { unlessAborted } from '../in-time.ts'
import type { CompiledBlock } from './compile-blocks.ts'
import type { Compiled } from './compile.ts'
import {
  type OwnOptions,
  type OwnSaid,
  type OwnTold,
  readOwnSaid,
  type RunProblem,
  SILENCE_LIMIT,
  type StartWorker,
} from './messages.ts'
import { OwnFailure, type OwnTrouble } from './own-failure.ts'
import { placed } from './placed.ts'
import { scriptOf } from './script.ts'

/** A learner's server, compiled. */
export interface OwnProgram extends Compiled {
  options: OwnOptions
  /** The security blocks, where some are the learner's own. */
  blocks: readonly CompiledBlock[]
}

export interface OwnAnswer {
  response: Response & { finalUrl?: string }
  /** What went wrong in the code on the way to it. */
  problems: CodeProblem[]
}

interface OwnStageOptions {
  /** Gives the text of the frame's document, as what may become markup. */
  document: () => Promise<string>
  /** Gives the script that stands before the code. */
  runtime: () => Promise<string>
  /** Asks another server of the lesson: there is no network where the code runs. Null where none listens. */
  call: (request: WireRequest) => Promise<WireResponse | null>
}

/** A worker with one program, while it lives. */
interface Running {
  program: OwnProgram
  started: Promise<void>
  ask: (request: WireRequest) => Promise<{ response: WireResponse; problems: RunProblem[] }>
  fail: (trouble: OwnTrouble) => void
  /** Another takes its place: whoever waits for it hears that. */
  retire: () => void
  readonly isDead: boolean
}

export class OwnStage {
  private readonly options: OwnStageOptions
  private frame: Promise<OwnFrame> | undefined
  private running: Running | undefined

  constructor(options: OwnStageOptions) {
    this.options = options
  }

  /**
   * Has a program answer a request, and follows redirects; a program that answered before goes on where it was.
   *
   * @throws OwnFailure when the code gives no answer, or the signal's reason once that is aborted.
   */
  async fetch(program: OwnProgram, request: Request, signal?: AbortSignal): Promise<OwnAnswer> {
    try {
      const wire = await requestToWire(request)
      return await unlessAborted(this.answer(program, wire), signal)
    } catch (error) {
      // Nobody waits for what it does now.
      if (signal?.aborted) this.stop()
      throw error
    }
  }

  /** Starts a program before it is asked anything; what goes wrong is said to who asks. */
  async prepare(program: OwnProgram): Promise<void> {
    const running = await this.run(program)
    await running.started.catch(() => {})
  }

  /** Ends the worker; the next request gets a new one. */
  stop(): void {
    this.running?.fail({ kind: 'broke', text: 'ended' })
  }

  private async answer(program: OwnProgram, wire: WireRequest): Promise<OwnAnswer> {
    const running = await this.run(program)
    await running.started
    const problems: CodeProblem[] = []
    const { answer, finalUrl } = await follow(wire, async (request) => {
      const answered = await running.ask(request)
      problems.push(...answered.problems.map((problem) => placed(problem, program)))
      return answered.response
    })
    return { response: Object.assign(responseFromWire(answer), finalUrl && { finalUrl }), problems }
  }

  private async run(program: OwnProgram): Promise<Running> {
    const known = this.running
    if (known && !known.isDead && known.program === program) return known
    this.frame ??= this.makeFrame()
    const [frame, runtime] = await Promise.all([this.frame, this.options.runtime()])
    const now = this.running
    // Whoever came meanwhile may have started it.
    if (now && !now.isDead && now.program === program) return now
    const lost = () => {
      frame.remove()
      this.frame = undefined
    }
    now?.retire()
    this.running = startProgram(program, runtime, frame, this.options.call, lost)
    return this.running
  }

  private makeFrame(): Promise<OwnFrame> {
    const making = this.options.document().then(openFrame)
    // What did not come may come the next time.
    making.catch(() => {
      this.frame = undefined
    })
    return making
  }
}

interface OwnFrame {
  tell: (message: StartWorker | OwnTold) => void
  /** Who hears what the frame says now. */
  hear: (said: unknown) => void
  remove: () => void
}

/** Puts the frame on the page; settles when its document has started and has its end of the channel. */
function openFrame(text: string): Promise<OwnFrame> {
  const element = document.createElement('iframe')
  element.setAttribute('sandbox', FRAME_SANDBOX)
  element.hidden = true
  element.tabIndex = -1
  element.setAttribute('aria-hidden', 'true')
  element.srcdoc = text
  return new Promise((resolve) => {
    element.addEventListener(
      'load',
      () => {
        const port = handPort(element, (message) => frame.hear(message))
        const frame: OwnFrame = {
          tell: (message) => port.postMessage(message),
          hear: () => {},
          remove: () => {
            port.close()
            element.remove()
          },
        }
        resolve(frame)
      },
      { once: true },
    )
    document.body.append(element)
  })
}

function startProgram(
  program: OwnProgram,
  runtime: string,
  frame: OwnFrame,
  call: OwnStageOptions['call'],
  lost: () => void,
): Running {
  type Answered = Extract<OwnSaid, { kind: 'answered' }>
  const waiting = new Map<
    number,
    { resolve: (answered: Answered) => void; reject: (why: Error) => void }
  >()
  let last = 0
  let isStarted = false
  let dead: OwnFailure | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let begin!: () => void
  let refuse!: (why: Error) => void
  const started = new Promise<void>((resolve, reject) => {
    begin = resolve
    refuse = reject
  })
  // Whoever needs it waits for it again.
  started.catch(() => {})

  const end = (trouble: OwnTrouble) => {
    dead = new OwnFailure(trouble)
    clearTimeout(silence)
    refuse(dead)
    for (const { reject } of waiting.values()) reject(dead)
    waiting.clear()
  }

  const fail = (trouble: OwnTrouble) => {
    if (dead) return
    lost()
    end(trouble)
  }

  /** Waits for a sign of life, while anything is waited for. */
  const watch = () => {
    clearTimeout(silence)
    if (dead || (isStarted && waiting.size === 0)) return
    silence = setTimeout(() => fail({ kind: 'silent' }), SILENCE_LIMIT)
  }

  const callFor = async (id: number, request: WireRequest) => {
    const response = await call(request).catch(() => null)
    if (!dead) frame.tell({ kind: 'called', id, response })
  }

  frame.hear = (data) => {
    const said = readOwnSaid(data)
    if (!said) return fail({ kind: 'broke', text: 'it said what is no answer' })
    if (dead) return
    take(said)
    watch()
  }

  const take = (said: OwnSaid): void => {
    switch (said.kind) {
      case 'alive':
        return
      case 'started':
        isStarted = true
        return said.problem
          ? fail({ kind: 'problems', problems: [placed(said.problem, program)] })
          : begin()
      case 'answered':
        waiting.get(said.id)?.resolve(said)
        waiting.delete(said.id)
        return
      case 'failed':
        return fail({ kind: 'broke', text: said.text })
      case 'call':
        return void callFor(said.id, said.request)
      case 'flood':
        return fail({ kind: 'flood' })
      case 'broke':
        return fail({ kind: 'broke', text: said.text })
      default:
        return said satisfies never
    }
  }
  watch()
  frame.tell({ kind: 'start', script: scriptOf(program, runtime) })

  return {
    program,
    started,
    ask: (request) => {
      if (dead) return Promise.reject(dead)
      const id = ++last
      const answered = new Promise<Answered>((resolve, reject) =>
        waiting.set(id, { resolve, reject }),
      )
      watch()
      frame.tell({ kind: 'asked', id, request })
      return answered
    },
    fail,
    retire: () => {
      if (!dead) end({ kind: 'broke', text: 'replaced' })
    },
    get isDead() {
      return dead !== undefined
    },
  }
}
