/** What the page, the frame and the worker of a learner's own copy say to each other. What comes back is looked at. */

import { isHeaderList, type WireRequest, type WireResponse } from '../../../server/stage/wire.ts'

/** How the server is known: what its host around it needs. */
export interface OwnOptions {
  /** Such as `jwt/api`. */
  title: string
  /** Path under which it answers, without a slash at its end. */
  prefix: string
  /** URL of the server that it calls, without a slash at its end. */
  upstream?: string
  /** For how many milliseconds a loop may turn without a pause; absent for {@link LOOP_LIMIT}. */
  loopLimit?: number
}

/** To the frame: a worker is to be started in place of the one before. */
export interface StartWorker {
  kind: 'start'
  script: string
}

/** To the worker: a request for the server, or what another server answered to it; null where nobody did. */
export type OwnTold =
  | { kind: 'asked'; id: number; request: WireRequest }
  | { kind: 'called'; id: number; response: WireResponse | null }

/** Something that went wrong in the code as it ran. */
export interface RunProblem {
  kind: 'thrown' | 'endless'
  text: string
  /** The number of the point of the source that it left, or that runs without end: see `instrument`. */
  point?: number
  /** Places in the source of a loop's head. */
  loop?: [from: number, to: number]
  /** The line of the source, from 1, where nothing more is known. */
  line?: number
  /** The learner's own security block that it is in; absent where it is the server's own file. */
  file?: string
}

/** From the worker. */
export type OwnSaid =
  | { kind: 'started'; problem?: RunProblem }
  /** It is alive. */
  | { kind: 'alive' }
  | { kind: 'answered'; id: number; response: WireResponse; problems: RunProblem[] }
  | { kind: 'failed'; id: number; text: string }
  | { kind: 'call'; id: number; request: WireRequest }
  /** From the frame: the worker could not be started or broke, or says more than anybody can hear. */
  | { kind: 'broke'; text: string }
  | { kind: 'flood' }

/** A worker that says nothing for so many milliseconds, while something is waited for, hangs. */
export const SILENCE_LIMIT = 4_000

/** A loop that turns for so many milliseconds without a pause has no end. */
export const LOOP_LIMIT = 2_000

/** How often a worker says that it is alive, in milliseconds. */
export const PULSE = 200

/** More bytes than this in a body are not taken from a learner's server. */
const BODY_LIMIT = 4 * 1024 * 1024

/** Reads what the frame or the worker says; undefined when it is none of that. */
export function readOwnSaid(data: unknown): OwnSaid | undefined {
  const { kind, id, response, request, problems, text, problem } = Object(data) as Record<
    string,
    unknown
  >
  const known =
    kind === 'alive' ||
    kind === 'flood' ||
    (kind === 'started' && (problem === undefined || isProblem(problem))) ||
    (kind === 'broke' && typeof text === 'string') ||
    (kind === 'failed' && typeof id === 'number' && typeof text === 'string') ||
    (kind === 'call' && typeof id === 'number' && isRequest(request)) ||
    (kind === 'answered' &&
      typeof id === 'number' &&
      isResponse(response) &&
      Array.isArray(problems) &&
      problems.every(isProblem))
  return known ? (data as OwnSaid) : undefined
}

function isProblem(value: unknown): value is RunProblem {
  const { kind, text, point, loop, line, file } = Object(value) as Record<string, unknown>
  return (
    (kind === 'thrown' || kind === 'endless') &&
    typeof text === 'string' &&
    (file === undefined || typeof file === 'string') &&
    [point, line].every((number) => number === undefined || Number.isInteger(number)) &&
    (loop === undefined || (Array.isArray(loop) && loop.every(Number.isInteger)))
  )
}

function isRequest(value: unknown): value is WireRequest {
  const { method, url, headers, body } = Object(value) as Record<string, unknown>
  return (
    typeof method === 'string' &&
    typeof url === 'string' &&
    URL.canParse(url) &&
    isHeaderList(headers) &&
    isBody(body)
  )
}

function isResponse(value: unknown): value is WireResponse {
  const { status, headers, body } = Object(value) as Record<string, unknown>
  const isStatus = Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599
  return isStatus && isHeaderList(headers) && isBody(body)
}

const isBody = (body: unknown) =>
  body === null || (body instanceof ArrayBuffer && body.byteLength <= BODY_LIMIT)
