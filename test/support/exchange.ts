/** Exchanges for tests of checks: made by sending requests to the lesson's real hosts, so never invented. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { isLabHeader } from '../../server/stage/lab-headers.ts'
import { perform } from '../../server/stage/perform.ts'
import { nobodyListens } from '../../server/stage/stopped.ts'
import { findHost, upstreamAt } from './in-process.ts'

const ORIGIN = 'http://localhost:3000'

interface Circumstances {
  origin?: Exchange['origin']
  page?: string
  /** What the browser adds by itself, such as a cookie: the draft does not have it. */
  added?: HeaderList
  /** Whether the auth server is stopped. */
  stopped?: boolean
  /** The learner's clock; this machine's when absent. */
  now?: Date | undefined
}

/** Sends a draft as the bench does: a redirect is followed, and the last answer is the exchange's. */
export async function exchangeOf(
  lesson: Lesson,
  draft: RequestDraft,
  { origin = 'bench', page = '', added = [], stopped = false, now }: Circumstances = {},
): Promise<Exchange> {
  const { method, headers, body } = draft
  const url = `${ORIGIN}/lessons/${lesson.slug}/${lesson.servers[draft.server]!.path}${draft.path}`
  const ask = async (target: string) => {
    const host = await findHost(new URL(target).pathname)
    if (!host) throw new Error(`no server of a lesson is at ${target}`)
    const lines = linesOf(headers, added)
    const request = new Request(target, { method, headers: lines, body: body || null })
    const clock = now && { now: () => now }
    const calls = stopped && { fetch: nobodyListens }
    return perform(host, request, {
      headers: lines,
      ...clock,
      ...(await upstreamAt(target)),
      ...calls,
    })
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

/** What goes out: the draft's lines stand for the browser's own, and an empty lab header means none at all. */
function linesOf(headers: HeaderList, added: HeaderList): HeaderList {
  const written = headers.map(([name]) => name.toLowerCase())
  const own = added.filter(([name]) => !written.includes(name.toLowerCase()))
  return [...own, ...headers].filter(([name, value]) => value !== '' || !isLabHeader(name))
}
