/** A bar between two columns that is dragged, or moved by keys (the ARIA pattern "window splitter"). */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { tell } from './tell.ts'

/** How far an arrow key moves it, in pixels. */
const STEP = 16

/** A width that is asked for, in pixels, and whether it is meant to stay. */
export interface SplitterMove {
  width: number
  done: boolean
}

/**
 * @fires splitter-move with a {@link SplitterMove}
 * @fires splitter-reset when the width the page has by itself is wanted again
 * @fires splitter-toggle when the column is to be folded away, or to come back
 */
@customElement('bp-splitter')
export class Splitter extends LitElement {
  static override styles = css`
    :host {
      position: relative;
      z-index: 1;
      display: block;
      cursor: col-resize;
      touch-action: none;
    }
    :host([hidden]) {
      display: none;
    }
    /* A hairline, with room for a finger beside it. */
    :host::before {
      content: '';
      position: absolute;
      inset: 0 -4px;
    }
    i {
      position: absolute;
      inset: 0 50%;
      border-left: 1px solid var(--line);
    }
    i::after {
      content: '';
      position: absolute;
      top: calc(50% - 16px);
      left: -3px;
      width: 5px;
      height: 32px;
      border-radius: 3px;
      background: var(--edge);
      opacity: 0.55;
    }
    :host(:hover) i,
    :host(:focus-visible) i {
      border-color: var(--accent);
    }
    :host(:hover) i::after,
    :host(:focus-visible) i::after {
      background: var(--accent);
      opacity: 1;
    }
    :host(:focus-visible) {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }
  `

  /** Width of the column it moves, and the least and the most it can be, in pixels. */
  @property({ type: Number }) value = 0
  @property({ type: Number }) min = 0
  @property({ type: Number }) max = 0
  /** Whether that column stands behind it. */
  @property({ type: Boolean }) behind = false
  @property() label = ''

  private dragged: { from: number; width: number } | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.role = 'separator'
    this.tabIndex = 0
    this.ariaOrientation = 'vertical'
    this.addEventListener('pointerdown', this.onDown)
    this.addEventListener('pointermove', this.onMove)
    this.addEventListener('pointerup', this.onUp)
    this.addEventListener('pointercancel', this.onUp)
    this.addEventListener('dblclick', this.onReset)
    this.addEventListener('keydown', this.onKeydown)
  }

  override updated(): void {
    this.ariaLabel = this.label
    this.ariaValueMin = String(this.min)
    this.ariaValueMax = String(Math.max(this.max, this.value))
    this.ariaValueNow = String(this.value)
  }

  override render() {
    return html`<i></i>`
  }

  private readonly onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    this.setPointerCapture(event.pointerId)
    this.dragged = { from: event.clientX, width: this.value }
    // No text is selected on the way, and the keys go on from here.
    event.preventDefault()
    this.focus()
  }

  private readonly onMove = (event: PointerEvent) => {
    if (this.dragged) this.move(this.draggedTo(event, this.dragged), false)
  }

  private readonly onUp = (event: PointerEvent) => {
    const { dragged } = this
    this.dragged = undefined
    // A click alone moves nothing.
    if (dragged && event.clientX !== dragged.from) this.move(this.draggedTo(event, dragged), true)
  }

  private draggedTo({ clientX }: PointerEvent, dragged: NonNullable<typeof this.dragged>): number {
    return dragged.width + (clientX - dragged.from) * (this.behind ? -1 : 1)
  }

  private readonly onReset = () => {
    tell(this, 'splitter-reset')
  }

  private readonly onKeydown = (event: KeyboardEvent) => {
    const step = this.behind ? -STEP : STEP
    const to = {
      ArrowLeft: this.value - step,
      ArrowRight: this.value + step,
      Home: this.min,
      End: this.max,
    }[event.key]
    if (to === undefined && event.key !== 'Enter') return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (to === undefined) tell(this, 'splitter-toggle')
    else this.move(to, true)
  }

  private move(to: number, done: boolean) {
    const width = Math.round(Math.min(this.max, Math.max(this.min, to)))
    tell(this, 'splitter-move', { width, done } satisfies SplitterMove)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-splitter': Splitter
  }
}
