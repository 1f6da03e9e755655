/** What stands on the bench before a page's request is shown to a room. */

import type { PredictTask } from '../../lessons/lesson.ts'
import type { Playground } from '../state/playground.ts'

/**
 * Puts the page's request on the bench, with what it takes for granted: a login that nobody has made is made, and the
 * token that it brought is put in.
 *
 * @param send sends what is on the bench.
 */
export async function prepare(playground: Playground, send: () => Promise<unknown>): Promise<void> {
  const { workbench } = playground
  const { lesson, page } = workbench.visit ?? {}
  if (!lesson || !page) return
  if (page.kind === 'predict') return prepareQuestion(playground, page)
  if (!page.given || page.kind === 'code') return
  await bringGiven(playground, send)
  const isBare = !workbench.draft.headers.some(([name]) => /^authorization$/i.test(name))
  const token = workbench.issued
  if (isBare && token && !lesson.servers[workbench.draft.server]?.cookie) {
    await playground.perform({ kind: 'use-token', token })
  }
}

/** Makes the login that the page takes for granted, where nobody has; what is on the bench stays there. */
export async function bringGiven(
  playground: Playground,
  send: () => Promise<unknown>,
): Promise<void> {
  const { workbench } = playground
  const { given } = workbench.visit?.page ?? {}
  if (!given || given.has(workbench.exchanges, workbench.answering)) return
  const { draft } = workbench
  await playground.perform({ kind: 'use-request', request: given.request })
  await send()
  await playground.perform({ kind: 'use-request', request: draft })
}

/** The room's question is answered by ours, and by servers as the page has them. */
async function prepareQuestion(
  playground: Playground,
  { request, stopped }: PredictTask,
): Promise<void> {
  const { own, responder, workbench } = playground
  if (own.isOn) await playground.perform({ kind: 'change-mode', mode: responder.mode })
  const isStopped = stopped === true
  if (workbench.stopped !== isStopped)
    await playground.perform({ kind: 'stop', stopped: isStopped })
  await playground.perform({ kind: 'use-request', request })
}
