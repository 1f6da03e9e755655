/** The bars between a workspace's columns and the buttons for their room: loaded after what they move. */

import { html } from 'lit'
import type { SplitterMove } from '../kit/splitter.ts'
import '../kit/splitter.ts'
import type { SideColumn } from '../state/columns.ts'
import { columnsWords } from '../words/columns.ts'
import type { Words } from '../words/en.ts'
import type { Column, ColumnFrame } from './column-frame.ts'

/** Lines of the steps' source are no longer. */
const CODE_COLUMNS = 80

/** What stands beside the code in its column, in pixels, where it cannot be measured. */
const BESIDE_CODE = 160

/** The bar beside a column. */
export const bar = (frame: ColumnFrame, name: SideColumn, { id }: Words) =>
  html`<bp-splitter
    id="${name}-bar"
    label=${columnsWords[id][name]}
    aria-controls=${name}
    ?behind=${name === 'server'}
    @splitter-move=${({ detail: { width, done } }: CustomEvent<SplitterMove>) =>
      done ? frame.set(name, width) : frame.move(name, width)}
    @splitter-reset=${() => frame.set(name, undefined)}
    @splitter-toggle=${() => frame.set(name, frame.widths[name] === 0 ? undefined : 0)}
  ></bp-splitter>`

/** The button that gives a column all the room, or takes it back. */
export function roomButton(frame: ColumnFrame, column: Column, { id }: Words, slot = '') {
  const { room, back } = columnsWords[id]
  const isAlone = frame.alone === column
  const label = isAlone ? back : room[column]
  return html`<button
    type="button"
    class="plain room"
    slot=${slot}
    aria-pressed=${isAlone}
    aria-label=${label}
    title="${label} (z)"
    @click=${() => frame.toggleRoom(column)}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d=${isAlone ? INWARD : OUTWARD} />
    </svg>
  </button>`
}

const INWARD = 'M6 2v4H2M10 14v-4h4M6 6 2 2m8 8 4 4'
const OUTWARD = 'M9.5 2H14v4.5M6.5 14H2V9.5M14 2 9.5 6.5M2 14l4.5-4.5'

/** The button that gives the code its 80 columns. */
export function eightyButton(frame: ColumnFrame, { id }: Words, slot: string) {
  const { eighty, columns } = columnsWords[id]
  return html`<button
    type="button"
    class="plain room eighty"
    slot=${slot}
    aria-label=${eighty}
    title="${eighty} (8)"
    @click=${() => frame.toggleEighty()}
  >
    ${columns}
  </button>`
}

/** How wide the server's column has to be for the code to have its 80 columns, in pixels. */
export function widthForCode(root: ShadowRoot): number {
  const ruler = document.createElement('span')
  ruler.className = 'ruler'
  ruler.textContent = '0'.repeat(CODE_COLUMNS)
  root.append(ruler)
  const { width } = ruler.getBoundingClientRect()
  ruler.remove()
  return Math.ceil(width + besideCode(root))
}

/** Padding, numbers and scroll bars around the lines of the code that is shown. */
function besideCode(root: ShadowRoot): number {
  const room = codeViewIn(root)?.lineRoom
  if (room === undefined) return BESIDE_CODE
  // One pixel more than nothing: widths are rounded.
  return root.querySelector('#server')!.getBoundingClientRect().width - room + 1
}

/** The code that is shown; nothing while another tab is. */
function codeViewIn(root: ShadowRoot) {
  const pane = root.querySelector('bp-server-panel')?.renderRoot.querySelector('bp-code-pane')
  return pane?.renderRoot.querySelector('bp-code-view')
}
