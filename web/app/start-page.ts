/** The start page: what this is, the way in, for whom, and the course as a path. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { course } from '../../lessons/index.ts'
import type { Language } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { startWords } from '../words/start.ts'
import { promiseOf } from './promises.ts'
import { gatesPicture, pictureStyles } from '../exchange/gates-picture.ts'
import { progressRing, progressRingStyles } from './progress-ring.ts'
import type { ResumePoint } from '../state/resume-point.ts'
import { routeHash, SUMMARY, TOOLS } from '../state/route.ts'
import { startStyles } from './start-styles.ts'
import type { CourseStop } from './course-progress.ts'
import { tell } from '../kit/tell.ts'

/** Where the learner goes on, with the page's title. */
export interface TitledResumePoint extends ResumePoint {
  title: string
}

/** @fires start-over with {} as detail when the learner wants to forget the progress of all lessons */
@customElement('bp-start-page')
export class StartPage extends LitElement {
  static override styles = [base, progressRingStyles, pictureStyles, startStyles]

  @property({ attribute: false }) stops: CourseStop[] = []
  /** Where the learner goes on; undefined where nothing is begun, or nothing left. */
  @property({ attribute: false }) resume: TitledResumePoint | undefined
  @property() language: Language = 'en'
  @property({ attribute: false }) words!: Words

  @query('h1') private heading!: HTMLElement

  /** Moves the focus to the page's title: what a screen reader reads next. */
  override focus(): void {
    this.heading.focus()
  }

  override render() {
    const { words } = this
    const own = startWords[words.id]
    return html`
      <div class="hero">
        <div>
          <h1 tabindex="-1">${own.headline}</h1>
          <p class="what">${own.what}</p>
          ${this.renderWay()}
          <dl>
            ${own.forWhom.map(
              ([who, what]) =>
                html`<div>
                  <dt>${who}</dt>
                  <dd>${what}</dd>
                </div>`,
            )}
          </dl>
        </div>
        ${gatesPicture(words, own.picture)}
      </div>
      ${this.renderBefore()}
      ${this.renderCourse()}
    `
  }

  private renderBefore() {
    const { title, needs, code, phrases, twins, rows } = startWords[this.words.id].before
    return html`<section class="before" aria-labelledby="before">
      <h2 id="before">${title}</h2>
      <p>${needs}</p>
      <p>${code}</p>
      <p>${phrases}</p>
      <details>
      <summary>${twins.summary}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${twins.fastapi}</th>
            <th scope="col">${twins.here}</th>
            <th scope="col">${twins.what}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([fastapi, here, what]) =>
              html`<tr>
                <th scope="row"><code translate="no">${fastapi}</code></th>
                <td><code translate="no">${here}</code></td>
                <td>${what}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      </details>
    </section>`
  }

  private renderWay() {
    const { language, resume, stops } = this
    const own = startWords[this.words.id]
    const isDone = stops.every(({ state }) => state === 'done')
    if (!resume) {
      const lesson = isDone ? SUMMARY : course[0].slug
      return html`<a class="way" href=${routeHash({ language, lesson })}
        >${isDone ? own.again : own.begin} →</a
      >`
    }
    const { lesson, page, title } = resume
    const number = stops.findIndex(({ slug }) => slug === lesson.slug) + 1
    return html`<a class="way" href=${routeHash({ language, lesson: lesson.slug, page: page.id })}
      >${own.goOn(number, title)} →</a
    >`
  }

  private renderCourse() {
    const { stops } = this
    const own = startWords[this.words.id]
    const sum = (of: 'done' | 'all') => stops.reduce((total, stop) => total + stop[of], 0)
    const isBegun = stops.some(({ state }) => state !== 'new')
    return html`<section aria-labelledby="course">
      <div class="head">
        <h2 id="course">${own.course}</h2>
        <p class="small">${own.part} · ${own.tasks(sum('done'), sum('all'))}</p>
      </div>
      <ol>
        ${stops.map((stop, index) => this.renderStop(stop, index))}
      </ol>
      <div class="foot">
        <p class="small">
          ${own.anyOrder}
          <a href=${routeHash({ language: this.language, lesson: SUMMARY })}
            >${this.words.summary}</a
          >
          <a href=${routeHash({ language: this.language, lesson: TOOLS })}>${own.tools}</a>
        </p>
        ${
          isBegun
            ? html`<button class="plain" @click=${this.onStartOver}>${own.startOver}</button>`
            : nothing
        }
      </div>
    </section>`
  }

  private renderStop(stop: CourseStop, index: number) {
    const own = startWords[this.words.id]
    const { state, done, all } = stop
    return html`<li data-state=${state}>
      <a href=${stop.href}>
        ${progressRing(stop, index + 1)}
        <span class="title"
          ><span class="visually-hidden">${index + 1}. </span>${stop.title}</span
        >
        <span class="promise">${promiseOf(stop.slug, this.language)}</span>
        <span class="state">
          ${own.state[state]}${all > 0 ? ` · ${own.tasks(done, all)}` : ''}${
            stop.minutes === undefined ? '' : ` · ${own.minutes(stop.minutes)}`
          }
        </span>
      </a>
    </li>`
  }

  private onStartOver() {
    if (confirm(startWords[this.words.id].startOverSure)) tell(this, 'start-over', {})
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-start-page': StartPage
  }
}
