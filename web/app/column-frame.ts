/** How wide a workspace's columns are, and which one has all the room. */

import { nothing, type ReactiveController, type ReactiveElement } from 'lit'
import { tell } from '../kit/tell.ts'
import {
  type Columns,
  NARROWEST,
  readColumns,
  type SideColumn,
  writeColumns,
} from '../state/columns.ts'
import type { Words } from '../words/en.ts'

export type Column = SideColumn | 'bench'

const SIDES: readonly SideColumn[] = ['lesson', 'server']

/** @fires columns-change with the widths to be kept */
export class ColumnFrame implements ReactiveController {
  private readonly host: ReactiveElement
  /** Widths while a bar is moved. */
  private moving: Columns | undefined
  /** What the columns are moved by: they can be read before it is there. */
  private controls: typeof import('./column-controls.ts') | undefined
  private readonly observer = new ResizeObserver(() => this.host.requestUpdate())

  /** The column that has all the room. */
  alone: Column | undefined
  /** Widths that are kept, as they are written. */
  kept = ''

  constructor(host: ReactiveElement) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.observer.observe(document.documentElement)
    void this.loadControls()
  }

  private async loadControls(): Promise<void> {
    this.controls = await import('./column-controls.ts')
    this.host.requestUpdate()
  }

  hostDisconnected(): void {
    this.observer.disconnect()
  }

  get widths(): Columns {
    return this.moving ?? readColumns(this.kept)
  }

  /** Lays the columns out as they are wanted. */
  hostUpdated(): void {
    const workspace = this.root.querySelector<HTMLElement>('.workspace')
    if (!workspace) return
    for (const name of SIDES) {
      const width = this.widths[name]
      const track = width === 0 ? '0px' : `minmax(${NARROWEST[name]}px, ${width}px)`
      if (width === undefined) workspace.style.removeProperty(`--${name}`)
      else workspace.style.setProperty(`--${name}`, track)
      workspace.toggleAttribute(`no-${name}`, width === 0)
    }
    if (this.alone) workspace.setAttribute('alone', this.alone)
    else workspace.removeAttribute('alone')
    for (const bar of this.root.querySelectorAll('bp-splitter')) {
      const name = SIDES.find((side) => bar.id.startsWith(side))!
      bar.value = Math.round(this.widthOf(name))
      bar.min = NARROWEST[name]
      bar.max = Math.round(bar.value + Math.max(0, this.widthOf('bench') - NARROWEST.bench))
    }
  }

  private get root(): ShadowRoot {
    return this.host.renderRoot as ShadowRoot
  }

  private widthOf(column: Column): number {
    return this.root.querySelector(`#${column}`)?.getBoundingClientRect().width ?? 0
  }

  /** Gives all the room to a column, or to all of them again. */
  toggleRoom(column = this.columnInUse): void {
    this.alone = this.alone === undefined ? column : undefined
    this.host.requestUpdate()
  }

  private get columnInUse(): Column {
    const { activeElement } = this.root
    return (activeElement?.closest('section')?.id ?? 'bench') as Column
  }

  /** Ends that a column is alone, where something is to be seen in another one. */
  lookAt(column: Column): void {
    if (this.alone && this.alone !== column) this.toggleRoom()
    if (column !== 'bench' && this.widths[column] === 0) this.set(column, undefined)
  }

  /** Gives the code as many columns as its lines have, or as many as before. */
  toggleEighty(): void {
    if (!this.controls) return
    const wanted = this.controls.widthForCode(this.root)
    this.alone = undefined
    this.set('server', this.widths.server === wanted ? undefined : wanted)
  }

  /** Shows a width while it is being chosen, in pixels. */
  move(name: SideColumn, width: number): void {
    this.moving = { ...readColumns(this.kept), [name]: width }
    this.host.requestUpdate()
  }

  /** Tells of a width that is meant to stay, in pixels; of none where the page's own is wanted. */
  set(name: SideColumn, width: number | undefined): void {
    const { [name]: _, ...others } = readColumns(this.kept)
    this.moving = undefined
    const columns = width === undefined ? others : { ...others, [name]: width }
    tell(this.host, 'columns-change', writeColumns(columns))
  }

  bar(name: SideColumn, words: Words) {
    return this.controls?.bar(this, name, words) ?? nothing
  }

  roomButton(column: Column, words: Words, slot = '') {
    return this.controls?.roomButton(this, column, words, slot) ?? nothing
  }

  eightyButton(words: Words, slot: string) {
    return this.controls?.eightyButton(this, words, slot) ?? nothing
  }
}
