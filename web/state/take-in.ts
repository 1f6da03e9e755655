/** Takes in what a progress file holds, as what another tab did is taken in: it adds, and takes nothing away. */

import { own } from './kinds.ts'
import type { OwnCopies } from './own-copies.ts'
import type { TakenAlong } from './progress-file.ts'
import type { SavedState } from './saved-state.ts'
import { STORED, type Stored, type StoredLesson } from './stored.ts'

/** The state that a file goes into. */
interface Into {
  saved: Pick<SavedState, 'storage'>
  own: Pick<OwnCopies, 'get' | 'edit' | 'isOn'>
}

/** Merges a file into what is kept. Copies that the learner has here stay as they are. */
export function takeIn({ saved, own }: Into, { stored, copies }: TakenAlong): void {
  saved.storage.change((known) => STORED.merge(known, ofTheSameTime(stored, known)))
  const { isOn } = own
  for (const [file, { text, start, blocks = {} }] of Object.entries(copies)) {
    if (own.get(file)) continue
    own.edit({ file }, text, start)
    for (const [block, each] of Object.entries(blocks)) {
      own.edit({ file, block }, each.text, each.start)
    }
  }
  // None of them answers before it is asked for.
  own.isOn = isOn
}

/** The found state, with everything taken back as often as it was in the known one: see `epochs`. */
function ofTheSameTime(found: Stored, known: Stored): Stored {
  const lessonOf = (lesson: StoredLesson, before: StoredLesson | undefined): StoredLesson => ({
    ...lesson,
    epoch: before?.epoch ?? 0,
    tasks: Object.fromEntries(
      Object.entries(lesson.tasks).map(([id, task]) => [
        id,
        { ...task, epoch: own(before?.tasks ?? {}, id)?.epoch ?? 0 },
      ]),
    ),
  })
  const { course } = known
  const lessons = Object.entries(found.course.lessons).map(([slug, lesson]) => [
    slug,
    lessonOf(lesson, own(course.lessons, slug)),
  ])
  return {
    ...known,
    course: {
      ...found.course,
      epoch: course.epoch,
      lessons: Object.fromEntries(lessons) as Record<string, StoredLesson>,
    },
  }
}

/** How much a file would bring. */
export interface Gain {
  /** Of the file's pages with something done those that have more by it. */
  pages: number
  /** Copies that there are none of here, and copies that stay behind for those that are here. */
  copies: number
  left: number
}

/** Says what a file would bring to what is kept. */
export function gainOf(
  known: Stored,
  copies: Readonly<Record<string, unknown>>,
  file: TakenAlong,
): Gain {
  const after = STORED.merge(known, ofTheSameTime(file.stored, known))
  const pages = Object.entries(file.stored.course.lessons).flatMap(([slug, { tasks }]) =>
    Object.keys(tasks).filter((id) => {
      const [before, now] = [known, after].map(({ course }) =>
        JSON.stringify(own(own(course.lessons, slug)?.tasks ?? {}, id)),
      )
      return before !== now
    }),
  )
  const files = Object.keys(file.copies)
  const there = files.filter((name) => Object.hasOwn(copies, name))
  return { pages: pages.length, copies: files.length - there.length, left: there.length }
}
