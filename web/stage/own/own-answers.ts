/** Answers from a learner's own copy: compiled when its text is another, asked by the stage that it runs on. */

import type { OwnRun } from '../../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import {
  requestFromWire,
  responseToWire,
  type WireRequest,
  type WireResponse,
} from '../../../server/stage/wire.ts'
import { serverUrl } from '../addresses.ts'
import type { BrowserStage } from '../browser-stage.ts'
import { compile } from './compile.ts'
import type { OwnOptions } from './messages.ts'
import { isSameCode, type OwnSource } from './own-source.ts'
import { type OwnProgram, OwnStage } from './own-stage.ts'

/** What is asked, and for which of a lesson's servers the source stands. */
export interface OwnAsked {
  source: OwnSource
  lesson: Lesson
  server: string
  signal?: AbortSignal | undefined
}

export interface OwnAnswers {
  /**
   * Has the source answer.
   *
   * @throws OwnFailure when it cannot, or the signal's reason once that is aborted.
   */
  fetch: (
    request: Request,
    asked: OwnAsked,
  ) => Promise<{ response: Response & { finalUrl?: string }; own: OwnRun }>
  /** Starts what is to be asked soon; what goes wrong is said to who asks. */
  prepare: (asked: Omit<OwnAsked, 'signal'>) => Promise<void>
  /** Ends what runs: the next request is answered by a server that has just been started. */
  stop: () => void
}

interface OwnAnswersOptions {
  /** URL of the playground, with a slash at its end. */
  base: string
  /** Where the lesson's other servers answer. */
  stage: BrowserStage
  /** Gives the text of the frame's document, as what may become markup. */
  document: () => Promise<string>
}

export function createOwnAnswers({ base, stage, document }: OwnAnswersOptions): OwnAnswers {
  let made: { source: OwnSource; options: OwnOptions; program: Promise<OwnProgram> } | undefined
  /** URL of the server that the program calls. */
  let upstream: string | undefined
  const own = new OwnStage({
    document,
    runtime: loadRuntime,
    call: (request) => callUpstream(request, upstream, stage),
  })

  /** The program of a source: the same one until the text, or whose place it takes, is another. */
  function programOf({ source, lesson, server }: Omit<OwnAsked, 'signal'>): Promise<OwnProgram> {
    const options = optionsOf(lesson, server, base)
    if (made && isSameCode(made.source, source) && made.options.prefix === options.prefix) {
      return made.program
    }
    upstream = options.upstream
    const program = compiled(source, options)
    made = { source, options, program }
    // What did not come may come the next time.
    program.catch(() => {
      if (made?.program === program) made = undefined
    })
    return program
  }

  return {
    async fetch(request, asked) {
      const { response, problems } = await own.fetch(await programOf(asked), request, asked.signal)
      return { response, own: { ...asked.source, problems } }
    },
    prepare: async (asked) => {
      try {
        await own.prepare(await programOf(asked))
      } catch {
        // It is said to who asks.
      }
    },
    stop: () => own.stop(),
  }
}

/** What stands before a copy's code. Over plain http its worker lacks what the page lacked when it came. */
async function loadRuntime(): Promise<string> {
  const parts = await Promise.all([
    ...(isSecureContext ? [] : [import('./http-runtime.ts?script')]),
    import('./runtime.ts?script'),
  ])
  return parts.map((part) => part.default).join('\n')
}

async function compiled(source: OwnSource, options: OwnOptions): Promise<OwnProgram> {
  const step = compile(source.text)
  // Most learners have none.
  const blocks = source.blocks
    ? await (await import('./compile-blocks.ts')).compileBlocks(source.blocks)
    : []
  return { ...step, options, blocks }
}

/** What the host around a copy needs to know, for the server of a lesson whose place it takes. */
export function optionsOf(lesson: Lesson, id: string, base: string): OwnOptions {
  const server = lesson.servers[id]!
  const { pathname } = new URL(serverUrl(lesson, id, base))
  return {
    title: `${lesson.slug}/${server.path}`,
    // Servers see a semicolon escaped, as ours do: it would end the path of a cookie (RFC 10025 section 4.1.1).
    prefix: pathname.replace(/\/$/, '').replaceAll(';', '%3B'),
    ...(server.calls !== undefined && {
      upstream: serverUrl(lesson, server.calls, base).replace(/\/$/, ''),
    }),
  }
}

/** Asks the server that a copy calls, and no other. */
async function callUpstream(
  request: WireRequest,
  upstream: string | undefined,
  stage: BrowserStage,
): Promise<WireResponse | null> {
  if (upstream === undefined || !request.url.startsWith(`${upstream}/`)) return null
  return responseToWire(await stage.fetch(requestFromWire(request)))
}
