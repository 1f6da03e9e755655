/** What was done, as a file that another copy of the playground opens: no choice of this browser, and no secret. */

import type { Lesson } from '../../lessons/lesson.ts'
import { appOf } from '../../lessons/lesson.ts'
import { defined, isRecord, own, Reading } from './kinds.ts'
import { type OwnCopy, readCopies } from './own-copies.ts'
import { isRead } from './progress.ts'
import { readStored } from './read-stored.ts'
import {
  NOTHING,
  STORED,
  type Stored,
  type StoredLesson,
  type StoredTask,
  textOf,
} from './stored.ts'

/** What such a file holds. */
export interface TakenAlong {
  /** Of what is stored the course alone, as if nothing had ever been taken back. */
  stored: Stored
  /** The learner's own copies of servers, by file. */
  copies: Record<string, OwnCopy>
}

/** Why a file is not opened. */
export type FileRefusal = 'large' | 'broken' | 'foreign' | 'other' | 'newer' | 'damaged' | 'empty'

/** How the files of this playground say what they are. */
export const FILE_KINDS = {
  progress: 'bearer-playground-progress',
  handIn: 'bearer-playground-hand-in',
}

/** The version of a progress file; the shape of what was done bears its own. */
const VERSION = 1

/** Larger files are none of ours, in bytes: a copy of every server is far smaller. */
export const PROGRESS_FILE_LIMIT = 2_000_000

interface Kept {
  stored: Stored
  copies: Readonly<Record<string, OwnCopy>>
}

/**
 * Writes the file.
 *
 * @returns its text, how many copies stay behind since a token stands in them, and whether nothing goes along.
 */
export function progressFile(
  { stored, copies }: Kept,
  now: Date,
): { text: string; left: number; isEmpty: boolean } {
  const code = Object.entries(copies)
  const taken = code.filter(([, copy]) => !hasToken(copy))
  const done = courseOf(stored, now.getTime())
  const isEmpty = taken.length === 0 && Object.keys(done.course.lessons).length === 0
  const file = {
    kind: FILE_KINDS.progress,
    version: VERSION,
    saved: now.toISOString(),
    done: JSON.parse(textOf(done)) as unknown,
    ...(taken.length > 0 && { code: Object.fromEntries(taken) }),
  }
  const text = `${JSON.stringify(file, null, 1)}\n`
  return { text, left: code.length - taken.length, isEmpty }
}

/** Three parts in base64url, the first of them an object: a JSON Web Token, whoever signed it. */
const hasToken = (copy: OwnCopy) => /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/.test(JSON.stringify(copy))

/**
 * Reads a file.
 *
 * @param lessons those of this copy: what belongs to no page of theirs is left out.
 * @param now milliseconds since 1970: nothing was done later.
 */
export function readProgressFile(
  text: string,
  lessons: readonly Lesson[],
  now: number,
): TakenAlong | FileRefusal {
  const value = readKind(text, FILE_KINDS.progress, VERSION)
  if (typeof value === 'string') return value
  const found = readStored(JSON.stringify(value['done'] ?? null))
  if (found === 'newer') return found
  const copies = readCopies(value['code'] ?? {})
  const all = isRecord(value['code'] ?? {}) ? Object.keys(value['code'] ?? {}).length : -1
  if (found.damaged || all !== Object.keys(copies).length) return 'damaged'
  const taken = onlyOf(lessons, { stored: courseOf(found.stored, now), copies })
  const { course } = taken.stored
  const isEmpty = [course.lessons, taken.copies].every((part) => Object.keys(part).length === 0)
  return isEmpty ? 'empty' : taken
}

/** Reads what every file of ours has in common; says why where it is none of this kind. */
export function readKind(
  text: string,
  kind: string,
  version: number,
): Record<string, unknown> | FileRefusal {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'broken'
  }
  if (!isRecord(value)) return 'foreign'
  if (value['kind'] !== kind) {
    return Object.values<unknown>(FILE_KINDS).includes(value['kind']) ? 'other' : 'foreign'
  }
  if (!Number.isSafeInteger(value['version'])) return 'damaged'
  return Number(value['version']) > version ? 'newer' : value
}

/**
 * What of a state is done: the course, without what was taken back, and how often.
 *
 * Two copies count that each for itself, so the counts of one say nothing in the other; and a file only ever adds.
 */
function courseOf(stored: Stored, now: number): Stored {
  const { course } = STORED.read(stored, new Reading(false))!
  const past = <Made extends { at: number }>(made: Made | undefined) =>
    made && { ...made, at: Math.min(made.at, now) }
  const taskOf = ({ parts, prediction, reading, ...others }: StoredTask): StoredTask =>
    defined({
      ...others,
      epoch: 0,
      parts,
      prediction: past(prediction),
      // A wrong one may be anything that a person pasted, a token too.
      reading: isRead(reading) ? past(reading) : undefined,
    })
  const lessonOf = ({ place, tasks }: StoredLesson): StoredLesson => ({
    ...defined({ place: past(place) }),
    epoch: 0,
    tasks: Object.fromEntries(
      Object.entries(tasks)
        .map(([id, task]) => [id, taskOf(task)] as const)
        .filter(([, task]) => Object.keys(task).length > 1),
    ),
  })
  const lessons = Object.entries(course.lessons).map(([slug, lesson]) => [slug, lessonOf(lesson)])
  return {
    course: {
      ...defined({ last: past(course.last) }),
      epoch: 0,
      lessons: Object.fromEntries(lessons) as Record<string, StoredLesson>,
    },
  }
}

/** What belongs to lessons and pages that there are. */
function onlyOf(lessons: readonly Lesson[], { stored, copies }: TakenAlong): TakenAlong {
  const known = lessons.flatMap(({ slug, pages }): [string, StoredLesson][] => {
    const lesson = own(stored.course.lessons, slug)
    if (!lesson) return []
    const isPage = (id: string | undefined) => pages.some((page) => page.id === id)
    const tasks = Object.entries(lesson.tasks).filter(([id]) => isPage(id))
    const place = isPage(lesson.place?.value) ? lesson.place : undefined
    if (tasks.length === 0 && !place) return []
    return [[slug, { epoch: 0, ...defined({ place }), tasks: Object.fromEntries(tasks) }]]
  })
  const { last } = stored.course
  const isLesson = lessons.some(({ slug }) => slug === last?.value)
  const files = new Set(
    lessons.flatMap((lesson) => {
      const apps = Object.values(lesson.servers).map((server) => appOf(lesson, server))
      const tasks = lesson.pages.filter(({ kind }) => kind === 'code')
      return apps.flatMap((app) => [app, ...tasks.map(({ id }) => `${app}:${id}`)])
    }),
  )
  return {
    stored: {
      ...NOTHING,
      course: {
        ...(isLesson && last && { last }),
        epoch: 0,
        lessons: Object.fromEntries(known),
      },
    },
    copies: Object.fromEntries(Object.entries(copies).filter(([file]) => files.has(file))),
  }
}
