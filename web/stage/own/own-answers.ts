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
  let program: OwnProgram | undefined
  /** What the program was made of. */
  let made: OwnSource | undefined
  const own = new OwnStage({
    document,
    runtime: async () => (await import('./runtime.ts?script')).default,
    call: (request) => callUpstream(request, program?.options.upstream, stage),
  })

  /** The program of a source: the same one until the text, or whose place it takes, is another. */
  async function programOf({ source, lesson, server }: OwnAsked): Promise<OwnProgram> {
    const options = optionsOf(lesson, server, base)
    const isKnown = made && isSameCode(made, source) && program?.options.prefix === options.prefix
    if (program && isKnown) return program
    const compiled = compile(source.text)
    // Most learners have none.
    const blocks = source.blocks
      ? await (await import('./compile-blocks.ts')).compileBlocks(source.blocks)
      : []
    made = source
    return (program = { ...compiled, options, blocks })
  }

  return {
    async fetch(request, asked) {
      const { response, problems } = await own.fetch(await programOf(asked), request, asked.signal)
      return { response, own: { ...asked.source, problems } }
    },
    stop: () => own.stop(),
  }
}

/** What the host around a copy needs to know, for the server of a lesson whose place it takes. */
export function optionsOf(lesson: Lesson, id: string, base: string): OwnProgram['options'] {
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
