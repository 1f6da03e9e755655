/** The course on one page: what was learned, what comes next, and a way to print it. */

import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { courseSummary } from '../words/course-summary.ts'
import type { Words } from '../words/en.ts'
import type { CourseStop } from './course-progress.ts'
import { learnedIn } from './learned.ts'
import { sheetStyles } from '../kit/sheet-styles.ts'

@customElement('bp-course-summary')
export class CourseSummary extends LitElement {
  static override styles = [
    base,
    sheetStyles,
    css`
      header {
        display: grid;
        gap: var(--space-3);
        justify-items: start;
        margin-bottom: var(--space-5);
      }
      section {
        margin-top: var(--space-5);
        break-inside: avoid;
      }
      h2 {
        margin-bottom: var(--space-2);
        font-size: 1.0625rem;
      }
      h2 a {
        color: inherit;
        text-decoration: none;
      }
      h2 a:hover {
        text-decoration: underline;
      }
      ul {
        padding-left: 1.3em;
      }
      li + li {
        margin-top: var(--space-1);
      }
      .next {
        padding-top: var(--space-4);
        border-top: 1px solid var(--line);
      }
      p + ul {
        margin-top: var(--space-2);
      }
      @media print {
        :host {
          max-width: none;
          padding: 0;
          font-size: 9.5pt;
          line-height: 1.4;
        }
        header {
          gap: 1mm;
          margin-bottom: 0;
        }
        h1 {
          font-size: 15pt;
        }
        h2 {
          margin-bottom: 1mm;
          font-size: 11pt;
        }
        .small,
        code {
          font-size: 8.5pt;
        }
        li + li {
          margin-top: 0.5mm;
        }
        .next {
          padding-top: 3mm;
        }
        button {
          display: none;
        }
        section {
          margin-top: 3.5mm;
        }
        a {
          color: inherit;
          text-decoration: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) stops: CourseStop[] = []
  @property({ attribute: false }) words!: Words

  @query('h1') private heading!: HTMLElement

  /** Moves the focus to the page's title: what a screen reader reads next. */
  override focus(): void {
    this.heading.focus()
  }

  override render() {
    const { stops } = this
    const own = courseSummary[this.words.id]
    const sum = (of: 'done' | 'all') => stops.reduce((total, stop) => total + stop[of], 0)
    return html`
      <header>
        <h1 tabindex="-1">${own.title}</h1>
        <p>${own.lead}</p>
        <p class="small">${own.proved(sum('done'), sum('all'))}</p>
        <button @click=${() => print()}>${own.print}</button>
      </header>
      ${stops.map(
        ({ slug, title, href }, index) =>
          html`<section>
            <h2><a href=${href}>${index + 1}. ${title}</a></h2>
            ${learnedIn(slug, this.words.id)}
          </section>`,
      )}
      <section class="next">
        <h2>${own.next.title}</h2>
        <p>${own.next.lead}</p>
        <ul>
          ${own.next.steps.map(
            ([name, what, source, url]) =>
              html`<li>
                <strong>${name}</strong>: ${withCode(what)}
                <a href=${url} target="_blank" rel="noreferrer">${source}</a>
              </li>`,
          )}
        </ul>
      </section>
    `
  }
}

/** Text with the code in backticks marked. A Korean particle behind code does not fall onto the next line. */
const withCode = (text: string) =>
  text
    .replace(/(`[^`]+`)(?=\p{Script=Hangul})/gu, '$1\u2060')
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))

declare global {
  interface HTMLElementTagNameMap {
    'bp-course-summary': CourseSummary
  }
}
