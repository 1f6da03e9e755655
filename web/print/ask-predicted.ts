/** What the servers of a lesson answer to the requests that its pages ask about: asked anew, for the print. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Lesson, LessonPage } from '../../lessons/lesson.ts'
import { hasCookies } from '../../lessons/lesson.ts'
import { draftUrl } from '../stage/addresses.ts'
import { Cookies } from '../state/cookies.ts'
import type { Responder } from '../state/responder.ts'

interface Options {
  lesson: Lesson
  responder: Pick<Responder, 'mode' | 'send'>
  /** URL of the playground, with a slash at its end. */
  base: string
  signal: AbortSignal
}

/**
 * Sends the request of each prediction, in the order of the pages and with the cookies that came before. The learner's
 * journal and progress hear nothing of it.
 *
 * @returns the exchanges by page id; without those that nobody answered.
 */
export async function askPredicted({
  lesson,
  responder,
  base,
  signal,
}: Options): Promise<Record<string, Exchange>> {
  const cookies = new Cookies()
  if (hasCookies(lesson)) await cookies.open()
  const answered: Record<string, Exchange> = {}
  for (const page of lesson.pages.filter(isPrediction)) {
    const draft = lesson.requests[page.request]!
    const cookie = cookies.line(draftUrl(lesson, draft, base), responder.mode)
    const sent = await responder
      .send(draft, { lesson, signal, cookie, stopped: page.stopped === true })
      .catch(() => undefined)
    if (!sent) continue
    const exchange: Exchange = { ...sent, id: 0, page: page.id }
    cookies.take(exchange)
    answered[page.id] = exchange
  }
  return answered
}

type Prediction = Extract<LessonPage, { kind: 'predict' }>

export const isPrediction = (page: LessonPage): page is Prediction => page.kind === 'predict'

/** Id of the option that an exchange proves right; undefined where none was asked for. */
export const rightOption = ({ options }: Prediction, exchange: Exchange | undefined) =>
  exchange && options.find(({ right }) => right(exchange))?.id
