/** Pages that were in one lesson and are in another now: addresses and progress of before lead on to them. */

import { defined, own } from './kinds.ts'
import type { Stored, StoredLesson } from './stored.ts'

/** The attacks of the lesson of two servers became a lesson of their own. */
const FROM = 'two-servers'
const TO = 'stolen-cookie'
const PAGES = ['steal', 'forge', 'compare']

/** The lesson a page is in now, for an address that may be of before. */
export function lessonNow(lesson: string, page: string | undefined): string {
  return lesson === FROM && page !== undefined && PAGES.includes(page) ? TO : lesson
}

/**
 * Takes what was done on the pages along to the lesson they are in now.
 *
 * Whoever had read the recap of both has read it, if anything was done on the pages that moved.
 */
export function withPagesMoved(stored: Stored): Stored {
  const { lessons, last } = stored.course
  const before = own(lessons, FROM)
  if (!before) return stored
  const { place, tasks, ...others } = before
  const isMoved = ([id]: [string, unknown]) => PAGES.includes(id)
  const moved = Object.entries(tasks).filter(isMoved)
  const wasThere = place !== undefined && PAGES.includes(place.value)
  if (moved.length === 0 && !wasThere) return stored

  const recap = moved.length > 0 ? own(tasks, 'recap') : undefined
  const there = own(lessons, TO)
  const after: StoredLesson = defined({
    epoch: before.epoch,
    place: wasThere ? place : undefined,
    ...there,
    tasks: { ...Object.fromEntries(moved), ...(recap && { recap }), ...there?.tasks },
  })
  const rest: StoredLesson = defined({
    ...others,
    place: wasThere ? undefined : place,
    tasks: Object.fromEntries(Object.entries(tasks).filter((entry) => !isMoved(entry))),
  })
  return {
    ...stored,
    course: {
      ...stored.course,
      ...(wasThere && last?.value === FROM && { last: { ...last, value: TO } }),
      lessons: { ...lessons, [FROM]: rest, [TO]: after },
    },
  }
}
