/** Puts a request at the end of the script, without its secrets. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { loadLessons } from '../../lessons/index.ts'
import type { Language } from '../../lessons/lesson.ts'
import { sharedText } from '../stage/shared-request.ts'
import { scriptWords } from '../words/script.ts'
import { thisScript } from './this-script.ts'

interface Kept {
  /** Slug of the lesson, and id of the page that it belongs to. */
  lesson: string
  page: string
  draft: RequestDraft
}

/** @returns what came of it, in words */
export async function keepForScript(
  { lesson, page, draft }: Kept,
  language: Language,
): Promise<string> {
  const own = scriptWords[language]
  const request = sharedText(draft)
  const lessons = await loadLessons()
  const isKept = request !== undefined && thisScript.add({ lesson, page, request }, lessons)
  return isKept ? own.kept(thisScript.items(lessons).length) : own.full
}
