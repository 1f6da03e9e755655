/** The requests a lesson offers, those of a page first. */

import type { Lesson, LessonPage } from '../../lessons/lesson.ts'
import { asksTheSame } from '../state/draft-edits.ts'

/** Ids of the lesson's requests; of those that ask the same, the first alone. */
export function offeredRequests(lesson: Lesson, page: LessonPage) {
  const parts = 'parts' in page ? (page.parts ?? []) : []
  const named = [page.request, ...parts.map(({ needs }) => needs?.request)]
  const ofPage = distinct(
    lesson,
    named.filter((id) => id !== undefined),
  )
  const all = distinct(lesson, [...ofPage, ...Object.keys(lesson.requests)])
  return { ofPage, others: all.slice(ofPage.length) }
}

function distinct({ requests }: Lesson, ids: readonly string[]): string[] {
  return ids.filter(
    (id, index) =>
      requests[id] &&
      ids.findIndex((other) => requests[other] && asksTheSame(requests[other], requests[id]!)) ===
        index,
  )
}
