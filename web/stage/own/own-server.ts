/** Makes a server of a learner's module, with the host around it that ours have too: in a worker or wherever. */

import type { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { performWithTraceHeader } from '../../../server/stage/perform.ts'
import { randomKey } from '../../../server/stage/random-key.ts'
import type { Ran } from '../../../server/stage/recorder.ts'
import { stepHost } from '../../../server/stage/step-host.ts'
import { watchedHost } from '../../../server/stage/watched-host.ts'
import {
  requestFromWire,
  responseToWire,
  type WireRequest,
  type WireResponse,
} from '../../../server/stage/wire.ts'
import type { OwnOptions, RunProblem } from './messages.ts'
import { requireModule } from './modules.ts'
import { type OwnBlock, requireWith } from './own-blocks.ts'
import { problemOf, type ScriptPart } from './run-problem.ts'

/** The learner's module, as the compiler makes it. */
export type Define = (
  require: typeof requireModule,
  module: { exports: Record<string, unknown> },
  exports: Record<string, unknown>,
) => void

/** What the module stands in. */
export interface OwnSurroundings {
  options: OwnOptions
  /** The files of the script: see `problemOf`. */
  parts: readonly ScriptPart[]
  /** The security blocks that stand in the place of the shipped ones. */
  blocks?: readonly OwnBlock[]
  /** A loop of the module turns. @throws where it has turned for too long. */
  turn: Turn
  /** How the server reaches another. */
  fetch: typeof fetch
}

/** @param file of a block; absent for the server's own file. */
export type Turn = (from: number, to: number, file?: string) => void

export interface OwnServer {
  /** Settles when an app could be made, or on why none can be. */
  begun: Promise<RunProblem | undefined>
  /** Answers a request, and says what went wrong on the way. @throws what the host itself breaks of. */
  answer: (request: WireRequest) => Promise<{ response: WireResponse; problems: RunProblem[] }>
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- apps differ in their variables
type MakeApp = (ran: Ran & { turn: Turn }) => Promise<Hono<any>>

/**
 * Makes the server of a module; the host makes as many apps of it as there are requests at a time.
 *
 * @throws what the module throws as it is defined.
 */
export function serverOf(define: Define, surroundings: OwnSurroundings): OwnServer {
  const { options, parts, blocks = [], turn, fetch } = surroundings
  const module = { exports: {} as Record<string, unknown> }
  define(blocks.length > 0 ? requireWith(blocks, turn) : requireModule, module, module.exports)
  const makeApp = module.exports['default'] as MakeApp
  const errors: unknown[] = []
  const points = new Map<unknown, number>()
  // For a learner's server that asks for one, whatever ours does.
  const secretKey = randomKey()
  const host = watchedHost(
    (ran) => makeApp(watched(ran, turn, points)),
    (app, refused) =>
      stepHost(app, {
        title: options.title,
        prefix: options.prefix,
        docsScript: 'docs.js',
        refused: (error) => {
          errors.push(error)
          refused(error)
        },
        secretKey,
      }),
  )
  return {
    // Whatever breaks as the app is made is said at once, and not with the first request only.
    begun: Promise.resolve()
      .then(() => makeApp(watched(silent(), turn, new Map())))
      .then(
        () => undefined,
        (error: unknown) => problemOf(error, parts),
      ),
    answer: async (request) => {
      errors.length = 0
      points.clear()
      const response = await performWithTraceHeader(host, requestFromWire(request), {
        headers: request.headers,
        fetch,
        ...(options.upstream !== undefined && { authServerUrl: options.upstream }),
      })
      const problems = errors
        .filter((error) => !(error instanceof HTTPException))
        .map((error) => problemOf(error, parts, points.get(error)))
      return { response: await responseToWire(response), problems }
    },
  }
}

/** A recorder that writes nothing down: for an app that is made to see whether it can be. */
const silent = (): Ran =>
  Object.assign((point: number) => point, {
    threw: (_: number, error: unknown) => error,
    gave: <Value>(_: number, value: Value) => value,
    guard: <Value>(_: number, value: Value) => value,
    route: <Value>(_: number, value: Value) => value,
  })

/** The recorder with turns of loops, and with where each error began. */
function watched(ran: Ran, turn: Turn, points: Map<unknown, number>): Ran & { turn: Turn } {
  const { threw } = ran
  return Object.assign(ran, {
    turn,
    threw: (point: number, error: unknown) => {
      if (!points.has(error)) points.set(error, point)
      return threw(point, error)
    },
  })
}
