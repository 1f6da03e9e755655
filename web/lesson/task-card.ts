/** One task: what it asks, a prediction or parts to tick, hints, the solution, what to take from it. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { BreakTask, PredictTask, Task, WireTask } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { keepFocus } from '../kit/keep-focus.ts'
import { tell } from '../kit/tell.ts'
import { prose as proseStyles } from '../kit/prose-styles.ts'
import type { TaskProgress } from '../state/progress.ts'
import type { Words } from '../words/en.ts'
import type { PageProse } from './prose.ts'
import { taskCardStyles } from './task-card-styles.ts'

/** The request to begin with, its id and its first line: for a part to be done once more, or for what the page takes for granted. */
export interface Lost {
  part?: string
  request?: string
  line?: string
}

/**
 * @fires predict with the chosen option's id: the request is to be sent
 * @fires read with what was read out of a token: its request is to be sent
 * @fires use-request with a request's id
 * @fires open-tab with the id of the tab where the task is done
 * @fires task-again when the task is to be forgotten and done once more
 * @fires replay when a recorded attack is to be sent to the server that holds
 */
@customElement('bp-task-card')
export class TaskCard extends LitElement {
  static override styles = [base, proseStyles, taskCardStyles]

  @property({ attribute: false }) task!: Task
  @property({ attribute: false }) prose!: PageProse
  @property({ attribute: false }) progress: TaskProgress | undefined
  @property({ type: Boolean }) done = false
  @property({ attribute: false }) lost: Lost | undefined
  @property({ attribute: false }) words!: Words

  @state() private chosen = ''
  @state() private hints = 0
  @state() private solved = false

  constructor() {
    super()
    // A prediction that was sent, and a task that is done, have no button any more; until the answer has come it is there.
    keepFocus(
      this,
      () => this.outcome ?? this.renderRoot.querySelector<HTMLElement>('button.primary'),
    )
  }

  /** What came of it last: whether a prediction was right, what to take from a task that is done, the newest hint. */
  get outcome(): HTMLElement | undefined {
    const [outcome] = this.renderRoot.querySelectorAll<HTMLElement>('p.outcome')
    return outcome ?? [...this.renderRoot.querySelectorAll<HTMLElement>('.said > .aside')].at(-1)
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.task.kind === 'decode') void import('./reading.ts')
    if (this.task.kind === 'code') void import('./code-task.ts')
    if (this.lost) void import('./lost.ts')
    const before = changed.get('task') as Task | undefined
    const isForgotten = changed.get('progress') !== undefined && !this.progress
    if (isForgotten || (before && before.id !== this.task.id)) {
      this.chosen = ''
      this.hints = 0
      this.solved = false
    }
  }

  /** Moves the focus to where the task is done: its first answer or field, else the first that can be pressed. */
  override focus(): void {
    const within = this.renderRoot.querySelector('bp-reading, bp-code-task')?.shadowRoot
    const place = within ?? this.renderRoot
    // What is asked for stands before what helps, and an answer to choose before all that is told about it.
    const answer = place.querySelector<HTMLElement>('input:enabled')
    ;(answer ?? place.querySelector<HTMLElement>('bp-request, bp-region, button:enabled'))?.focus()
  }

  /** Shows one hint more, then the solution: the key `h` asks for it too. */
  hint(): void {
    if (this.done) return
    if (this.hints < (this.prose.hints?.length ?? 1)) this.hints++
    else this.solved = true
  }

  override render() {
    const { task, prose, words } = this
    const kind = task.kind === 'wire' ? (task.place ?? 'wire') : task.kind
    return html`
      <span class="kind ${this.done ? 'done' : ''}"
        >${this.done ? html`✓ ${words.task.done}` : words.task[kind]}</span
      >
      <div>${prose.ask}</div>
      ${this.renderTask(task)}
      <div class="said" aria-live="polite">
        ${(this.done ? [] : (prose.hints ?? []).slice(0, this.hints)).map(
          (hint, index) =>
            html`<div class="aside">
                <span class="label">${words.task.hintNumber(index + 1)}</span> ${hint}
              </div>`,
        )}
        ${
          this.solved && !this.done
            ? html`<div class="aside">
              <span class="label">${words.task.solutionTitle}</span> ${prose.solution}
            </div>`
            : nothing
        }
        ${this.done && prose.after ? html`<div class="aside">${prose.after}</div>` : nothing}
      </div>
      ${
        this.progress
          ? html`<div class="row">
            <button class="plain again" @click=${() => tell(this, 'task-again')}>${words.task.again}</button>
          </div>`
          : nothing
      }
    `
  }

  private renderTask(task: Task) {
    switch (task.kind) {
      case 'predict':
        return this.renderPrediction(task)
      case 'decode':
        return html`<bp-reading
            task=${task.id}
            .reading=${this.progress?.reading}
            .words=${this.words}
          ></bp-reading>
          <div class="row">${this.renderHelp()}</div>`
      case 'wire':
      case 'break':
        return this.renderParts(task)
      case 'code':
        return html`<bp-code-task
            .task=${task}
            .prose=${this.prose}
            .words=${this.words}
            @hint=${this.hint}
            ?helped=${this.hints > 0}
            ?done=${this.done}
          ></bp-code-task>
          <div class="row">${this.renderHelp()}</div>`
      default:
        return task satisfies never
    }
  }

  private renderPrediction(task: PredictTask) {
    const { words, progress } = this
    const made = progress?.prediction
    return html`<form @submit=${this.onPredict} @keydown=${this.onPredictKey}>
      <fieldset ?disabled=${made !== undefined}>
        <legend class="visually-hidden">${words.task.predict}</legend>
        ${task.options.map(
          ({ id }) =>
            html`<label class="option ${made?.came === undefined ? '' : made.came === id ? 'came' : 'not'}">
              <input
                type="radio"
                name="prediction"
                .value=${id}
                .checked=${(made?.option ?? this.chosen) === id}
                @change=${() => {
                  this.chosen = id
                }}
              />
              <span>${this.prose.options[id]}${
                made?.came === id
                  ? html` <span class="mark">✓ ${words.task.came}</span>`
                  : made?.came !== undefined && made.option === id
                    ? html` <span class="mark">${words.task.yours}</span>`
                    : nothing
              }</span>
            </label>`,
        )}
      </fieldset>
      ${made ? this.renderOutcome(task, made) : nothing}
      <div class="row">
        ${
          this.done
            ? nothing
            : html`<button class="primary" ?disabled=${!made && this.chosen === ''}>
              ${words.task.send}
            </button>`
        }
        ${this.renderHelp()}
      </div>
    </form>`
  }

  private renderOutcome(
    task: PredictTask,
    { option, came }: NonNullable<TaskProgress['prediction']>,
  ) {
    // What was kept may be older than the options.
    if (came === undefined || !task.options.some(({ id }) => id === option)) return nothing
    const { right, surprise, none } = this.words.task
    return option === came
      ? html`<p class="outcome right">✓ ${right}</p>`
      : html`<p class="outcome surprise">${came === '' ? none : surprise}</p>`
  }

  private renderParts(task: WireTask | BreakTask) {
    const { words, prose, progress } = this
    const { request } = task
    const place = task.kind === 'wire' ? task.place : task.play && 'pane'
    return html`
      <ul class="parts">
        ${task.parts.map(({ id }) => {
          const ticked = progress?.parts.includes(id) ?? false
          return html`<li class=${ticked ? 'ticked' : ''}>
            <span class="tick" aria-hidden="true">✓</span>
            <span
              >${prose.parts[id]}<span class="visually-hidden"
                >, ${ticked ? words.pageState.done : words.pageState.open}</span
              ></span
            >
          </li>`
        })}
      </ul>
      ${
        this.lost
          ? html`<bp-lost class="aside lost" .lost=${this.lost} .prose=${prose} .words=${words}></bp-lost>`
          : nothing
      }
      <div class="row">
        ${
          place
            ? html`<button class="primary" @click=${() => tell(this, 'open-tab', place)}>
              ${words.task.open[task.kind === 'wire' ? place : 'attack']}
            </button>`
            : nothing
        }
        ${task.kind === 'break' ? this.renderReplay(task) : nothing}
        ${
          request && !this.done
            ? html`<button @click=${() => tell(this, 'use-request', request)}>
              ${words.task.prepare}
            </button>`
            : nothing
        }
        ${this.renderHelp()}
      </div>
    `
  }

  private renderReplay(task: BreakTask) {
    const [broken, held] = task.parts
    const done = this.progress?.parts ?? []
    if (task.play || this.lost?.part || !done.includes(broken.id) || done.includes(held.id))
      return nothing
    return html`<button class="primary" @click=${() => tell(this, 'replay')}>
      ${this.words.task.replay}
    </button>`
  }

  private renderHelp() {
    const { words, prose } = this
    if (this.solved || this.done) return nothing
    const label =
      this.hints === 0
        ? words.task.hint
        : this.hints < (prose.hints?.length ?? 0)
          ? words.task.nextHint
          : words.task.solution
    return html`<button type="button" @click=${this.hint}>${label}</button>`
  }

  private onPredict(event: Event) {
    event.preventDefault()
    tell(this, 'predict', this.progress?.prediction?.option ?? this.chosen)
  }

  /** The page's key for sending sends what was chosen here, too. */
  private onPredictKey(event: KeyboardEvent) {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSend || this.done || !(this.progress?.prediction ?? this.chosen)) return
    event.stopPropagation()
    this.onPredict(event)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-task-card': TaskCard
  }
}
