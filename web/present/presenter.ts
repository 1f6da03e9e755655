/** The presenter's own window: notes, what comes next, the time; the same keys lead the window of the room. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { lessonCalled } from '../../lessons/index.ts'
import { base } from '../kit/base.ts'
import { loadProse } from '../lesson/load-lesson.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import { openChannel, type RoomView } from './link-messages.ts'
import { loadNotes } from './load-notes.ts'
import { type LoadedLesson, notesOf } from './presenter-notes.ts'
import type { PresentCommand } from './present-command.ts'
import { askedBy } from './present-keys.ts'
import { PresenterLink } from './presenter-link.ts'
import { presenterStyles } from './presenter-styles.ts'
import { keysView, overStyles } from './room-overlays.ts'
import { stepLabel } from './step-label.ts'
import { BASE_PATH } from '../kit/base-url.ts'

/** How many of the things to come are named. */
const AHEAD = 5

@customElement('bp-presenter')
export class Presenter extends LitElement {
  static override styles = [base, overStyles, presenterStyles]

  @property({ attribute: false }) words!: Words

  @state() private loaded: LoadedLesson | undefined
  @state() private now = Date.now()
  @state() private showsKeys = false

  @query('h1') private heading!: HTMLElement

  private link: PresenterLink | undefined
  private ticking: ReturnType<typeof setInterval> | undefined

  /** Moves the focus to the page's title: what a screen reader reads next. */
  override focus(): void {
    this.heading.focus()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.onBack()
    this.ticking = setInterval(() => (this.now = Date.now()), 1_000)
    addEventListener('keydown', this.onKeydown, { capture: true })
    addEventListener('keyup', this.onKeyup, { capture: true })
    addEventListener('blur', this.onBlur)
    addEventListener('pagehide', this.onLeave)
    addEventListener('pageshow', this.onBack)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.ticking)
    removeEventListener('keydown', this.onKeydown, { capture: true })
    removeEventListener('keyup', this.onKeyup, { capture: true })
    removeEventListener('blur', this.onBlur)
    removeEventListener('pagehide', this.onLeave)
    removeEventListener('pageshow', this.onBack)
    this.onLeave()
  }

  override willUpdate(): void {
    const { lesson } = this.link?.room?.view ?? {}
    if (lesson !== undefined && lesson !== this.loaded?.lesson.slug) void this.load(lesson)
  }

  private async load(slug: string): Promise<void> {
    const lesson = await lessonCalled(slug)
    if (!lesson) return
    const [en, ko, notesEn, notesKo] = await Promise.all([
      loadProse(lesson, 'en'),
      loadProse(lesson, 'ko'),
      loadNotes(lesson.folder, 'en'),
      loadNotes(lesson.folder, 'ko'),
    ])
    // The room may have gone on.
    if (this.link?.room?.view.lesson !== slug) return
    this.loaded = { lesson, prose: { en, ko }, notes: { en: notesEn, ko: notesKo } }
  }

  private get own() {
    return presentWords[this.words.id].presenter
  }

  override render() {
    const { own, link } = this
    const { view } = link?.room ?? {}
    return html`
      <header>
        <h1 tabindex="-1">${own.title}</h1>
        <div class="leads" role="status">${this.renderLeads()}</div>
      </header>
      ${view && !link?.hasLeft ? this.renderRoom(view) : this.renderNone()}
      ${this.showsKeys ? keysView(this.words.id) : nothing}
    `
  }

  private renderNone() {
    const { own } = this
    return html`<div class="empty">
      <h2>${own.noRoom}</h2>
      <p>${this.link?.hasLeft ? own.left : own.howTo}</p>
    </div>`
  }

  private renderLeads() {
    const { own, link } = this
    if (!link?.room || link.hasLeft) return html`<span class="small">${own.lead}</span>`
    if (link.leads) return html`<span class="small">${own.leads}</span>`
    return html`<span>${own.other}</span>
      <button class="primary" @click=${() => link.takeOver()}>${own.takeOver}</button>`
  }

  private renderRoom(view: RoomView) {
    const { loaded } = this
    return html`<div class="wide">
      <div class="side">
        ${this.renderSteps(view)} ${this.renderTimes(view)} ${this.renderHands(view)}
        <p class="small">
          ${this.own.keys} <kbd>→</kbd> <kbd>←</kbd> <kbd>s</kbd> <kbd>r</kbd> <kbd>u</kbd>
          <kbd>1</kbd>–<kbd>9</kbd> <kbd>c</kbd> <kbd>h</kbd> <kbd>v</kbd> <kbd>?</kbd>
        </p>
      </div>
      ${
        loaded?.lesson.slug === view.lesson
          ? notesOf(view.page, loaded, this.words)
          : html`<div></div>`
      }
    </div>`
  }

  private renderSteps({ steps, at, isSending, isBeside, bench }: RoomView) {
    const { own, words, loaded } = this
    const label = (place: number) => stepLabel(steps[place]!, words, loaded?.prose[words.id])
    // A request beside the way leads back to where the room was.
    const from = isBeside ? at : at + 1
    const coming = steps.slice(from, from + AHEAD)
    return html`<div class="now" aria-live="polite">
        <span class="label">${own.now}</span>
        <b>${isBeside ? own.beside : steps[at] ? label(at) : nothing}</b>
      </div>
      <div>
        <p class="label">${own.ahead}</p>
        ${
          coming.length > 0
            ? html`<ol class="then">${coming.map((_, place) => html`<li>${label(from + place)}</li>`)}</ol>`
            : html`<p class="then">${isSending ? presentWords[words.id].waiting : own.end}</p>`
        }
      </div>
      <div>
        <p class="label">${own.bench}</p>
        <code translate="no">${bench}</code>
      </div>
      <div class="row">
        <button @click=${() => this.lead({ kind: 'back' })}>${own.back}</button>
        <button class="primary" @click=${() => this.lead({ kind: 'forward' })}>
          ${own.forward}
        </button>
      </div>`
  }

  private renderTimes({ lessonBegan, pageBegan, page }: RoomView) {
    const { own, loaded, words } = this
    const planned = loaded?.notes[words.id].pages ?? {}
    const whole = Object.values(planned).reduce((sum, { minutes }) => sum + minutes, 0)
    return html`<dl class="times">
        <dt>${own.page}</dt>
        ${this.renderTime(pageBegan, planned[page]?.minutes ?? 0)}
        <dt>${own.lesson}</dt>
        ${this.renderTime(lessonBegan, whole)}
      </dl>
      <div class="row">
        <button class="plain" @click=${() => this.lead({ kind: 'restart-clock' })}>
          ${own.restart}
        </button>
      </div>`
  }

  private renderTime(began: number, planned: number) {
    const { own, now } = this
    const seconds = Math.max(0, Math.floor((now - began) / 1000))
    const elapsed = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    const isLate = planned > 0 && seconds > planned * 60
    return html`<dd class=${isLate ? 'late' : ''}>
      ${planned > 0 ? own.of(elapsed, planned) : own.elapsed(elapsed)}
    </dd>`
  }

  private renderHands({ vote, page, steps }: RoomView) {
    const { loaded, words } = this
    const task = loaded?.lesson.pages.find(({ id }) => id === page)
    if (task?.kind !== 'predict' || !steps.some(({ kind }) => kind === 'vote')) return nothing
    const said = loaded?.prose[words.id].pages[page]
    return html`<ol class="hands">
      ${task.options.map(
        ({ id }, place) =>
          html`<li>
            <kbd>${place + 1}</kbd> <span>${said?.options[id]}</span> <b>${vote.hands[id] ?? 0}</b>
          </li>`,
      )}
    </ol>`
  }

  private lead(command: PresentCommand) {
    this.link?.perform(command)
  }

  // Keys

  private readonly onKeydown = (event: KeyboardEvent) => {
    const asked = askedBy(event)
    const [target] = event.composedPath()
    const isControl = target instanceof HTMLElement && target.matches('button, a, summary, input')
    if (!asked || (isControl && /^( |Enter)$/.test(event.key))) return
    // What is pressed in the room's window alone means nothing here.
    const isElsewhere = asked.kind === 'own' && asked.action === 'open-presenter'
    if (isElsewhere || (asked.kind === 'hold' && asked.what !== 'reveal')) return
    event.stopImmediatePropagation()
    event.preventDefault()
    if (asked.kind === 'own') this.showsKeys = !this.showsKeys
    else if (asked.kind === 'hold') {
      if (!event.repeat) this.lead({ kind: 'reveal', isOn: true })
    } else if (asked.kind === 'leave' && this.showsKeys) this.showsKeys = false
    else if (!event.repeat || asked.kind === 'scale') this.lead(asked)
  }

  private readonly onKeyup = (event: KeyboardEvent) => {
    const asked = askedBy(event)
    if (asked?.kind === 'hold' && asked.what === 'reveal') this.onBlur()
  }

  private readonly onBlur = () => {
    if (this.link?.room?.view.isRevealed) this.lead({ kind: 'reveal', isOn: false })
  }

  /** The page may have been put away, and be there again. */
  private readonly onBack = () => {
    if (this.link) return
    this.link = new PresenterLink(idOfWindow(), openChannel(BASE_PATH))
    this.link.onChange = () => this.requestUpdate()
  }

  private readonly onLeave = () => {
    this.link?.leave()
    this.link = undefined
  }
}

const KEY = 'bearer-playground-presenter'

/** Names this window for as long as it is open: after a reload it is the same one. */
function idOfWindow(): string {
  const made = crypto.randomUUID?.() ?? String(Math.random())
  try {
    const known = sessionStorage.getItem(KEY)
    if (known === null) sessionStorage.setItem(KEY, made)
    return known ?? made
  } catch {
    return made
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-presenter': Presenter
  }
}
