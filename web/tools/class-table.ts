/** The learners of a class, one a row, sorted by whatever one asks. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import type { Learner } from '../state/class-list.ts'
import { type ClassWords, classWords } from '../words/class.ts'
import type { Words } from '../words/en.ts'
import { classStyles } from './class-styles.ts'
import type { ClassTexts } from './class-texts.ts'

/** So many rows are drawn, and so many more at each wish: ten thousand would take seconds. */
const ROWS = 200

/** A column: what its head says, and what is sorted by; what is not known comes last. */
interface Column {
  id: string
  head: string
  /** What the head means, where it is short. */
  title?: string
  by: (learner: Learner) => string | number | undefined
}

@customElement('bp-class-table')
export class ClassTable extends LitElement {
  static override styles = [base, classStyles]

  @property({ attribute: false }) learners: readonly Learner[] = []
  @property({ attribute: false }) texts!: ClassTexts
  @property({ attribute: false }) words!: Words

  @state() private sortedBy = 'name'
  @state() private isDown = false
  @state() private rows = ROWS

  override render() {
    const { own, learners, rows } = this
    const columns = columnsOf(this.texts, own)
    const left = learners.length - rows
    return html`<div class="wide" role="region" tabindex="0" aria-label=${own.learners}>
        <table>
          <thead>
            <tr>
              ${columns.map((column) => this.renderHead(column))}
            </tr>
          </thead>
          <tbody>
            ${this.sorted(columns)
              .slice(0, rows)
              .map((learner) => this.renderLearner(learner))}
          </tbody>
        </table>
      </div>
      ${
        left > 0
          ? html`<p><button type="button" @click=${this.onMore}>${own.showMore(Math.min(left, ROWS))}</button></p>`
          : nothing
      }`
  }

  private get own() {
    return classWords[this.words.id]
  }

  private renderHead({ id, head, title }: Column) {
    const order = id !== this.sortedBy ? 'none' : this.isDown ? 'descending' : 'ascending'
    const sign = { none: '', ascending: ' ↑', descending: ' ↓' }[order]
    return html`<th scope="col" aria-sort=${order}>
      <button type="button" class="inline" title=${title ?? head} @click=${() => this.sort(id)}>
        ${title === undefined ? head : html`<span aria-hidden="true">${head}</span><span class="visually-hidden">${title}</span>`}<span aria-hidden="true">${sign}</span>
      </button>
    </th>`
  }

  private renderLearner({ name, lessons, done, minutes, tries, stuck, saved }: Learner) {
    const { own, texts } = this
    const unknown = html`<span class="none" title=${own.unknown}>–<span class="visually-hidden">${own.unknown}</span></span>`
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${done}</td>
      ${lessons.map((lesson) =>
        lesson
          ? html`<td class=${lesson.done === lesson.all ? 'all' : ''}>${lesson.done}/${lesson.all}</td>`
          : html`<td class="none">·<span class="visually-hidden">${own.notBegun}</span></td>`,
      )}
      <td>${minutes === undefined ? unknown : Math.round(minutes)}</td>
      <td>${tries ?? unknown}</td>
      <td class="stuck">
        ${stuck ? own.stuckAt(texts.numberOf(stuck.lesson), texts.taskOf(stuck.lesson, stuck.task), stuck.tries) : nothing}
      </td>
      <td>${new Date(saved).toLocaleDateString(this.words.id)}</td>
    </tr>`
  }

  private sorted(columns: readonly Column[]): Learner[] {
    const { by } = columns.find(({ id }) => id === this.sortedBy)!
    const sign = this.isDown ? -1 : 1
    const order = new Intl.Collator(this.words.id, { numeric: true })
    return [...this.learners].sort((a, b) => {
      const [one, other] = [by(a), by(b)]
      if (one === undefined || other === undefined) {
        return Number(one === undefined) - Number(other === undefined)
      }
      return (
        sign *
        (typeof one === 'number' && typeof other === 'number'
          ? one - other
          : order.compare(String(one), String(other)))
      )
    })
  }

  /** By another column, or the other way round. */
  private sort(id: string) {
    this.isDown = id === this.sortedBy && !this.isDown
    this.sortedBy = id
  }

  private readonly onMore = () => {
    this.rows += ROWS
  }
}

function columnsOf(texts: ClassTexts, own: ClassWords): Column[] {
  return [
    { id: 'name', head: own.name, by: ({ name }) => name },
    { id: 'done', head: own.done, by: ({ done }) => done },
    ...texts.lessons.map((lesson, index): Column => {
      const number = texts.numberOf(lesson)
      const title = own.lesson(number, texts.titleOf(lesson))
      return { id: lesson.slug, head: String(number), title, by: (one) => one.lessons[index]?.done }
    }),
    { id: 'minutes', head: own.minutes, by: ({ minutes }) => minutes },
    { id: 'tries', head: own.tries, by: ({ tries }) => tries },
    { id: 'stuck', head: own.stuck, by: ({ stuck }) => stuck && stuckPlace(stuck, texts) },
    { id: 'saved', head: own.saved, by: ({ saved }) => saved },
  ]
}

/** Lesson and page, as a number that sorts in the course's order. */
function stuckPlace({ lesson, task }: NonNullable<Learner['stuck']>, texts: ClassTexts): number {
  return texts.numberOf(lesson) * 1_000 + lesson.pages.findIndex(({ id }) => id === task)
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-class-table': ClassTable
  }
}
