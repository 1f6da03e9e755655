/**
 * What stands before a learner's code in the worker where it runs: the modules it may import, and the host that ours
 * have too. It is all the world that the code has, so nothing here is to be kept from it.
 */

/// <reference lib="webworker" />
import { requestToWire, responseFromWire, type WireResponse } from '../../../server/stage/wire.ts'
import { keepCookie } from '../keep-cookie.ts'
import { keepSetCookie } from '../keep-set-cookie.ts'
import { LOOP_LIMIT, type OwnOptions, type OwnSaid, type OwnTold, PULSE } from './messages.ts'
import { type Define, type OwnServer, serverOf } from './own-server.ts'
import type { OwnBlock } from './own-blocks.ts'
import { Endless, problemOf, type ScriptPart, textOf } from './run-problem.ts'

// Where there is no origin there is nothing to keep: WebKit has a cache there all the same.
for (const owner of [self, WorkerGlobalScope.prototype]) Reflect.deleteProperty(owner, 'caches')

// Kept before the learner's code can put something else in their place.
const post = self.postMessage.bind(self)
const clock = performance.now.bind(performance)
const say = (message: OwnSaid) => post(message)

/** When the worker last had a pause. */
let pulse = clock()
/** How much is under way: the start, and each request. */
let underWay = 1
setInterval(() => {
  pulse = clock()
  // Nobody waits for a sign of life of a server that is asked nothing.
  if (underWay > 0) say({ kind: 'alive' })
}, PULSE)

let turns = 0
let loopLimit = LOOP_LIMIT
/** A loop turns. @throws Endless where it has turned without a pause for too long. */
function turn(from: number, to: number, file?: string): void {
  turns += 1
  if (turns % 256 === 0 && clock() - pulse > loopLimit) throw new Endless([from, to], file)
}

/**
 * Starts the server.
 *
 * @param define the learner's module.
 * @param parts the files of this script: see `problemOf`.
 * @param blocks the security blocks that stand in the place of the shipped ones.
 */
export function start(
  define: Define,
  options: OwnOptions,
  parts: readonly ScriptPart[],
  blocks: readonly OwnBlock[],
): void {
  keepSetCookie(self)
  keepCookie(self)
  loopLimit = options.loopLimit ?? LOOP_LIMIT
  try {
    const server = serverOf(define, { options, parts, blocks, turn, fetch: askPage })
    listen(server.answer)
    void sayBegun(server.begun)
  } catch (error) {
    say({ kind: 'started', problem: problemOf(error, parts) })
  }
}

async function sayBegun(begun: OwnServer['begun']): Promise<void> {
  const problem = await begun
  underWay -= 1
  say({ kind: 'started', ...(problem && { problem }) })
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

function listen(answer: OwnServer['answer']): void {
  self.addEventListener('message', ({ data }: MessageEvent<OwnTold>) => {
    if (data.kind === 'called') {
      called.get(data.id)?.(data.response)
      called.delete(data.id)
      return
    }
    const { id, request } = data
    underWay += 1
    answer(request)
      .then(
        (answered) => say({ kind: 'answered', id, ...answered }),
        (error: unknown) => say({ kind: 'failed', id, text: textOf(error) }),
      )
      .finally(() => {
        underWay -= 1
      })
  })
}
