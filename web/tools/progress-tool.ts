/** Takes progress along: saves it to a file, and opens one that another copy of the playground saved. */

import { html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { loadLessons } from '../../lessons/index.ts'
import { base } from '../kit/base.ts'
import { download, readText } from '../kit/files.ts'
import { tell } from '../kit/tell.ts'
import type { Playground } from '../state/playground.ts'
import { PROGRESS_FILE_LIMIT, progressFile, readProgressFile } from '../state/progress-file.ts'
import { gainOf } from '../state/take-in.ts'
import type { Words } from '../words/en.ts'
import { progressToolWords } from '../words/progress-tool.ts'
import './file-drop.ts'
import { dated } from './file-names.ts'
import { toolStyles } from './tool-styles.ts'

/** @fires take-in with what a file holds: `TakenAlong` */
@customElement('bp-progress-tool')
export class ProgressTool extends LitElement {
  static override styles = [base, toolStyles]

  @property({ attribute: false }) playground!: Pick<Playground, 'saved' | 'own'>
  @property({ attribute: false }) words!: Words

  @state() private said = ''
  /** Whether what is said is that something was refused. */
  @state() private isBad = false

  override render() {
    const { own, said, isBad } = this
    return html`<section aria-labelledby="progress">
      <h2 id="progress">${own.title}</h2>
      <p>${own.lead}</p>
      <p class="small">${own.holds}</p>
      <button type="button" @click=${this.onSave}>${own.save}</button>
      <bp-file-drop label=${own.open} hint="${own.drop}. ${own.adds}" @files=${this.onFiles}></bp-file-drop>
      <p class="said ${isBad ? 'bad' : ''}" role="status">${said}</p>
    </section>`
  }

  private get own() {
    return progressToolWords[this.words.id]
  }

  private say(said: string, isBad = false) {
    this.said = said
    this.isBad = isBad
  }

  private readonly onSave = () => {
    const { own } = this
    const { saved, own: copies } = this.playground
    const now = new Date()
    const { text, left, isEmpty } = progressFile(
      { stored: saved.storage.stored, copies: copies.copies },
      now,
    )
    if (isEmpty) return this.say(own.nothing)
    const name = `bearer-playground-${dated(now)}.json`
    download(new Blob([text], { type: 'application/json' }), name)
    this.say([own.saved(name), left > 0 ? own.left(left) : ''].join(' ').trim())
  }

  private readonly onFiles = async ({ detail: files }: CustomEvent<File[]>) => {
    const { own } = this
    const [file] = files
    if (!file || files.length > 1) return this.say(own.one, true)
    const refuse = (why: keyof typeof own.why) =>
      this.say(own.refused(file.name, own.why[why]), true)
    const [read, lessons] = await Promise.all([readText(file, PROGRESS_FILE_LIMIT), loadLessons()])
    if ('trouble' in read) return refuse(read.trouble)
    const taken = readProgressFile(read.text, lessons, Date.now())
    if (typeof taken === 'string') return refuse(taken)
    const { saved, own: copies } = this.playground
    const { pages, copies: came, left } = gainOf(saved.storage.stored, copies.copies, taken)
    tell(this, 'take-in', taken)
    this.say(
      [own.opened(pages), came > 0 && own.code(came), left > 0 && own.codeLeft(left)]
        .filter((text) => text !== false)
        .join(' '),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-progress-tool': ProgressTool
  }
}
