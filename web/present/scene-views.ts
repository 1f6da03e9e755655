/** How each scene of a presentation looks, made of what is known of the page and its exchange. */

import { html, nothing, type TemplateResult } from 'lit'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import { receivedHeaders, sentHeaders } from '../../lessons/exchange/headers.ts'
import { appOf } from '../../lessons/lesson.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { gateName, gatesOf, type GateView, SIGNS } from '../exchange/gates.ts'
import { gatesAhead, gatesFor, hideInTrace } from '../exchange/gates-of.ts'
import { messagesOf, participantsOf } from '../exchange/messages.ts'
import { reasonPhrase } from '../exchange/reason-phrases.ts'
import type { Message } from '../exchange/sequence-diagram.ts'
import type { Masking } from '../kit/masking.ts'
import { utcTimeOfDay } from '../kit/utc-time.ts'
import { fileName, ranIn, traceAt } from '../panels/code/code-files.ts'
import { runMarks } from '../panels/code/marks.ts'
import type { Words } from '../words/en.ts'
import { presentWords } from '../words/present.ts'
import type { RoomPage } from './page-facts.ts'
import type { Presentation } from './presentation.ts'
import './room-diagram.ts'
import './room-gates.ts'
import { hidesIn } from './room-message.ts'
import './room-source.ts'
import './room-text.ts'
import './room-vote.ts'
import type { Sight } from './scenes.ts'
import type { Step } from './steps.ts'

/** What scenes are made of. */
export interface SceneContext {
  presentation: Presentation
  page: RoomPage
  words: Words
  masking: Masking
}

export function sceneView({ scene, at }: Sight, context: SceneContext): TemplateResult | undefined {
  const { presentation, page } = context
  const said = page.prose.pages[page.visit.page.id]
  const step = presentation.steps[at]!
  switch (scene) {
    case 'text':
      return html`<bp-room-text .text=${said?.text} .said=${placeOf(step)}></bp-room-text>`
    case 'ask':
      return askView(context)
    case 'vote':
    case 'result':
      return voteView(context, scene === 'result')
    case 'why':
      return html`<bp-room-text .text=${presentation.why} .said=${placeOf(step)}></bp-room-text>`
    case 'exchange':
      return exchangeView(context, at)
    case 'flow':
      return flowView(context, step)
    case 'hops':
      return hopsView(context, step)
    case 'source':
      return sourceView(context, step)
    default:
      return scene satisfies never
  }
}

const placeOf = (step: Step): number => ('block' in step ? step.block : Infinity)

function askView({ page }: SceneContext): TemplateResult {
  const said = page.prose.pages[page.visit.page.id]
  const parts = Object.values({ ...said?.parts, ...said?.checks })
  return html`<bp-room-text .text=${said?.ask}></bp-room-text>
    ${
      parts.length > 0
        ? html`<ul class="parts">
            ${parts.map((part) => html`<li>${part}</li>`)}
          </ul>`
        : nothing
    }`
}

function voteView(context: SceneContext, isResult: boolean): TemplateResult {
  const { presentation, page, words } = context
  const task = page.visit.page
  const said = page.prose.pages[task.id]
  const options = task.kind === 'predict' ? task.options : []
  const vote = html`<bp-room-vote
    .ask=${said?.ask}
    .options=${options.map(({ id }) => ({ id, text: said?.options[id] }))}
    .vote=${presentation.vote}
    ?hides=${presentation.kept.chosen.hidesVotes}
    ?isResult=${isResult}
    .came=${presentation.came}
    language=${words.id}
  ></bp-room-vote>`
  const { exchange } = presentation
  // Side by side, the wire has its own place.
  if (!isResult || !exchange || presentation.kept.chosen.isSplit) return vote
  return html`<div class="result">
    ${vote}
    <div class="exchange">${stopView(exchange, context)} ${answerView(exchange, words)}</div>
  </div>`
}

/** Which decision refused the request: the answer itself tells its client less. */
function stopView(exchange: Exchange, { page, words, masking }: SceneContext) {
  const { lesson } = page.visit
  const known = masking.isOn ? hideInTrace(exchange.trace) : exchange.trace
  const gates = gatesOf(known, gatesFor(lesson, exchange), words)
  const stop = gates.find(({ state }) => state === 'stopped')
  if (!stop) return nothing
  return html`<p class="stop">
    <b>${SIGNS.stopped} ${gateName(stop.id, words)}</b> — ${stop.because}
  </p>`
}

// The wire

/** What a person wrote, and the cookie that went along: nothing of what browsers add. */
function writtenHeaders({ request, trace }: Exchange): HeaderList {
  const cookies = receivedHeaders({ request, trace }).filter(([name]) => /^cookie$/i.test(name))
  return [...request.headers.filter(([name]) => !/^cookie$/i.test(name)), ...cookies]
}

/** The lines of an answer that the lessons speak of. */
const TOLD = /^(www-authenticate|set-cookie|location|allow)$/i

/** What of an exchange is shown. */
interface Seen {
  exchange: Exchange | undefined
  isSent: boolean
  decisions: number
  isAnswered: boolean
  /** Whether nothing of the answer is shown yet. */
  isWaiting: boolean
}

function exchangeView(context: SceneContext, at: number) {
  const { steps, exchange } = context.presentation
  return wireView(context, seenOf(exchange, steps, at))
}

/** A request beside the way, in the place of what the page has. */
export function besideView(context: SceneContext): TemplateResult {
  const { way, exchange } = context.presentation.side
  return wireView(context, seenOf(exchange, way.steps, way.at))
}

function seenOf(exchange: Exchange | undefined, steps: readonly Step[], at: number): Seen {
  const kinds = steps.slice(0, at + 1).map(({ kind }) => kind)
  return {
    exchange,
    isSent: kinds.includes('send'),
    decisions: kinds.filter((kind) => kind === 'decision').length,
    isAnswered: kinds.includes('answer'),
    isWaiting: kinds.at(-1) === 'send',
  }
}

function wireView(context: SceneContext, seen: Seen): TemplateResult {
  const { presentation, page, words, masking } = context
  const { exchange, isSent, decisions, isAnswered, isWaiting } = seen
  const { draft } = presentation.side
  const { lesson } = page.visit
  const own = presentWords[words.id]
  const { method, path, headers, body } = exchange?.request ?? draft
  const known = exchange && (masking.isOn ? hideInTrace(exchange.trace) : exchange.trace)
  const gates: GateView[] =
    exchange && known
      ? gatesOf(known, gatesFor(lesson, exchange), words)
      : gatesAhead(lesson, draft).map(({ id }) => ({ id, state: 'not-reached', because: '' }))
  return html`<div class="exchange">
    <bp-room-message
      heading=${own.request}
      aside=${asideOf(context, exchange)}
      language=${words.id}
      ?hints=${!(isAnswered && exchange && hidesIn(toldHeaders(exchange), exchange.response.body))}
      first="${method} ${path}"
      .headers=${exchange ? writtenHeaders(exchange) : headers}
      .body=${body}
    ></bp-room-message>
    ${
      isSent
        ? html`<bp-room-gates
            .gates=${gates}
            .shown=${decisions}
            ?speaks=${decisions > 0}
            .words=${words}
          ></bp-room-gates>`
        : nothing
    }
    ${isAnswered && exchange ? answerView(exchange, words, true) : nothing}
    ${isWaiting ? statusView(context, exchange !== undefined) : nothing}
  </div>`
}

/** What of an answer's headers a room is told. */
const toldHeaders = ({ response, trace }: Exchange): HeaderList =>
  sentHeaders({ response, trace }).filter(([name]) => TOLD.test(name))

/** Which server is asked, where there are several, and the clock where it was moved. */
function asideOf({ presentation, page }: SceneContext, exchange: Exchange | undefined): string {
  const { side, playground } = presentation
  const clock = playground.workbench.now
  const { servers } = page.visit.lesson
  const now = exchange ? exchange.now : clock?.getTime()
  const at = now === undefined ? [] : [`◷ ${utcTimeOfDay(now)} UTC`]
  const to = Object.keys(servers).length > 1 ? [`→ ${(exchange ?? side.draft).server}`] : []
  return [...to, ...at].join(' · ')
}

function answerView(exchange: Exchange, { id }: Words, isNewest = false) {
  const { response } = exchange
  return html`<bp-room-message
    ?data-newest=${isNewest}
    heading=${presentWords[id].answer}
    language=${id}
    hints
    tone=${response.status < 400 ? 'good' : 'bad'}
    first="${response.status} ${reasonPhrase(response.status)}"
    .headers=${toldHeaders(exchange)}
    .body=${response.body}
  ></bp-room-message>`
}

/** What is to be said while nothing of the answer is shown. */
function statusView({ presentation, words }: SceneContext, isAnswered: boolean): TemplateResult {
  const { failed, sending, composer } = presentation.playground.workbench
  const own = presentWords[words.id]
  const why = failed ? (words.failed.titles[failed] ?? words.failed.title) : undefined
  const text = sending ? own.waiting : isAnswered ? own.sent : why
  return html`<p class="status" role="status">${text ?? (composer.problem ? words.failed.title : nothing)}</p>`
}

function flowView({ page, words }: SceneContext, step: Step): TemplateResult {
  const { lesson } = page.visit
  const { prose } = page
  const { participants = [], steps = [] } = lesson.flow ?? {}
  const at = steps.findIndex(({ id }) => step.kind === 'flow' && step.id === id)
  const messages = steps.map(({ id, from, to }, index): Message => ({
    from,
    to,
    label: `${index + 1} ${prose.flow[id]?.title ?? id}`,
    tone: 'accent',
    state: 'now',
  }))
  const said = prose.flow[steps[at]?.id ?? '']
  return html`<bp-room-diagram
    label=${presentWords[words.id].flow}
    .participants=${participants.map((id) => ({ id, label: prose.participants[id] ?? id }))}
    .messages=${messages}
    .shown=${at + 1}
    .said=${said && { ...said, title: `${at + 1}. ${said.title}` }}
  ></bp-room-diagram>`
}

function hopsView(
  { presentation, page, words, masking }: SceneContext,
  step: Step,
): TemplateResult | undefined {
  const { exchange } = presentation
  if (!exchange) return undefined
  const answerer = page.visit.lesson.servers[exchange.server]?.role ?? 'api'
  return html`<bp-room-diagram
    label=${presentWords[words.id].diagram}
    .participants=${participantsOf(exchange, answerer, words)}
    .messages=${messagesOf(exchange, words, masking)}
    .shown=${step.kind === 'hop' ? step.index + 1 : 0}
  ></bp-room-diagram>`
}

function sourceView({ presentation, page }: SceneContext, step: Step): TemplateResult | undefined {
  const { lesson } = page.visit
  const server = step.kind === 'source' ? lesson.servers[step.server] : undefined
  if (!server || step.kind !== 'source') return undefined
  const app = appOf(lesson, server)
  const source = page.sources[app]
  const trace = traceAt(lesson, { app, server: step.server }, presentation.exchange)
  const ran = trace && ranIn(trace)
  return html`<bp-room-source
    file=${fileName(app)}
    .source=${source}
    region=${step.region}
    .marks=${ran && source?.step ? runMarks(source.step.run, ran) : []}
  ></bp-room-source>`
}
