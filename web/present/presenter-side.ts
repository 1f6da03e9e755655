/** What stands beside the notes in the presenter's window: what is on screen and comes next, the time, the hands. */

import { html, nothing, type TemplateResult } from 'lit'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import type { RoomView } from './link-messages.ts'
import { nameOfRequest } from './first-words.ts'
import { type LoadedLesson, minutesInClass } from './presenter-notes.ts'
import type { PresentCommand } from './present-command.ts'
import { stepLabel } from './step-label.ts'
import type { Step } from './steps.ts'

/** How many of the things to come are named. */
const AHEAD = 5

export interface SideContext {
  view: RoomView
  /** Undefined until it is there. */
  loaded: LoadedLesson | undefined
  words: Words
  /** In milliseconds since 1970. */
  now: number
  lead: (command: PresentCommand) => void
}

export const sideOf = (context: SideContext): TemplateResult =>
  html`${stepsView(context)} ${handsView(context)} ${offersView(context)} ${timesView(context)}`

/** What is on the wire is what is hidden. */
const HIDES = /^(request|send|decision|answer|result)$/

function stepsView({ view, loaded, words, lead }: SideContext): TemplateResult {
  const own = presentWords[words.id].presenter
  const { steps, at } = view.beside ?? view
  const label = (step: Step, among = steps) =>
    stepLabel(step, { words, steps: among, page: view.page, prose: loaded?.prose[words.id] })
  const now = steps[at]
  const named = now ? label(now) : ''
  // A request beside the way leads back to where the room was.
  const home = view.beside && view.steps[view.at]
  const coming = [
    ...steps.slice(at + 1).map((step) => label(step)),
    ...(home ? [own.backTo(label(home, view.steps))] : []),
  ].slice(0, AHEAD)
  return html`<div class="now" aria-live="polite">
      <span class="label">${own.now}</span>
      <b>${view.beside ? `${own.beside}: ${named}` : named}</b>
      ${now && HIDES.test(now.kind) && !view.isRevealed ? html`<span class="small">${own.hidden}</span>` : nothing}
    </div>
    <div>
      <p class="label">${own.ahead}</p>
      ${
        coming.length > 0
          ? html`<ol class="then">${coming.map((one) => html`<li>${one}</li>`)}</ol>`
          : html`<p class="then">${view.isSending ? presentWords[words.id].waiting : own.end}</p>`
      }
    </div>
    <div class="row">
      <button @click=${() => lead({ kind: 'back' })}>${own.back}</button>
      <button class="primary" @click=${() => lead({ kind: 'forward' })}>${own.forward}</button>
    </div>`
}

/** What is on the bench, and what is one key away from it. */
function offersView({ view, loaded, words }: SideContext): TemplateResult {
  const own = presentWords[words.id].presenter
  const { bench, offers, offerAt, page } = view
  const said = loaded?.prose[words.id].pages[page]
  const nameOf = ({ part = '', request = '', asks }: RoomView['offers'][number]) => {
    const named = nameOfRequest(said?.text, request) || nameOfRequest(said?.ask, request)
    return said?.parts[part] ?? (named ? html`${named} <code translate="no">${asks}</code>` : asks)
  }
  return html`<div>
    <p class="label">${own.bench}</p>
    <code translate="no">${bench}</code>
    ${
      offers.length > 1
        ? html`<p class="label ready"><kbd>r</kbd> ${own.offers}</p>
            <ol class="offers">
              ${offers.map(
                (offer, place) => html`<li aria-current=${place === offerAt}>${nameOf(offer)}</li>`,
              )}
            </ol>`
        : nothing
    }
  </div>`
}

function timesView({ view, loaded, words, now, lead }: SideContext): TemplateResult {
  const own = presentWords[words.id].presenter
  const { lessonBegan, pageBegan, page } = view
  const notes = loaded?.notes[words.id]
  return html`<dl class="times">
      <dt>${own.page}</dt>
      ${timeView(own, now - pageBegan, notes?.pages[page]?.minutes ?? 0)}
      <dt>${own.lesson}</dt>
      ${timeView(own, now - lessonBegan, notes ? minutesInClass(notes) : 0)}
    </dl>
    <div class="row">
      <button class="plain" @click=${() => lead({ kind: 'restart-clock' })}>${own.restart}</button>
    </div>`
}

function timeView(
  own: (typeof presentWords)['en']['presenter'],
  elapsed: number,
  planned: number,
): TemplateResult {
  const seconds = Math.max(0, Math.floor(elapsed / 1000))
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  const isLate = planned > 0 && seconds > planned * 60
  return html`<dd class=${isLate ? 'late' : ''}>
    ${planned > 0 ? own.of(time, planned) : own.elapsed(time)}
  </dd>`
}

/** The answers with their hands, and which of them comes: only here before the room has seen it. */
function handsView({ view, loaded, words }: SideContext) {
  const { vote, page, steps } = view
  const task = loaded?.lesson.pages.find(({ id }) => id === page)
  if (task?.kind !== 'predict' || !steps.some(({ kind }) => kind === 'vote')) return nothing
  const said = loaded?.prose[words.id].pages[page]
  const comes = loaded?.prepared.comes[page]
  return html`<ol class="hands">
    ${task.options.map(
      ({ id }, place) =>
        html`<li class=${id === comes ? 'comes' : ''}>
          <kbd>${place + 1}</kbd>
          <span
            >${said?.options[id]}
            ${
              id === comes ? html`<em>✓ ${presentWords[words.id].presenter.right}</em>` : nothing
            }</span
          >
          <b>${vote.hands[id] ?? 0}</b>
        </li>`,
    )}
  </ol>`
}
