/** A lesson taken home without a page. */

import type { Lesson } from '../../../../lessons/lesson.ts'
import { takeHome } from '../../../../web/take-home/take-home.ts'
import { filesIn } from '../../../support/unpacked.ts'

type TakenHome = Parameters<typeof takeHome>[0]

/** The files of its zip, by path below the one folder in it. */
export async function filesOf(
  lesson: Lesson,
  options: Partial<TakenHome> = {},
): Promise<Record<string, string>> {
  const zip = await takeHome({ lesson, server: '', changed: {}, language: 'en', ...options })
  return filesIn(new Uint8Array(await zip.arrayBuffer()))
}
