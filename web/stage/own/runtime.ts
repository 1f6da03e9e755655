/**
 * What stands before a learner's code in the worker where it runs: the modules it may import, and the host that ours
 * have too. It is all the world that the code has, so nothing here is to be kept from it.
 */

/// <reference lib="webworker" />
import type { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { performWithTraceHeader } from '../../../server/stage/perform.ts'
import { randomKey } from '../../../server/stage/random-key.ts'
import { stepHost } from '../../../server/stage/step-host.ts'
import { watchedHost } from '../../../server/stage/watched-host.ts'
import type { Ran } from '../../../server/stage/recorder.ts'
import {
  requestFromWire,
  requestToWire,
  responseFromWire,
  responseToWire,
  type WireRequest,
  type WireResponse,
} from '../../../server/stage/wire.ts'
import { keepSetCookie } from '../keep-set-cookie.ts'
import { LOOP_LIMIT, type OwnOptions, type OwnSaid, type OwnTold, PULSE } from './messages.ts'
import type { RunProblem } from './messages.ts'
import { requireModule } from './modules.ts'

// Kept before the learner's code can put something else in their place.
const post = self.postMessage.bind(self)
const { now } = performance
const clock = now.bind(performance)
const say = (message: OwnSaid) => post(message)

/** A loop that has no end. */
class Endless extends Error {
  readonly loop: [from: number, to: number]

  constructor(loop: [from: number, to: number]) {
    super('a loop without end')
    this.loop = loop
  }
}

/** When the worker last had a pause. */
let pulse = clock()
setInterval(() => {
  pulse = clock()
  say({ kind: 'alive' })
}, PULSE)

let turns = 0
/** A loop turns. @throws Endless where it has turned without a pause for too long. */
function turn(from: number, to: number): void {
  turns += 1
  if (turns % 256 === 0 && clock() - pulse > LOOP_LIMIT) throw new Endless([from, to])
}

/** The learner's module, as the compiler makes it. */
type Define = (
  require: typeof requireModule,
  module: { exports: Record<string, unknown> },
  exports: Record<string, unknown>,
) => void

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- apps differ in their variables
type MakeApp = (ran: Ran & { turn: typeof turn }) => Promise<Hono<any>>

/**
 * Starts the server.
 *
 * @param define the learner's module; the host makes as many apps of it as there are requests at a time.
 * @param firstLine the line of this script on which that module begins.
 */
export function start(define: Define, options: OwnOptions, firstLine: number): void {
  keepSetCookie(self)
  const module = { exports: {} as Record<string, unknown> }
  const errors: unknown[] = []
  const secret = options.hasSecretKey && { secretKey: randomKey() }
  try {
    define(requireModule, module, module.exports)
  } catch (error) {
    say({ kind: 'started', problem: problemOf(error, firstLine) })
    return
  }
  const makeApp = module.exports['default'] as MakeApp
  const points = new Map<unknown, number>()
  const host = watchedHost(
    (ran) => makeApp(watched(ran, points)),
    (app, refused) =>
      stepHost(app, {
        title: options.title,
        prefix: options.prefix,
        docsScript: 'docs.js',
        refused: (error) => {
          errors.push(error)
          refused(error)
        },
        ...secret,
      }),
  )
  listen(async (request) => {
    errors.length = 0
    const response = await performWithTraceHeader(host, requestFromWire(request), {
      headers: request.headers,
      fetch: askPage,
      ...(options.upstream !== undefined && { authServerUrl: options.upstream }),
    })
    const problems = errors
      .filter((error) => !(error instanceof HTTPException))
      .map((error) => problemOf(error, firstLine, points.get(error)))
    return { response: await responseToWire(response), problems }
  })
  // Whatever breaks as the app is made is said at once, and not with the first request only.
  Promise.resolve()
    .then(() => makeApp(watched(silent, new Map())))
    .then(
      () => say({ kind: 'started' }),
      (error: unknown) => say({ kind: 'started', problem: problemOf(error, firstLine) }),
    )
}

/** A recorder that writes nothing down: for an app that is made to see whether it can be. */
const silent: Ran = Object.assign((point: number) => point, {
  threw: (_: number, error: unknown) => error,
  gave: <Value>(_: number, value: Value) => value,
  guard: <Value>(_: number, value: Value) => value,
  route: <Value>(_: number, value: Value) => value,
})

/** The recorder with turns of loops, and with where each error began. */
function watched(ran: Ran, points: Map<unknown, number>): Ran & { turn: typeof turn } {
  const { threw } = ran
  return Object.assign(ran, {
    turn,
    threw: (point: number, error: unknown) => {
      if (!points.has(error)) points.set(error, point)
      return threw(point, error)
    },
  })
}

function problemOf(error: unknown, firstLine: number, point?: number): RunProblem {
  if (error instanceof Endless) return { kind: 'endless', text: '', loop: error.loop }
  const text = textOf(error)
  if (point !== undefined) return { kind: 'thrown', text, point }
  const line = lineOf(error, firstLine)
  return { kind: 'thrown', text, ...(line !== undefined && { line }) }
}

function textOf(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  } catch {
    // What a learner throws may have no text.
    return 'something that has no text was thrown'
  }
}

/** The first line of a stack that is the learner's, as every engine writes it: `…:line:column`. */
function lineOf(error: unknown, firstLine: number): number | undefined {
  const { stack } = Object(error) as { stack?: unknown }
  if (typeof stack !== 'string') return undefined
  const lines = [...stack.matchAll(/:(\d+):\d+\)?$/gm)].map(([, line]) => Number(line))
  const own = lines.find((line) => line >= firstLine)
  return own === undefined ? undefined : own - firstLine + 1
}

interface Answered {
  response: WireResponse
  problems: RunProblem[]
}

const called = new Map<number, (response: WireResponse | null) => void>()
let lastCall = 0

/** How the server reaches another: the page asks for it, for there is no network here. */
const askPage: typeof fetch = async (input, init) => {
  const request = await requestToWire(new Request(input, init))
  const id = ++lastCall
  const answer = new Promise<WireResponse | null>((resolve) => called.set(id, resolve))
  say({ kind: 'call', id, request })
  const response = await answer
  // As a connection that is refused.
  if (!response) throw new TypeError('fetch failed')
  return responseFromWire(response)
}

function listen(answer: (request: WireRequest) => Promise<Answered>): void {
  self.addEventListener('message', ({ data }: MessageEvent<OwnTold>) => {
    if (data.kind === 'called') {
      called.get(data.id)?.(data.response)
      called.delete(data.id)
      return
    }
    const { id, request } = data
    answer(request).then(
      (answered) => say({ kind: 'answered', id, ...answered }),
      (error: unknown) => say({ kind: 'failed', id, text: textOf(error) }),
    )
  })
}
