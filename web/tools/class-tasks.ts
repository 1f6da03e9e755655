/** The tasks of the course over a class: where most are left behind, and what they did wrong. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import type { ClassTask } from '../state/class-list.ts'
import { classWords } from '../words/class.ts'
import type { Words } from '../words/en.ts'
import { classStyles } from './class-styles.ts'
import type { ClassTexts } from './class-texts.ts'

@customElement('bp-class-tasks')
export class ClassTasks extends LitElement {
  static override styles = [base, classStyles]

  @property({ attribute: false }) tasks: readonly ClassTask[] = []
  @property({ attribute: false }) texts!: ClassTexts
  @property({ attribute: false }) words!: Words

  override render() {
    const { own } = this
    return html`<div class="wide" role="region" tabindex="0" aria-label=${own.tasks}>
      <table>
        <thead>
          <tr>
            <th scope="col">${own.task}</th>
            <th scope="col">${own.ofBegun}</th>
            <th scope="col">${own.tries}</th>
            <th scope="col">${own.minutes}</th>
            <th scope="col">${own.wrong}</th>
          </tr>
        </thead>
        <tbody>
          ${this.tasks.map((task) => this.renderTask(task))}
        </tbody>
      </table>
    </div>`
  }

  private get own() {
    return classWords[this.words.id]
  }

  private renderTask({ lesson, task, begun, done, tries, minutes, wrong }: ClassTask) {
    const { own, texts } = this
    const or = (number: number | undefined) =>
      number === undefined
        ? html`<span class="none" title=${own.unknown}>–<span class="visually-hidden">${own.unknown}</span></span>`
        : Math.round(number * 10) / 10
    return html`<tr>
      <th scope="row">${texts.numberOf(lesson)}. ${texts.taskOf(lesson, task)}</th>
      <td class=${done === begun ? 'all' : ''}>${done}/${begun}</td>
      <td>${or(tries)}</td>
      <td>${or(minutes)}</td>
      <td class="turn">${wrong ? this.renderWrong(lesson, task, wrong) : nothing}</td>
    </tr>`
  }

  private renderWrong(
    lesson: ClassTask['lesson'],
    task: string,
    { id, learners }: NonNullable<ClassTask['wrong']>,
  ) {
    const { own, texts } = this
    const { text, isGuess } = texts.wrongOf(lesson, task, id)
    return html`<strong>${own.wrongBy(learners)}:</strong> ${isGuess ? `${own.guess} ` : nothing}${text ?? id}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-class-tasks': ClassTasks
  }
}
