/** The lessons in the order they are taught, found in their folders; each is loaded when it is asked for. */

/// <reference types="vite/types/importMeta.d.ts" />
import type { Lesson } from './lesson.ts'

interface Entry {
  /** Id and address of the lesson: the folder's name without its number. */
  slug: string
  /** The folder's name under `lessons/`. */
  folder: string
  load: () => Promise<Lesson>
}

const manifests = import.meta.glob<Lesson>('./*/lesson.ts', { import: 'default' })

/** The folder's number is the lesson's place in the course. */
const placeOf = (folder: string) => Number.parseInt(folder, 10)

export const course = Object.entries(manifests)
  .map(([file, load]): Entry => {
    const folder = file.split('/')[1]!
    return { slug: folder.replace(/^\d+-/, ''), folder, load }
  })
  .sort((a, b) => placeOf(a.folder) - placeOf(b.folder)) as [Entry, ...Entry[]]

/** Loads a lesson; undefined where there is none of that name. */
export async function lessonCalled(slug: string): Promise<Lesson | undefined> {
  return course.find((entry) => entry.slug === slug)?.load()
}

/** Loads all lessons, in order. */
export const loadLessons = (): Promise<readonly Lesson[]> =>
  Promise.all(course.map(({ load }) => load()))
