/** A class that logs in within a minute: what its learners see, how long each waits, and what is left of it in memory. */

import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { decodeTrace, TRACE_HEADER } from '../../../server/stage/trace-header.ts'
import { type busyWith, untilHeard } from '../../../web/stage/busy-server.ts'
import { report } from '../support.ts'
import { servePlayground } from './playground.ts'

const SECONDS = 60

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

interface Learner {
  /** Of the answer that the learner sees in the end. */
  status: number
  /** From Send to that answer, in seconds. */
  waited: number
  /** The longest time in which nothing was said, neither an answer nor that the server is busy. */
  untold: number
  /** How often it was said that the server is busy. */
  told: number
}

/** Sends a login once, over a connection of its own: each learner has a browser. */
async function attempt(url: string, password: string): Promise<Parameters<typeof busyWith>[0]> {
  const asked = request(url, { method: 'POST', agent: false, headers: FORM })
  asked.end(String(new URLSearchParams({ username: 'johndoe', password })))
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const body = await text(answer)
  const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  const { statusCode: status = 0 } = answer
  const trace = decodeTrace(headers.find(([name]) => name === TRACE_HEADER)?.[1])
  return { mode: 'real', response: { status, headers, body, redirected: false, url }, trace }
}

/** Sends a login as the page does: again while the server is busy, which the learner is told. */
async function logIn(url: string, password: string): Promise<Learner> {
  const start = performance.now()
  const seconds = (since: number) => (performance.now() - since) / 1000
  let untold = 0
  let told = 0
  const send = async () => {
    const since = performance.now()
    const answer = await attempt(url, password)
    untold = Math.max(untold, seconds(since))
    return answer
  }
  const { signal } = new AbortController()
  const { response } = await untilHeard(send, { signal, onBusy: () => told++ })
  return { status: response.status, waited: seconds(start), untold, told }
}

/** Learners who press Send one after the other, evenly over the minute. */
const logInEach = (url: string, count: number, password: (i: number) => string) =>
  Promise.all(
    Array.from({ length: count }, async (_, i) => {
      await after(((i + 0.5) * SECONDS * 1000) / count)
      return logIn(url, password(i))
    }),
  )

/** Learners who all press Send when they are told to. */
const logInTogether = (url: string, count: number, password: (i: number) => string) =>
  Promise.all(Array.from({ length: count }, (_, i) => logIn(url, password(i))))

const most = (learners: Learner[], what: 'waited' | 'untold' | 'told') =>
  Math.max(...learners.map((learner) => learner[what]))

/** Equal ones are compared once for all who wait; the others each by itself, and refused as the lesson has it. */
const PASSWORDS = {
  equal: { password: () => 'secret', status: 200 },
  different: { password: (i: number) => `wrong ${i}`, status: 401 },
}

test.each([
  ['40 learners in one second', logInTogether, 40, 'equal'],
  ['40 learners in one second', logInTogether, 40, 'different'],
  ['200 learners in one second', logInTogether, 200, 'equal'],
  ['200 learners in a minute', logInEach, 200, 'different'],
] as const)('$0, $3 passwords', async (who, act, count, passwords) => {
  const { password, status } = PASSWORDS[passwords]
  const server = await servePlayground()
  const url = `${server.url}/lessons/jwt/api/token`
  // What is loaded and compiled once is no class's.
  await logInTogether(url, count, () => 'secret')
  const { waited: alone } = await logIn(url, 'alone')
  const before = await server.memory()
  const learners = await act(url, count, password)
  const left = await server.memory()
  server.stop()
  expect(learners).toHaveLength(count)
  const others = learners.filter((learner) => learner.status !== status)
  report(`${who}, ${passwords} passwords: errors seen`, String(others.length), '0')
  report('  the longest without a word', `${most(learners, 'untold').toFixed(2)} s`, '3 s')
  report('  the longest until the answer', `${most(learners, 'waited').toFixed(1)} s`, '—')
  const one = most(learners, 'waited') / alone / count
  report('  for each learner, against a login alone', one.toFixed(2), '1 where all are compared')
  const told = learners.filter((learner) => learner.told > 0).length
  report('  learners who were told that the server is busy', String(told), '—')
  report('  memory in use afterwards, against before', (left / before).toFixed(2), '1.1')
})
