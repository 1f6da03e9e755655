/** The requests that a page is about: the one it opens with, the one to predict, the attack to play again. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { asksTheSame, draftOf } from './draft-edits.ts'
import type { Visit } from './visit.ts'

/**
 * The request that a page puts on the bench; undefined where it leaves what is there.
 *
 * @param isFirst whether the page is the first that is opened of its lesson, which has a request for that.
 */
export function requestOf({ lesson, page }: Visit, isFirst: boolean): RequestDraft | undefined {
  const request = page.request ?? (isFirst ? lesson.firstRequest : undefined)
  return request === undefined ? undefined : lesson.requests[request]
}

/** Whether a draft, with its path below its server, asks what the page wants predicted. */
export function isAboutPrediction({ lesson, page }: Visit, draft: RequestDraft): boolean {
  return page.kind === 'predict' && asksTheSame(draft, lesson.requests[page.request]!)
}

/** The newest attack that succeeded on the page, as a draft for the server that holds; undefined where none did. */
export function attackToReplay(
  { lesson, page }: Visit,
  exchanges: readonly Exchange[],
): RequestDraft | undefined {
  if (page.kind !== 'break') return undefined
  const attack = newestAttack(lesson, page.id, exchanges)
  return attack && { ...draftOf(attack), server: page.hardened }
}

/** The newest attack that succeeded on a page of a lesson; undefined where none did. */
export function newestAttack(
  { slug, pages }: Lesson,
  id: string,
  exchanges: readonly Exchange[],
): Exchange | undefined {
  const page = pages.find((each) => each.id === id)
  if (page?.kind !== 'break') return undefined
  const [broken] = page.parts
  return exchanges.findLast(
    (exchange) => exchange.lesson === slug && exchange.page === id && broken.done([exchange]),
  )
}
