/** Loads what a lesson's notes say to whoever presents it: of each page, and of questions to expect. */

import type { TemplateResult } from 'lit'
import type { Language } from '../../lessons/lesson.ts'

export interface PresenterNotes {
  /** What is said of the lesson as a whole. */
  about: TemplateResult
  /** By page: what to do there, and how many minutes it takes; 0 where the notes say none. */
  pages: Record<string, { minutes: number; text: TemplateResult }>
  questions: { question: TemplateResult; answer: TemplateResult }[]
}

const files = import.meta.glob<PresenterNotes>('../../lessons/*/{en,ko}.md', {
  import: 'default',
  query: '?presenting',
})

/** @param folder of the lesson. */
export const loadNotes = (folder: string, language: Language): Promise<PresenterNotes> =>
  files[`../../lessons/${folder}/${language}.md`]!()
