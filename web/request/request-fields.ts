/** Fields of a request: its method’s suggestions, which server it goes to, its body. */

import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { valueOf } from '../kit/value-of.ts'
import { hasSecret } from '../kit/secrets.ts'
import type { DraftProblem } from '../state/draft-problem.ts'
import type { Words } from '../words/en.ts'

/** What the field `list="methods"` suggests, until the server's description says more: its options are replaced then. */
export const methodNames = () => html`<datalist id="methods">
  <option value="GET"></option>
  <option value="POST"></option>
  <option value="PUT"></option>
  <option value="PATCH"></option>
  <option value="DELETE"></option>
  <option value="HEAD"></option>
  <option value="OPTIONS"></option>
</datalist>`

/** @param servers their ids, and the paths they answer under. */
export function serverField(
  servers: readonly { id: string; path: string }[],
  chosen: string,
  words: Words,
  onChange: (server: string) => void,
) {
  return html`<select
    aria-label=${words.form.server}
    @change=${(event: Event) => onChange(valueOf(event))}
  >
    ${servers.map(
      ({ id, path }) => html`<option value=${id} .selected=${live(id === chosen)}>${path}</option>`,
    )}
  </select>`
}

interface BodyOwner {
  draft: RequestDraft
  problem: DraftProblem | undefined
  words: Words
}

export function bodyField(
  { draft, problem, words }: BodyOwner,
  onInput: (event: InputEvent) => void,
) {
  return html`<textarea
    class=${hasSecret(draft.body) ? 'body-field secret' : 'body-field'}
    rows="1"
    aria-label=${words.form.body}
    spellcheck="false"
    translate="no"
    aria-invalid=${problem?.field === 'body'}
    .value=${live(draft.body)}
    @input=${onInput}
  ></textarea>`
}
