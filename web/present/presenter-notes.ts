/** The notes in the presenter's window: of the page, of the lesson, and the questions to expect, in one language. */

import { html, nothing } from 'lit'
import type { Language, Lesson } from '../../lessons/lesson.ts'
import type { Prepared } from '../../lessons/prepared.ts'
import type { Prose } from '../lesson/prose.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import type { PresenterNotes } from './load-notes.ts'

/** What belongs to the lesson that is shown. */
export interface LoadedLesson {
  lesson: Lesson
  prose: Record<Language, Prose>
  notes: Record<Language, PresenterNotes>
  prepared: Prepared
}

/** Minutes that a lesson takes in class: what its pages take. */
export const minutesInClass = ({ pages }: PresenterNotes): number =>
  Object.values(pages).reduce((sum, { minutes }) => sum + minutes, 0)

interface NotesOptions {
  words: Words
  /** The language of the notes. */
  language: Language
  onOther: () => void
}

export function notesOf(
  page: string,
  { lesson, prose, notes }: LoadedLesson,
  { words, language, onOther }: NotesOptions,
) {
  const own = presentWords[words.id].presenter
  const { pages, about, questions } = notes[language]
  const note = pages[page]?.text
  const other = language === words.id ? own.otherNotes : own.sameNotes
  return html`<div>
    <section aria-labelledby="notes">
      <header>
        <h2 id="notes">${prose[words.id].title} — ${prose[words.id].pages[page]?.title}</h2>
        <button class="plain" @click=${onOther}><kbd aria-hidden="true">l</kbd> ${other}</button>
      </header>
      <div class="notes" lang=${language}>
        ${
          note && note.strings.join('') !== ''
            ? note
            : html`<span class="small">${presentWords[language].presenter.noNotes}</span>`
        }
      </div>
    </section>
    <section aria-labelledby="lesson">
      <h2 id="lesson">${own.ofLesson}</h2>
      <div class="about" lang=${language}>${about}</div>
      <p class="about">${own.alone(lesson.minutes)}</p>
    </section>
    <section aria-labelledby="questions">
      <h2 id="questions">${own.questions}</h2>
      ${questions.map(
        ({ question, answer }) =>
          html`<details lang=${language}>
            <summary>${question}</summary>
            <div>${answer}</div>
          </details>`,
      )}
      ${questions.length === 0 ? html`<p>${own.noQuestions}</p>` : nothing}
    </section>
  </div>`
}
