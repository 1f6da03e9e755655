/** The script of a lesson: requests prepared to be shown, in an order, saved to a file and opened again. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { loadLessons } from '../../lessons/index.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { base } from '../kit/base.ts'
import { download, readText } from '../kit/files.ts'
import { loadProse } from '../lesson/load-lesson.ts'
import type { Prose } from '../lesson/prose.ts'
import { readShared } from '../stage/shared-request.ts'
import { readScript, SCRIPT_FILE_LIMIT, scriptFile, type ScriptItem } from '../state/script.ts'
import { routeHash } from '../state/route.ts'
import type { Words } from '../words/en.ts'
import { scriptWords } from '../words/script.ts'
import './file-drop.ts'
import { dated } from './file-names.ts'
import { toolStyles } from './tool-styles.ts'
import { thisScript } from '../request/this-script.ts'

@customElement('bp-script-tool')
export class ScriptTool extends LitElement {
  static override styles = [
    base,
    toolStyles,
    css`
      ol {
        width: 100%;
        padding-left: 1.6em;
      }
      li + li {
        margin-top: var(--space-1);
      }
      li div {
        display: flex;
        gap: var(--space-2);
        align-items: center;
      }
      li a {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) words!: Words

  @state() private lessons: readonly Lesson[] = []
  /** What each of them says. */
  private proses: readonly Prose[] = []
  @state() private items: readonly ScriptItem[] = []
  @state() private said = ''
  /** Whether what is said is that something was refused. */
  @state() private isBad = false

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('words')) void this.load()
  }

  private async load() {
    const lessons = await loadLessons()
    const proses = lessons.map((lesson) => loadProse(lesson, this.words.id))
    this.proses = await Promise.all(proses)
    this.lessons = lessons
    this.items = thisScript.items(lessons)
  }

  /** A page's number and title, as people call it. */
  private titleOf({ lesson, page }: ScriptItem): string {
    const at = this.lessons.findIndex(({ slug }) => slug === lesson)
    const number = this.lessons[at]!.pages.findIndex(({ id }) => id === page) + 1
    return `${at + 1}.${number} ${this.proses[at]?.pages[page]?.title}`
  }

  override render() {
    const { own, said, isBad, items } = this
    return html`<section aria-labelledby="script">
      <h2 id="script">${own.title}</h2>
      <p>${own.lead}</p>
      ${
        items.length === 0
          ? html`<p class="small">${own.none}</p>`
          : html`<ol>
                ${items.map((item, index) => this.renderItem(item, index))}
              </ol>
              <button type="button" class="save" @click=${this.onSave}>${own.save}</button>`
      }
      <bp-file-drop label=${own.open} hint=${own.drop} @files=${this.onFiles}></bp-file-drop>
      <p class="said ${isBad ? 'bad' : ''}" role="status">${said}</p>
    </section>`
  }

  private renderItem(item: ScriptItem, index: number) {
    const { own } = this
    const lesson = this.lessons.find(({ slug }) => slug === item.lesson)!
    const draft = readShared(item.request, lesson)
    const { lesson: slug, page } = item
    const href = `${routeHash({ language: this.words.id, lesson: slug, page })}?request=${item.request}`
    return html`<li>
      <div>
        <a href=${href}
          >${this.titleOf(item)}: <code translate="no">${draft?.method} ${draft?.path}</code></a
        >
        ${
          index > 0
            ? html`<button
              type="button"
              class="plain"
              aria-label=${own.up(index + 1)}
              title=${own.up(index + 1)}
              @click=${() => this.keep(moved(this.items, index))}
            >
              ↑
            </button>`
            : nothing
        }
        <button
          type="button"
          class="plain"
          aria-label=${own.remove(index + 1)}
          title=${own.remove(index + 1)}
          @click=${() => this.keep(this.items.filter((one) => one !== item))}
        >
          ×
        </button>
      </div>
    </li>`
  }

  private get own() {
    return scriptWords[this.words.id]
  }

  private say(said: string, isBad = false) {
    this.said = said
    this.isBad = isBad
  }

  private keep(items: readonly ScriptItem[]) {
    this.items = items
    thisScript.replace(items)
    this.say('')
  }

  private readonly onSave = () => {
    const name = `bearer-playground-script-${dated(new Date())}.json`
    download(new Blob([scriptFile(this.items)], { type: 'application/json' }), name)
    this.say(this.own.saved(name))
  }

  private readonly onFiles = async ({ detail: files }: CustomEvent<File[]>) => {
    const { own } = this
    const [file] = files
    if (!file || files.length > 1) return this.say(own.one, true)
    const read = await readText(file, SCRIPT_FILE_LIMIT)
    const items = 'trouble' in read ? read.trouble : readScript(read.text, this.lessons)
    if (typeof items === 'string') return this.say(own.refused(file.name, own.why[items]), true)
    this.keep(items)
    this.say(own.opened(items.length))
  }
}

/** The same with one of them a place further up. */
function moved<Item>(items: readonly Item[], index: number): Item[] {
  const others = items.toSpliced(index, 1)
  return others.toSpliced(index - 1, 0, items[index]!)
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-script-tool': ScriptTool
  }
}
