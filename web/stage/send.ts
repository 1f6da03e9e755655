/** Sends one request to whoever answers, and keeps what crossed the wire: the page's only `fetch`. */

import type { Answering, Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { headerValue } from '../../lessons/exchange/headers.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { CLOCK_HEADER } from '../../server/stage/clock.ts'
import { isLabHeader, labName } from '../../server/stage/lab-headers.ts'
import { STOPPED_HEADER } from '../../server/stage/stopped.ts'
import { decodeTrace, TRACE_HEADER } from '../../server/stage/trace-header.ts'
import { draftUrl } from './addresses.ts'
import type { BrowserStage } from './browser-stage.ts'
import { FINAL_URL_HEADER } from './follow.ts'
import { unlessAborted } from './in-time.ts'
import type { OwnAnswers } from './own/own-answers.ts'
import type { OwnSource } from './own/own-source.ts'

/** What crossed the wire, before the journal gives it a number. */
export type Sent = Omit<Exchange, 'id' | 'page' | 'prediction'>

export interface SendOptions {
  lesson: Lesson
  mode: Answering
  /** URL of the playground, with a slash at its end. */
  base: string
  stage: BrowserStage
  /** The learner's own copy that answers, where it does. */
  own?: { answers: OwnAnswers; source: OwnSource } | undefined
  /** Ends the waiting: what comes afterwards is dropped. */
  signal?: AbortSignal
  /**
   * The `Cookie` header's value unless the draft has its own, empty for no cookie. Where nothing is said of them, a
   * real server gets the browser's own, which are those of every port of its host.
   */
  cookie?: string
  /** The time that counts for the request, where the learner has moved the clock. */
  clock?: Date | undefined
  /** Whether the server that is called on the way is stopped for it. */
  stopped?: boolean | undefined
}

/**
 * Sends a draft and reads the whole response.
 *
 * @throws TypeError when nobody answers: the real server is gone, or the service worker.
 * @throws StageFailure when the server in this browser cannot be loaded, or broke.
 * @throws the signal's reason once that is aborted.
 */
export async function send(
  draft: RequestDraft,
  { lesson, mode, base, stage, own, cookie, clock, stopped, signal }: SendOptions,
): Promise<Sent> {
  const url = draftUrl(lesson, draft, base)
  const request = new Request(url, {
    method: draft.method,
    headers: [
      ...withCookie(draft.headers, cookie).map(([name, value]): [string, string] => [
        isLabHeader(name) ? labName(name) : name,
        value,
      ]),
      ...labSwitches({ clock, stopped }),
    ],
    // As bytes: a string body would make the browser add a Content-Type of its own.
    body: draft.body === '' ? null : new TextEncoder().encode(draft.body),
    cache: 'no-store',
    credentials: 'same-origin',
  })
  const at = Date.now()
  const start = performance.now()
  const asked = own && { source: own.source, lesson, server: draft.server, signal }
  const answered = asked && (await own.answers.fetch(request, asked))
  const response =
    answered?.response ??
    (await (mode === 'real'
      ? fetch(request, { signal: signal ?? null })
      : stage.fetch(request, signal)))
  const body = await unlessAborted(response.text(), signal)
  const milliseconds = performance.now() - start
  const finalUrl = (response as { finalUrl?: string }).finalUrl ?? (response.url || url)

  return {
    lesson: lesson.slug,
    server: draft.server,
    mode,
    origin: 'bench',
    request: { ...draft, url },
    response: {
      status: response.status,
      headers: [...response.headers].filter(
        ([name]) => name !== TRACE_HEADER && name !== FINAL_URL_HEADER,
      ),
      body,
      redirected: finalUrl !== url,
      url: finalUrl,
    },
    trace: decodeTrace(response.headers.get(TRACE_HEADER)),
    at,
    milliseconds,
    ...(clock && { now: clock.getTime() }),
    ...(answered && { own: answered.own }),
  }
}

/** The headers that tell the playground what the learner has switched: they are none that the learner wrote. */
function labSwitches({ clock, stopped }: Pick<SendOptions, 'clock' | 'stopped'>): HeaderList {
  return [
    ...(stopped ? [[STOPPED_HEADER, 'stopped'] satisfies HeaderList[0]] : []),
    ...(clock ? [[CLOCK_HEADER, clock.toISOString()] satisfies HeaderList[0]] : []),
  ]
}

function withCookie(headers: HeaderList, cookie: string | undefined): HeaderList {
  if (cookie === undefined || headerValue(headers, 'cookie') !== undefined) return headers
  return [...headers, ['Cookie', cookie]]
}
