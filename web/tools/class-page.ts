/** What a class handed in, as tables: files are read in the page, shown, and kept nowhere. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { loadLessons } from '../../lessons/index.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { download, readText } from '../kit/files.ts'
import { ClassList, type ClassTask, type Learner } from '../state/class-list.ts'
import { HAND_IN_LIMIT, readHandIn } from '../state/hand-in.ts'
import { classWords } from '../words/class.ts'
import type { Words } from '../words/en.ts'
import { classCsv } from './class-csv.ts'
import './class-table.ts'
import './class-tasks.ts'
import { type ClassTexts, loadClassTexts } from './class-texts.ts'
import './file-drop.ts'
import { dated } from './file-names.ts'
import { sheetStyles } from '../kit/sheet-styles.ts'

/** So many notes are shown; of more their number. */
const NOTES = 50

/** After so many files the page says how far it is. */
const STEP = 100

type Why = keyof (typeof classWords)['en']['why']

/** What there is to say of one file. */
type Note = { file: string } & ({ why: Why } | { kind: 'replaced' | 'older'; name: string })

@customElement('bp-class-page')
export class ClassPage extends LitElement {
  static override styles = [
    base,
    sheetStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
        max-width: 68rem;
      }
      header,
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
      }
      header p {
        max-width: 46rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      h2 {
        margin-top: var(--space-3);
        font-size: 1.0625rem;
      }
      ul {
        padding-left: 1.3em;
        font-size: var(--small);
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) words!: Words

  private readonly list = new ClassList()
  @state() private texts: ClassTexts | undefined
  @state() private said = ''
  /** The class as it was when all files were read: it is not put together anew with each of them. */
  @state() private learners: Learner[] = []
  @state() private tasks: ClassTask[] = []
  @state() private notes: Note[] = []

  @query('h1') private heading!: HTMLElement

  /** Moves the focus to the page's title: what a screen reader reads next. */
  override focus(): void {
    this.heading.focus()
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('words')) void this.load()
  }

  private async load() {
    const { id } = this.words
    const texts = await loadClassTexts(await loadLessons(), id)
    if (id === this.words.id) this.texts = texts
  }

  override render() {
    const { own, said } = this
    return html`
      <header>
        <h1 tabindex="-1">${own.title}</h1>
        <p>${own.lead}</p>
        <p class="small">${own.stays}</p>
      </header>
      <bp-file-drop many label=${own.open} hint=${own.drop} @files=${this.onFiles}></bp-file-drop>
      <p role="status">${said}</p>
      ${this.renderNotes()} ${this.learners.length > 0 && this.texts ? this.renderClass(this.texts) : nothing}
    `
  }

  private get own() {
    return classWords[this.words.id]
  }

  private renderNotes() {
    const { own, notes } = this
    if (notes.length === 0) return nothing
    return html`<details open>
      <summary>${own.refused} (${notes.length})</summary>
      <ul>
        ${notes.slice(0, NOTES).map((note) => html`<li><strong>${note.file}</strong>: ${this.textOf(note)}</li>`)}
        ${notes.length > NOTES ? html`<li>${own.more(notes.length - NOTES)}</li>` : nothing}
      </ul>
    </details>`
  }

  private textOf(note: Note): string {
    const { own } = this
    if ('why' in note) return own.why[note.why]
    return note.kind === 'replaced' ? own.replaced(note.name) : own.older(note.name)
  }

  private renderClass(texts: ClassTexts) {
    const { own, words } = this
    return html`
      <div class="row">
        <button type="button" @click=${this.onCsv}>${own.csv}</button>
        <button type="button" class="plain" @click=${this.onClear}>${own.clear}</button>
      </div>
      <section>
        <h2>${own.learners}</h2>
        <p class="small">${own.learnersLead}</p>
        <bp-class-table .learners=${this.learners} .texts=${texts} .words=${words}></bp-class-table>
      </section>
      <section>
        <h2>${own.tasks}</h2>
        <p class="small">${own.tasksLead}</p>
        <bp-class-tasks .tasks=${this.tasks} .texts=${texts} .words=${words}></bp-class-tasks>
      </section>
    `
  }

  private readonly onFiles = async ({ detail: files }: CustomEvent<File[]>) => {
    const lessons = await loadLessons()
    const notes: Note[] = []
    for (const [index, file] of files.entries()) {
      const note = await this.take(file, lessons)
      if (note) notes.push(note)
      if ((index + 1) % STEP === 0) this.said = this.own.reading(index + 1, files.length)
    }
    this.notes = notes
    this.count(lessons)
    const refused = notes.filter((note) => !('kind' in note) || note.kind === 'older')
    this.said = this.own.read(files.length, this.list.size, refused.length)
  }

  /** Takes one file in; says what there is to say of it. */
  private async take(file: File, lessons: readonly Lesson[]): Promise<Note | undefined> {
    const read = await readText(file, HAND_IN_LIMIT)
    if ('trouble' in read) return { file: file.name, why: read.trouble }
    const handIn = readHandIn(read.text, lessons)
    if (typeof handIn === 'string') return { file: file.name, why: handIn }
    const taken = this.list.add(handIn)
    if (taken === 'added') return undefined
    if (taken === 'full') return { file: file.name, why: taken }
    const kind = taken === 'newer' ? 'replaced' : 'older'
    return { file: file.name, kind, name: handIn.name }
  }

  private count(lessons: readonly Lesson[]) {
    this.learners = this.list.learners(lessons)
    this.tasks = this.list.tasks(lessons)
  }

  private readonly onCsv = () => {
    const { learners, texts, own } = this
    if (!texts) return
    const csv = classCsv(learners, texts, own)
    download(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `class-${dated(new Date())}.csv`)
  }

  private readonly onClear = () => {
    this.list.clear()
    this.count([])
    this.notes = []
    this.said = ''
    this.heading.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-class-page': ClassPage
  }
}
