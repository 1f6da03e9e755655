/** The notes in the presenter's window: of the page, of the lesson, and the questions to expect, in both languages. */

import { html, nothing } from 'lit'
import type { Language, Lesson } from '../../lessons/lesson.ts'
import type { Prose } from '../lesson/prose.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import type { PresenterNotes } from './load-notes.ts'

/** What belongs to the lesson that is shown. */
export interface LoadedLesson {
  lesson: Lesson
  prose: Record<Language, Prose>
  notes: Record<Language, PresenterNotes>
}

export function notesOf(page: string, { prose, notes }: LoadedLesson, { id }: Words) {
  const own = presentWords[id].presenter
  // The window's language first.
  const languages: Language[] = id === 'en' ? ['en', 'ko'] : ['ko', 'en']
  return html`<div>
    <section aria-labelledby="notes">
      <h2 id="notes">${prose[id].title} — ${prose[id].pages[page]?.title}</h2>
      <div class="notes">
        ${languages.map(
          (language) =>
            html`<div lang=${language}>${noteOf(page, notes[language], language)}</div>`,
        )}
      </div>
    </section>
    <section aria-labelledby="lesson">
      <h2 id="lesson">${own.ofLesson}</h2>
      <div class="about">
        ${languages.map((language) => html`<div lang=${language}>${notes[language].about}</div>`)}
      </div>
    </section>
    <section aria-labelledby="questions">
      <h2 id="questions">${own.questions}</h2>
      ${languages.map((language) => questionsOf(notes[language], language))}
      ${notes[id].questions.length === 0 ? html`<p>${own.noQuestions}</p>` : nothing}
    </section>
  </div>`
}

const noteOf = (page: string, { pages }: PresenterNotes, language: Language) =>
  pages[page]?.text ?? html`<span class="small">${presentWords[language].presenter.noNotes}</span>`

const questionsOf = ({ questions }: PresenterNotes, language: Language) =>
  questions.map(
    ({ question, answer }) =>
      html`<details lang=${language}>
        <summary>${question}</summary>
        <div>${answer}</div>
      </details>`,
  )
