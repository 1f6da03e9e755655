/** The foot of the room's picture: where one is, who answers, and the keys that are needed most. */

import { html, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { presentWords } from '../words/present.ts'
import type { Asked } from './present-keys.ts'
import type { RoomState } from './room-state.ts'
import { phaseOf, phasesOf } from './steps.ts'

interface FootOptions {
  time: Date
  obey: (asked: Asked) => void
}

export function footView(
  { presentation, page, words, number }: RoomState,
  { time, obey }: FootOptions,
): TemplateResult {
  const { lesson, page: open } = page.visit
  const own = presentWords[words.id]
  const { steps, at, playground, side } = presentation
  const now = steps[at] && phaseOf(steps[at])
  const clock = time.toLocaleTimeString(words.id, {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  const keyView = (key: string, label: string, asked: Asked) =>
    html`<button type="button" class="plain" @click=${() => obey(asked)}>
      <kbd aria-hidden="true">${key}</kbd> ${label}
    </button>`
  return html`<footer>
    <span
      >${own.place(number, page.prose.title, lesson.pages.indexOf(open) + 1, lesson.pages.length)}</span
    >
    <ol class="phases">
      ${phasesOf(steps).map(
        (phase) =>
          html`<li aria-current=${ifDefined(phase === now ? ('step' as const) : undefined)}>${own.phases[phase]}</li>`,
      )}
    </ol>
    <span class="clock">${words.mode[playground.workbench.answering]} · ${clock}</span>
    <div class="hint">
      ${keyView('→', own.next, { kind: 'forward' })} ${keyView('←', own.back, { kind: 'back' })}
      ${side.offers.length > 1 ? keyView('r', own.another, { kind: 'next-request' }) : nothing}
      <span><kbd aria-hidden="true">v</kbd> ${own.secrets}</span>
      ${keyView('?', own.help, { kind: 'own', action: 'keys' })}
      ${keyView('Esc', own.leave, { kind: 'leave' })}
    </div>
  </footer>`
}
