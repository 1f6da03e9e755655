/** The bars between a workspace's columns, and which column has all the room. */

import { html, nothing, type ReactiveController } from 'lit'
import type { ReactiveElement } from 'lit'
import type { SplitterMove } from '../kit/splitter.ts'
import { tell } from '../kit/tell.ts'
import { type Columns, NARROWEST, readColumns, writeColumns } from '../state/columns.ts'
import type { Words } from '../words/en.ts'

export type Column = 'lesson' | 'bench' | 'inside'

/** Lines of the steps' source are no longer. */
const CODE_COLUMNS = 80

/** What stands beside the code in its column, in pixels, where it cannot be measured. */
const BESIDE_CODE = 160

/** @fires columns-change with the widths to be kept */
export class ColumnFrame implements ReactiveController {
  private readonly host: ReactiveElement
  /** Widths while a bar is moved. */
  private moving: Columns | undefined
  /** The column that has all the room. */
  private alone: Column | undefined
  private words: typeof import('../words/columns.ts').columnsWords | undefined
  private readonly observer = new ResizeObserver(() => this.host.requestUpdate())

  constructor(host: ReactiveElement) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.observer.observe(document.documentElement)
    // The columns can be read before their bars are there.
    void Promise.all([import('../words/columns.ts'), import('../kit/splitter.ts')]).then(
      ([{ columnsWords }]) => {
        this.words = columnsWords
        this.host.requestUpdate()
      },
    )
  }

  hostDisconnected(): void {
    this.observer.disconnect()
  }

  /** Widths that are kept, as they are written. */
  kept = ''

  private get widths(): Columns {
    return this.moving ?? readColumns(this.kept)
  }

  /** Lays the columns out as they are wanted. */
  hostUpdated(): void {
    const workspace = this.part('.workspace')
    if (!workspace) return
    for (const name of ['lesson', 'inside'] as const) {
      const width = this.widths[name]
      const track = width === 0 ? '0px' : `minmax(${NARROWEST[name]}px, ${width}px)`
      if (width === undefined) workspace.style.removeProperty(`--${name}`)
      else workspace.style.setProperty(`--${name}`, track)
      workspace.toggleAttribute(`no-${name}`, width === 0)
    }
    if (this.alone) workspace.setAttribute('alone', this.alone)
    else workspace.removeAttribute('alone')
    for (const bar of this.host.renderRoot.querySelectorAll('bp-splitter')) {
      const name = bar.id === 'lesson-bar' ? 'lesson' : 'inside'
      bar.value = Math.round(this.widthOf(name))
      bar.min = NARROWEST[name]
      bar.max = Math.round(bar.value + Math.max(0, this.widthOf('bench') - NARROWEST.bench))
    }
  }

  private part(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector)
  }

  private widthOf(column: Column): number {
    return this.part(`#${column}`)?.getBoundingClientRect().width ?? 0
  }

  // What a person does

  /** Gives all the room to a column, or to all of them again. */
  toggleRoom(column = this.columnInUse): void {
    this.alone = this.alone === undefined ? column : undefined
    this.host.requestUpdate()
  }

  /** Ends that a column is alone, where something is to be seen in another one. */
  lookAt(column: Column): void {
    if (this.alone && this.alone !== column) this.toggleRoom()
    if (column !== 'bench' && this.widths[column] === 0) this.set(column, undefined)
  }

  /** Gives the code as many columns as its lines have, or as many as before. */
  toggleEighty(): void {
    const wanted = this.widthForCode()
    this.alone = undefined
    this.set('inside', this.widths.inside === wanted ? undefined : wanted)
  }

  private get columnInUse(): Column {
    const active = (this.host.renderRoot as ShadowRoot).activeElement
    return (active?.closest('section')?.id ?? 'bench') as Column
  }

  private widthForCode(): number {
    const ruler = document.createElement('span')
    ruler.className = 'ruler'
    ruler.textContent = '0'.repeat(CODE_COLUMNS)
    this.host.renderRoot.append(ruler)
    const { width } = ruler.getBoundingClientRect()
    ruler.remove()
    return Math.ceil(width + this.besideCode())
  }

  /** Padding, numbers and scroll bars around the lines of the code that is shown. */
  private besideCode(): number {
    const pane = this.part('bp-server-panel')?.shadowRoot?.querySelector('bp-code-pane')
    const line = pane?.shadowRoot?.querySelector('.code li')
    if (!line) return BESIDE_CODE
    const { paddingLeft, paddingRight, textIndent } = getComputedStyle(line)
    const inner =
      line.getBoundingClientRect().width - parseFloat(paddingLeft) - parseFloat(paddingRight)
    // One pixel more than nothing: widths are rounded.
    return this.widthOf('inside') - inner + Math.min(0, parseFloat(textIndent)) + 1
  }

  private set(name: 'lesson' | 'inside', width: number | undefined): void {
    const { [name]: _, ...others } = readColumns(this.kept)
    this.moving = undefined
    tell(
      this.host,
      'columns-change',
      writeColumns(width === undefined ? others : { ...others, [name]: width }),
    )
  }

  // What is seen of it

  /** The bar beside a column. */
  bar(name: 'lesson' | 'inside', { id }: Words) {
    if (!this.words) return nothing
    return html`<bp-splitter
      id="${name}-bar"
      label=${this.words[id][name]}
      aria-controls=${name}
      ?behind=${name === 'inside'}
      @splitter-move=${({ detail }: CustomEvent<SplitterMove>) => this.onMove(name, detail)}
      @splitter-reset=${() => this.set(name, undefined)}
      @splitter-toggle=${() => this.set(name, this.widths[name] === 0 ? undefined : 0)}
    ></bp-splitter>`
  }

  private onMove(name: 'lesson' | 'inside', { width, done }: SplitterMove) {
    if (done) return this.set(name, width)
    this.moving = { ...readColumns(this.kept), [name]: width }
    this.host.requestUpdate()
  }

  /** The button that gives a column all the room, or takes it back. */
  roomButton(column: Column, { id }: Words, slot = '') {
    if (!this.words) return nothing
    const { room, back } = this.words[id]
    const isAlone = this.alone === column
    const label = isAlone ? back : room[column]
    return html`<button
      type="button"
      class="plain room"
      slot=${slot || nothing}
      aria-pressed=${isAlone}
      aria-label=${label}
      title="${label} (z)"
      @click=${() => this.toggleRoom(column)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d=${isAlone ? 'M6 2v4H2M10 14v-4h4M6 6 2 2m8 8 4 4' : 'M9.5 2H14v4.5M6.500 14H2V9.500M14 2 9.500 6.500M2 14l4.500-4.500'} />
      </svg>
    </button>`
  }

  /** The button that gives the code its 80 columns. */
  eightyButton({ id }: Words, slot: string) {
    if (!this.words) return nothing
    const { eighty } = this.words[id]
    return html`<button
      type="button"
      class="plain room eighty"
      slot=${slot}
      aria-label=${eighty}
      title="${eighty} (8)"
      @click=${() => this.toggleEighty()}
    >
      80
    </button>`
  }
}
