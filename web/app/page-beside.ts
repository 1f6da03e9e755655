/** The pages before and after the one that is open, over the whole course. */

import { course } from '../../lessons/index.ts'
import { pageAfter } from '../state/resume-point.ts'
import { SUMMARY } from '../state/route.ts'
import type { Visit } from '../state/visit.ts'

interface Place {
  lesson: string
  page?: string
}

/**
 * The place one page on or back. After a lesson's last page comes the next lesson, at last the course on one page;
 * before its first page comes the last page of the lesson before.
 */
export async function pageBeside(visit: Visit, by: 1 | -1): Promise<Place | undefined> {
  const { slug } = visit.lesson
  const page = pageAfter(visit, by)
  if (page) return { lesson: slug, page: page.id }
  const beside = course[course.findIndex((entry) => entry.slug === slug) + by]
  if (by > 0) return { lesson: beside?.slug ?? SUMMARY }
  return beside && { lesson: beside.slug, page: (await beside.load()).pages.at(-1)!.id }
}
