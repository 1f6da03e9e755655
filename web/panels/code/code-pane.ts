/** The code behind an answer: the step with what ran in it, its twin for FastAPI, the blocks that it uses. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Exchange } from '../../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { base } from '../../kit/base.ts'
import { tell } from '../../kit/tell.ts'
import { loadTwin } from '../../lesson/load-twin.ts'
import type { CodeLook, CodePlace } from '../../state/code-place.ts'
import { codeWords } from '../../words/code.ts'
import type { Words } from '../../words/en.ts'
import type { StepSource } from '../step-source.ts'
import type { StepTwin } from '../step-twin.ts'
import { blocksOf, fileName, type StepFile, stepsOf } from './code-files.ts'
import './code-head.ts'
import type { CodeView } from './code-view.ts'
import './code-view.ts'
import { type DecisionPlaces, placeOf } from './decision-places.ts'
import { isOtherLook, type OwnLook } from '../../state/own-look.ts'
import { isBlock, loadBlock, loadDecisionPlaces } from './load-code.ts'
import { Loaded } from './loaded.ts'
import { lineMarks } from './marks.ts'
import { addedIn, says, type Shown, shownBlock, shownStep, shownTwin } from './shown.ts'
import { codePaneStyles } from './code-pane-styles.ts'

/**
 * @fires show-code with a {@link CodePlace} as detail, or none for the step that is asked
 * @fires code-language-change with the language that steps are shown in
 */
@customElement('bp-code-pane')
export class CodePane extends LitElement {
  static override styles = [base, codePaneStyles]

  @property({ attribute: false }) lesson!: Lesson
  /** Id of the server that is asked. */
  @property() server = ''
  /** Sources of the lesson's steps, by folder and file. */
  @property({ attribute: false }) sources: Record<string, StepSource> = {}
  @property({ attribute: false }) exchange: Exchange | undefined
  /** A region the prose points at; empty for what the exchange did. */
  @property() region = ''
  /** How often a region was pointed at: each time it is shown. */
  @property({ type: Number }) pointed = 0
  @property({ attribute: false }) code: CodeLook = { language: 'typescript' }
  /** The learner's own copy of the server that is asked. */
  @property({ attribute: false, hasChanged: isOtherLook }) own: OwnLook | undefined
  @property({ attribute: false }) words!: Words

  /** Whether lines are marked that the step before has not. */
  @state() private showsAdded = true
  /** The region that was in sight when the language was changed. */
  private keptRegion = ''

  private readonly blocks = new Loaded<StepSource>(this, loadBlock)
  private readonly twins = new Loaded<StepTwin | undefined>(this, loadTwin)
  private readonly places = new Loaded<DecisionPlaces>(this, loadDecisionPlaces)

  @query('bp-code-view') private view!: CodeView | null

  /** Moves the focus to the code that is read, or to the learner's own copy that is written; false while there is none. */
  async focusSheet(): Promise<boolean> {
    await this.updateComplete
    const sheet = this.view ?? this.renderRoot.querySelector('bp-own-pane')?.editor
    // The editor is loaded when somebody writes, and is no more than a name until then.
    if (!(sheet instanceof LitElement)) return false
    await sheet.updateComplete
    sheet.focus()
    return true
  }

  private get texts() {
    return codeWords[this.words.id]
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // What one looked at before is of no interest to another place.
    if (changed.has('region') || changed.has('server') || changed.has('exchange')) {
      this.keptRegion = ''
    }
  }

  override render() {
    const place = this.place === 'late' ? undefined : this.place
    const own = this.place === 'late' ? undefined : this.ownAt(place)
    const block = this.blockAt(place)
    const isWritten = own !== undefined && own.isOn && (!block || own.blocks?.[block] !== undefined)
    // One template, so that nobody loses the place as the file turns into one to write in.
    return html`${this.renderHead(place, isWritten)}
    ${own ? this.renderOwn(own, place) : nothing}
    ${isWritten ? nothing : this.renderShown(this.place === 'late' ? 'late' : this.shown(place))}`
  }

  private renderShown(shown: Shown | 'late' | undefined) {
    const { texts: own } = this
    if (shown === undefined) return html`<p class="note">${own.loading}</p>`
    if (shown === 'late') {
      return html`<p class="note" role="status">
        ${own.late} <button type="button" @click=${this.retry}>${own.again}</button>
      </p>`
    }
    // Each lesson begins at the top, also with a step that another lesson had.
    return html`${keyed(
      this.lesson,
      html`<bp-code-view
        .document=${shown.document}
        .marks=${shown.marks}
        .reveal=${shown.reveal}
        .words=${own}
      ></bp-code-view>`,
    )}
      ${this.renderLegend(shown)}
      <p class="note ${shown.note.isHalted ? 'halted' : ''}" role="status">${shown.note.text}</p>`
  }

  private renderHead(place: CodePlace | undefined, isYours = false) {
    const step = this.stepAt(place)
    const steps = stepsOf(this.lesson, this.server)
    return html`<bp-code-head
      .steps=${steps.map(({ app, server }) => ({
        file: app,
        label: `${this.fileOf(app)} — ${this.lesson.servers[server]!.path}`,
      }))}
      .blocks=${blocksOf(steps.map(({ app }) => this.sources[app]))}
      selected=${step?.app ?? place?.file ?? steps[0].app}
      language=${step ? this.code.language : 'typescript'}
      ?step=${step !== undefined}
      .added=${
        step &&
        !isYours &&
        this.code.language === 'typescript' &&
        addedIn(this.lesson, step, this.sources[step.app])
          ? {
              isShown: this.showsAdded,
              isChanged: this.sources[step.app]?.step?.isVariant ?? false,
            }
          : undefined
      }
      .words=${this.texts}
      @file-change=${this.onFile}
      @language-change=${this.onLanguage}
      @added-change=${() => (this.showsAdded = !this.showsAdded)}
    ></bp-code-head>`
  }

  /** The name of a step's file in the language that is shown: of its twin, once that is here. */
  private fileOf(app: string): string {
    const twin =
      this.code.language === 'python' && this.twins.has(app) ? this.twins.get(app) : undefined
    return twin && twin !== 'late' ? twin.file : fileName(app)
  }

  /** The security block on screen; empty for a step. */
  private blockAt(place: CodePlace | undefined): string {
    return place && !this.stepAt(place) ? place.file : ''
  }

  /** The learner's own copy, where the file on screen belongs to the server that is asked. */
  private ownAt(place: CodePlace | undefined): OwnLook | undefined {
    const { lesson, server, sources, code, own } = this
    const { app } = stepsOf(lesson, server)[0]
    const block = this.blockAt(place)
    const isAsked = block
      ? blocksOf([sources[app]]).some(({ file }) => file === block)
      : this.stepAt(place)?.app === app && code.language === 'typescript'
    return isAsked ? own : undefined
  }

  /** Nothing until what belongs to it is loaded. */
  private renderOwn(own: OwnLook, place: CodePlace | undefined) {
    const { lesson, server, sources, exchange, region, words } = this
    const source = sources[stepsOf(lesson, server)[0].app]
    const block = this.blockAt(place)
    const blockSource = block ? this.blocks.get(block) : undefined
    if (!source || blockSource === 'late' || (block && !blockSource)) return nothing
    void import('../own/own-pane.ts')
    return html`<bp-own-pane
      .own=${own}
      .lesson=${lesson}
      server=${server}
      block=${block}
      .source=${source}
      .blockSource=${blockSource}
      .exchange=${exchange}
      region=${region}
      pointed=${this.pointed}
      .words=${words}
    ></bp-own-pane>`
  }

  private renderLegend({ document, marks }: Shown) {
    const { texts: own } = this
    const lines = lineMarks(document.text, marks)
    const signs = { ran: '✓', refused: '✕', unreached: '–', added: '+' } as const
    const kinds = (Object.keys(signs) as (keyof typeof signs)[]).filter((kind) =>
      kind === 'added'
        ? lines.some(({ isAdded }) => isAdded)
        : lines.some(({ run }) => run === kind),
    )
    if (kinds.length === 0) return nothing
    return html`<ul class="legend" aria-label=${own.legend}>
      ${kinds.map(
        (kind) =>
          html`<li class=${kind}><b aria-hidden="true">${signs[kind]}</b> ${own.marks[kind]}</li>`,
      )}
    </ul>`
  }

  /** Where to look; undefined for the step that is asked, and while a decision's place is looked up. */
  private get place(): CodePlace | undefined | 'late' {
    const { decision, place } = this.code
    if (!decision) return place
    const places = this.places.get('')
    if (places === 'late') return 'late'
    const found = places && placeOf(decision, places)
    return found && { file: found.file, line: found.line }
  }

  private stepAt(place: CodePlace | undefined): StepFile | undefined {
    const steps = stepsOf(this.lesson, this.server)
    if (!place) return steps[0]
    const step = steps.find(({ app }) => app === place.file)
    // A file that was chosen in another lesson is replaced by this lesson's own.
    return step ?? (isBlock(place.file) ? undefined : steps[0])
  }

  /** Undefined while it is loaded. */
  private shown(place: CodePlace | undefined): Shown | 'late' | undefined {
    const step = this.stepAt(place)
    if (!step) return this.shownBlock(place!)
    return this.code.language === 'python' ? this.shownTwin(step) : this.shownStep(step, place)
  }

  private shownBlock(place: CodePlace): Shown | 'late' | undefined {
    const source = this.blocks.get(place.file)
    if (!source || source === 'late') return source
    const { texts: own } = this
    return shownBlock(source, place, this.code.decision ? own.decidedHere : own.blockNotMarked)
  }

  private shownTwin(step: StepFile): Shown | 'late' | undefined {
    const { texts: own, region, keptRegion } = this
    const twin = this.twins.get(step.app)
    if (twin === 'late') return 'late'
    if (!this.twins.has(step.app)) return undefined
    const isTask = this.own?.given !== undefined
    if (twin) return shownTwin(twin, { region, keptRegion, own }, isTask)
    const instead = this.shownStep(step)
    return instead && { ...instead, note: says(own.noTwin) }
  }

  private shownStep(step: StepFile, place?: CodePlace): Shown | undefined {
    const { lesson, sources, exchange, region, keptRegion, showsAdded, words, texts: own } = this
    const source = sources[step.app]
    if (!source) return undefined
    const line = place?.line
    const look = { lesson, step, exchange, region, keptRegion, line, showsAdded, words, own }
    const shown = shownStep(source, look)
    const isLost = this.code.decision !== undefined && this.places.has('') && !place
    return isLost ? { ...shown, note: says(own.decidedNowhere) } : shown
  }

  // What people do

  private onFile({ detail: file }: CustomEvent<string>) {
    const isAsked = file === stepsOf(this.lesson, this.server)[0].app
    tell(this, 'show-code', isAsked ? undefined : { file })
  }

  private onLanguage({ detail: language }: CustomEvent<CodeLook['language']>) {
    const { view } = this
    const line = view?.topLine ?? 1
    const regions = view?.document.regions ?? []
    // The first that is in sight: both languages have the same.
    this.keptRegion = line === 1 ? '' : (regions.find(({ last }) => last >= line)?.name ?? '')
    tell(this, 'code-language-change', language)
  }

  private retry() {
    for (const each of [this.blocks, this.twins, this.places]) each.retry()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-code-pane': CodePane
  }
}
