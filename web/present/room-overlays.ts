/** What lies over the room's picture for a while: the keys, and the notes of the page. */

import { css, html, nothing, type TemplateResult } from 'lit'
import { until } from 'lit/directives/until.js'
import type { Visit } from '../state/visit.ts'
import { presentWords } from '../words/present.ts'
import { loadNotes } from './load-notes.ts'

type Language = 'en' | 'ko'

export const overStyles = css`
  .over {
    position: fixed;
    inset: auto 0 0;
    z-index: 1;
    max-height: 75dvh;
    padding: 1em clamp(12px, 3.2vw, 72px);
    border-top: 2px solid var(--edge);
    background: var(--sheet);
    overflow: auto;
    font-size: clamp(0.75rem, 0.55rem + 0.55vw, 1.1rem);
    line-height: 1.45;
  }
  .over h2 {
    margin-bottom: 0.5em;
    font-size: 1.1em;
  }
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(24em, 100%), 1fr));
    gap: 0.35em 2em;
  }
  .list kbd {
    font: 600 0.92em / 1.4 var(--sans);
  }
  .list div {
    display: grid;
    grid-template-columns: 7.5em minmax(0, 1fr);
    gap: 0.8em;
  }
`

export function keysView(language: Language) {
  const own = presentWords[language]
  return html`<section class="over" aria-label=${own.help}>
    <div class="list">
      ${own.keys.map(
        ([keys, meaning]) =>
          html`<div>
            <span>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</span>
            <span>${meaning}</span>
          </div>`,
      )}
    </div>
  </section>`
}

/** Notes that were asked for, by page and language: what is drawn again asks for nothing again. */
const known = new Map<string, Promise<TemplateResult>>()

function noteOn({ lesson, page }: Visit, language: Language): Promise<TemplateResult> {
  const name = `${lesson.slug} ${page.id} ${language}`
  const note =
    known.get(name) ??
    loadNotes(lesson.folder, language).then(
      ({ pages }) =>
        html`<p>${pages[page.id]?.text ?? presentWords[language].presenter.noNotes}</p>`,
    )
  known.set(name, note)
  return note
}

/** The notes of a page, for whoever has no second window. */
export function notesView(visit: Visit, language: Language) {
  const own = presentWords[language]
  return html`<section class="over" aria-label=${own.notes}>
    <h2>${own.notes}</h2>
    ${until(noteOn(visit, language), nothing)}
  </section>`
}
