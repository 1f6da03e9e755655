/** What another server refused, as one of the decisions: loaded where a handler asked one. */

import { html, nothing } from 'lit'
import type { Call } from '../../lessons/checks.ts'
import { tell } from '../kit/tell.ts'
import { type Gates, SIGNS } from './gates.ts'

/** A handler may finish with every check passed, and still hand on what another server refused. */
export const refusedCall = ({ response }: Call, at: number, gates: Gates) => html`<li
  class="stopped elsewhere"
>
  <button @click=${() => tell(gates, 'open-message', `hop-${at}`)}>
    <b
      ><span class="dot" aria-hidden="true">${SIGNS.stopped}</span>
      <span class="name">${gates.words.exchange.auth} ${response?.status ?? nothing}</span
      ><span class="visually-hidden">, ${gates.words.gate.stopped}</span></b
    >
  </button>
</li>`
