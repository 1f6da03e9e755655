/** What a step's server promises over HTTP, whoever carries the request. */

import { describe, expect, test } from 'vitest'
import {
  type Answer,
  type Ask,
  authorizationSeen,
  cookiesOf,
  decisionsOf,
  following,
  normal,
  textOf,
  traceOf,
} from '../../lessons/contract/answer.ts'
import type { Contract, ContractOptions } from '../../lessons/contract/contract.ts'
import type { Row } from '../../lessons/contract/row.ts'
import { everyWay } from '../support/every-way.ts'
import { askInProcess } from './ask-in-process.ts'

/**
 * Declares a contract's tests for one transport.
 *
 * Each row is asked of `ask` and in this process, and the answers must be equal byte for byte.
 */
export function declareContract(
  { name, rows, notInBrowser = 0, more }: Contract,
  ask: Ask,
  options: ContractOptions,
): void {
  const { browser = false, except, every = 1 } = options
  const sendable = rows
    .filter((row) => !(browser && row.notInBrowser) && !except?.(row))
    .filter((_, at) => everyWay || at % every === 0)
  const baseline = browser ? following(askInProcess) : askInProcess

  describe(name, () => {
    test.each(sendable.map((row) => [row.sentence, row] as const))('%s', async (_, row) => {
      const answer = await ask(row)
      if (!browser || row.expected.location === null) holds(row, answer)
      if (ask !== baseline) expect(normal(answer)).toEqual(normal(await baseline(row)))
    })

    if (browser) {
      test(`${notInBrowser} of ${rows.length} requests are left out, as browsers refuse to send them`, () => {
        const left = rows.filter((row) => row.notInBrowser)
        expect(left).toHaveLength(notInBrowser)
        expect(left.filter(isSent).map(({ sentence }) => sentence)).toEqual([])
      })
    }

    more(ask, options)
  })
}

/** Whether this browser makes a request of a row, with every header line that is in it. */
function isSent({ path, method, headers, body }: Row): boolean {
  try {
    const made = new Request(new URL(path, 'http://localhost'), { method, headers, body })
    return headers.every(([name]) => made.headers.has(name))
  } catch {
    return false
  }
}

function holds({ method, path, headers, expected }: Row, answer: Answer): void {
  const { status, type, challenge, location, allow, cache, json, says = [], empty } = expected
  const { decided, called, cookies, because } = expected
  const trace = traceOf(answer)

  expect(normal(answer)).toMatchObject({
    status,
    headers: {
      'content-type': type,
      'www-authenticate': challenge,
      location,
      allow,
      'cache-control': cache,
    },
    called,
  })
  expect(cookiesOf(trace)).toEqual(cookies)
  if (json !== undefined) expect(textOf(answer)).toBe(JSON.stringify(json))
  for (const piece of says) expect(textOf(answer)).toContain(piece)
  if (empty) expect(answer.body.byteLength).toBe(0)
  expect(decisionsOf(trace)).toEqual(decided)
  expect(trace.find(({ kind }) => kind === 'refused')).toEqual(
    because.length > 0
      ? { kind: 'refused', status, detail: expect.any(String), because }
      : undefined,
  )
  if (expected.gate !== undefined) {
    const decisions = trace.filter((event) => event.kind === 'decided')
    expect(decisions.at(-1)).toMatchObject({ pass: false, gate: expected.gate })
  }

  // No host, no trace: nobody stood there to write one.
  if (decided.length === 0) return
  expect(trace[0]).toMatchObject({ kind: 'received', method, url: path })
  expect(trace.find(({ kind }) => kind === 'sent')).toMatchObject({ status })
  const sent = headers.find(([name]) => name === 'Authorization')?.[1]
  if (sent !== undefined && sent.length < 100) {
    expect(authorizationSeen(answer)).toBe(sent.replace(/^[ \t]+|[ \t]+$/g, ''))
  }
}
