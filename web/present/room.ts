/** A lesson as a room sees it: one thing at a time, led by keys, here or in the presenter's window. */

import { provide } from '@lit/context'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { Masking } from '../kit/masking.ts'
import { tell } from '../kit/tell.ts'
import { type LessonContext, lessonContext } from '../lesson/lesson-context.ts'
import { presentWords } from '../words/present.ts'
import type { PresentCommand } from './present-command.ts'
import { type Asked, askedBy, type Held } from './present-keys.ts'
import { openPresenter } from './open-window.ts'
import { keysView, notesView, overStyles } from './room-overlays.ts'
import { dress, undress } from './room-document.ts'
import { footView } from './room-foot.ts'
import type { RoomGates } from './room-gates.ts'
import { RoomLink } from './room-link.ts'
import type { RoomState } from './room-state.ts'
import type { RoomText } from './room-text.ts'
import type { RoomVote } from './room-vote.ts'
import { roomStyles } from './room-styles.ts'
import { besideView, sceneView } from './scene-views.ts'
import { sightsAt } from './scenes.ts'
import { BASE_PATH } from '../kit/base-url.ts'

/** Size of a text that goes with a diagram's letters as they are drawn, in pixels. */
const DRAWN_WITH = 15

/** @fires leave-room when the workbench is wanted back */
@customElement('bp-room')
export class Room extends LitElement {
  static override styles = [base, overStyles, roomStyles]

  @property({ attribute: false }) state!: RoomState

  @provide({ context: lessonContext })
  @state()
  protected context: LessonContext | undefined

  /** What lies over the picture while a key is held, or until it is pressed again. */
  @state() private over: 'keys' | 'notes' | 'spot' | undefined
  @state() private time = new Date()

  @query('dialog') private dialog!: HTMLDialogElement
  @query('.stage') private stage!: HTMLElement

  private readonly masking = new Masking(this)
  private link: RoomLink | undefined
  /** The place that was shown last, and how. */
  private shown = ''
  /** What stands on the screen. */
  private scene = ''
  private ticking: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.ticking = setInterval(() => (this.time = new Date()), 5_000)
    addEventListener('keydown', this.onKeydown, { capture: true })
    addEventListener('keyup', this.onKeyup, { capture: true })
    addEventListener('blur', this.onBlur)
    addEventListener('pointermove', this.onPointer)
    addEventListener('pagehide', this.onAway)
    addEventListener('pageshow', this.onBack)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    const { presentation } = this.state
    clearInterval(this.ticking)
    removeEventListener('keydown', this.onKeydown, { capture: true })
    removeEventListener('keyup', this.onKeyup, { capture: true })
    removeEventListener('blur', this.onBlur)
    removeEventListener('pointermove', this.onPointer)
    removeEventListener('pagehide', this.onAway)
    removeEventListener('pageshow', this.onBack)
    this.link?.leave()
    this.link = undefined
    presentation.onChange = presentation.onLeave = () => {}
    presentation.isRevealed = false
    undress(presentation.playground.saved.theme)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('state')) return
    const { presentation, page, words } = this.state
    presentation.onChange = () => this.requestUpdate()
    presentation.onLeave = () => this.leave()
    presentation.show(page)
    this.link ??= new RoomLink(presentation, BASE_PATH)
    const { workbench } = presentation.playground
    this.context = {
      lesson: page.visit.lesson,
      prose: page.prose,
      words,
      sources: page.sources,
      exchanges: workbench.exchanges,
      cookiesFor: (draft) => workbench.cookiesFor(draft),
    }
  }

  override firstUpdated(): void {
    this.dialog.showModal()
    this.stage.focus()
  }

  override updated(): void {
    const { presentation, words } = this.state
    const { kept, isRevealed } = presentation
    this.dialog.style.setProperty('--scale', String(kept.chosen.scale / 100))
    // Diagrams are drawn in pixels: they grow with the letters around them.
    const letters = Number.parseFloat(getComputedStyle(this.dialog).fontSize)
    const drawnWith = kept.chosen.isSplit ? DRAWN_WITH * 1.35 : DRAWN_WITH
    this.dialog.style.setProperty('--zoom', (letters / drawnWith).toFixed(2))
    dress({ look: kept.chosen.look, isRevealed })
    const { at, side, steps } = presentation
    const scenes = sightsAt(steps, at, kept.chosen.isSplit).map(({ scene }) => scene)
    const scene = [this.state.page.visit.page.id, ...(side.isOpen ? ['beside'] : scenes)].join(' ')
    // Something else begins at its top; its elements scroll to what is new in them afterwards.
    if (scene !== this.scene) this.stage.scrollTo(0, 0)
    this.scene = scene
    const place = side.isOpen ? `${at}+${side.way.at}` : at
    void this.showNewest(`${place} ${kept.chosen.scale} ${kept.chosen.isSplit}`)
    this.link?.tell(words.id)
  }

  override render() {
    const { presentation, page, words } = this.state
    const own = presentWords[words.id]
    const { look, isSplit } = presentation.kept.chosen
    const title = page.prose.pages[page.visit.page.id]?.title
    return html`<dialog
      aria-label=${own.title}
      data-look=${look}
      @cancel=${this.onCancel}
      @close=${this.leave}
      @present-command=${({ detail }: CustomEvent<PresentCommand>) => presentation.perform(detail)}
      @pointerup=${() => this.stage.focus()}
    >
      <div class="stage" tabindex="0">
        <h1>${title}</h1>
        ${this.renderSights(isSplit)}
      </div>
      ${footView(this.state, { time: this.time, obey: (asked) => this.obey(asked) })} ${this.renderOver()}
    </dialog>`
  }

  private renderSights(isSplit: boolean) {
    const { presentation, page, words } = this.state
    const { masking } = this
    const context = { presentation, page, words, masking }
    const { side } = presentation
    if (side.isOpen) {
      const own = presentWords[words.id]
      return html`<p class="beside">${side.way.at === 0 ? own.besideUnsent : own.beside}</p>
        ${besideView(context)}`
    }
    const sights = sightsAt(presentation.steps, presentation.at, isSplit)
    return html`<div class="sights ${isSplit ? 'split' : ''}">
      ${sights.map((sight) => html`<div>${sceneView(sight, context)}</div>`)}
    </div>`
  }

  private renderOver() {
    const { page, words } = this.state
    switch (this.over) {
      case 'keys':
        return keysView(words.id)
      case 'notes':
        return notesView(page.visit, words.id)
      case 'spot':
        return html`<div class="spot"></div>`
      case undefined:
        return nothing
    }
    return this.over satisfies never
  }

  /** Brings what is new into view, by as little as it takes. */
  private async showNewest(sight: string) {
    if (sight === this.shown) return
    this.shown = sight
    for (const scene of this.renderRoot.querySelectorAll<RoomText | RoomGates | RoomVote>(
      'bp-room-text, bp-room-gates, bp-room-vote',
    )) {
      await scene.updateComplete
      scene.showNewest()
    }
    const newest = this.renderRoot.querySelector<LitElement>('[data-newest]')
    await newest?.updateComplete
    newest?.scrollIntoView({ block: 'nearest' })
  }

  // Keys

  private readonly onKeydown = (event: KeyboardEvent) => {
    const asked = askedBy(event)
    if (!asked || isPressed(event)) return
    // Nothing of the workbench hears them.
    event.stopImmediatePropagation()
    event.preventDefault()
    if (event.repeat && asked.kind !== 'scale') return
    this.obey(asked)
  }

  private obey(asked: Asked) {
    const { presentation } = this.state
    if (asked.kind === 'own') {
      if (asked.action === 'open-presenter') openPresenter(this.state.words.id)
      else this.over = this.over === 'keys' ? undefined : 'keys'
    } else if (asked.kind === 'hold') {
      this.hold(asked.what, true)
    } else if (asked.kind === 'leave' && this.over === 'keys') {
      this.over = undefined
    } else {
      void presentation.perform(asked)
    }
  }

  private readonly onKeyup = (event: KeyboardEvent) => {
    const asked = askedBy(event)
    if (asked?.kind === 'hold') this.hold(asked.what, false)
  }

  /** A key that is let go of elsewhere is not heard here. */
  private readonly onBlur = () => {
    for (const what of ['reveal', 'spot', 'notes'] as const) this.hold(what, false)
  }

  private hold(what: Held, isOn: boolean) {
    const { presentation } = this.state
    if (what === 'reveal') {
      if (presentation.isRevealed !== isOn) void presentation.perform({ kind: 'reveal', isOn })
    } else if (isOn) this.over = what
    else if (this.over === what) this.over = undefined
  }

  private readonly onAway = () => this.link?.away()
  private readonly onBack = () => this.requestUpdate()

  private readonly onPointer = ({ clientX, clientY }: PointerEvent) => {
    this.dialog.style.setProperty('--x', `${clientX}px`)
    this.dialog.style.setProperty('--y', `${clientY}px`)
  }

  private readonly onCancel = (event: Event) => {
    event.preventDefault()
    this.leave()
  }

  private readonly leave = () => {
    if (this.isConnected) tell(this, 'leave-room')
  }
}

/** Whether a key presses what somebody came to by keys, or writes into a field. */
function isPressed(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input, select, textarea')) return true
  return /^( |Enter)$/.test(event.key) && target.matches(':is(button, a, summary):focus-visible')
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-room': Room
  }
}
