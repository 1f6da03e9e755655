/** Exchanges for tests of checks: made by sending requests to the lesson's real hosts, so never invented. */

import type { Exchange, Lesson, RequestDraft } from '../../lessons/lesson.ts'
import { perform } from '../../server/stage/perform.ts'
import { findHost, upstreamAt } from './in-process.ts'

const ORIGIN = 'http://localhost:3000'

/** Sends a draft as the bench does: a redirect is followed, and the last answer is the exchange's. */
export async function exchangeOf(
  lesson: Lesson,
  draft: RequestDraft,
  {
    origin = 'bench',
    page = '',
    now,
  }: { origin?: Exchange['origin']; page?: string; now?: Date } = {},
): Promise<Exchange> {
  const { method, headers, body } = draft
  const url = `${ORIGIN}/lessons/${lesson.slug}/${lesson.servers[draft.server]!.path}${draft.path}`
  const ask = async (target: string) => {
    const host = await findHost(new URL(target).pathname)
    if (!host) throw new Error(`no server of a lesson is at ${target}`)
    const request = new Request(target, { method, headers, body: body || null })
    const clock = now && { now: () => now }
    return perform(host, request, { headers, ...clock, ...upstreamAt(ORIGIN) })
  }

  let finalUrl = url
  let { response, trace } = await ask(url)
  const location = response.headers.get('location')
  if (location) {
    finalUrl = new URL(location, url).href
    ;({ response, trace } = await ask(finalUrl))
  }
  return {
    id: 1,
    lesson: lesson.slug,
    page,
    server: draft.server,
    mode: 'real',
    origin,
    request: { method, path: draft.path, url, headers, body },
    response: {
      status: response.status,
      headers: [...response.headers],
      body: await response.text(),
      redirected: finalUrl !== url,
      url: finalUrl,
    },
    trace,
    at: Date.now(),
    milliseconds: 1,
  }
}
