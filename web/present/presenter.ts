/** The presenter's own window: notes, what comes next, the time; the same keys lead the window of the room. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { lessonCalled } from '../../lessons/index.ts'
import type { Language, Lesson } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { fontsFor } from '../kit/fonts.ts'
import { loadProse, withCodeTasks } from '../lesson/load-lesson.ts'
import type { Prose } from '../lesson/prose.ts'
import { latinKey } from '../kit/latin-key.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import { openChannel, type RoomView } from './link-messages.ts'
import { loadNotes } from './load-notes.ts'
import { loadPrepared } from './offers.ts'
import { type LoadedLesson, notesOf } from './presenter-notes.ts'
import type { PresentCommand } from './present-command.ts'
import { askedBy } from './present-keys.ts'
import { PresenterLink } from './presenter-link.ts'
import { presenterStyles } from './presenter-styles.ts'
import { keysView, overStyles } from './room-overlays.ts'
import { sideOf } from './presenter-side.ts'
import { BASE_PATH } from '../kit/base-url.ts'

@customElement('bp-presenter')
export class Presenter extends LitElement {
  static override styles = [base, overStyles, presenterStyles]

  @property({ attribute: false }) words!: Words

  @state() private loaded: LoadedLesson | undefined
  @state() private now = Date.now()
  @state() private showsKeys = false
  /** The language of the notes, once somebody chose one. */
  @state() private chosen = chosenLanguage()

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
    if (this.chosen) void fontsFor(this.chosen)
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
    const [en, ko, notesEn, notesKo, prepared] = await Promise.all([
      wholeProse(lesson, 'en'),
      wholeProse(lesson, 'ko'),
      loadNotes(lesson.folder, 'en'),
      loadNotes(lesson.folder, 'ko'),
      loadPrepared(lesson.folder),
    ])
    // The room may have gone on.
    if (this.link?.room?.view.lesson !== slug) return
    this.loaded = { lesson, prose: { en, ko }, notes: { en: notesEn, ko: notesKo }, prepared }
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
    const { loaded: known, words, now, own, language } = this
    const loaded = known?.lesson.slug === view.lesson ? known : undefined
    const lead = (command: PresentCommand) => this.lead(command)
    return html`<div class="wide">
      <div class="side">
        ${sideOf({ view, loaded, words, now, lead })}
        <p class="small">
          ${own.keys} <kbd>→</kbd> <kbd>←</kbd> <kbd>s</kbd> <kbd>r</kbd> <kbd>u</kbd>
          <kbd>1</kbd>–<kbd>9</kbd> <kbd>c</kbd> <kbd>h</kbd> <kbd>v</kbd> <kbd>?</kbd>
        </p>
      </div>
      ${
        loaded
          ? notesOf(view.page, loaded, { words, language, onOther: this.onOtherLanguage })
          : html`<div></div>`
      }
    </div>`
  }

  /** The language of the notes: the window's own, unless the other one was chosen. */
  private get language(): Language {
    return this.chosen ?? this.words.id
  }

  private readonly onOtherLanguage = () => {
    this.chosen = this.language === 'en' ? 'ko' : 'en'
    void fontsFor(this.chosen)
    try {
      localStorage.setItem(NOTES_KEY, this.chosen)
    } catch {
      // It is known until the window is closed.
    }
  }

  private lead(command: PresentCommand) {
    this.link?.perform(command)
  }

  // Keys

  private readonly onKeydown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    if (isPlain && latinKey(event).toLowerCase() === 'l') return this.onOtherLanguage()
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

/** What a lesson says: with its code tasks, and with what to take from each page. */
async function wholeProse(lesson: Lesson, language: Language): Promise<Prose> {
  const prose = await loadProse(lesson, language)
  const [help, { pages: all }] = await Promise.all([prose.help(), withCodeTasks(prose)])
  const pages = Object.entries(all).map(
    ([id, page]) => [id, { ...page, ...help.pages[id] }] as const,
  )
  return { ...prose, pages: Object.fromEntries(pages) }
}

const NOTES_KEY = `bearer-playground-present:${BASE_PATH}:notes`

/** The language that was chosen for notes in this browser. */
function chosenLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(NOTES_KEY)
    return kept === 'en' || kept === 'ko' ? kept : undefined
  } catch {
    return undefined
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
