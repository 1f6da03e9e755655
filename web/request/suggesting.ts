/** Helps whoever writes a request: names from the server's description, and ↑ and ↓ for what was sent before. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { tell } from '../kit/tell.ts'
import { methodsFor, type Suggestions } from '../state/suggestions.ts'

interface Form extends ReactiveControllerHost, HTMLElement {
  renderRoot: DocumentFragment | HTMLElement
  suggestions: Suggestions | undefined
  /** Whether the draft is one that was sent before, on a walk back through them. */
  recalling: boolean
  draft: { path: string }
}

export class Suggesting implements ReactiveController {
  private readonly form: Form
  private readonly path: HTMLInputElement
  /** What is suggested for a method whatever the server says. */
  private readonly methods: string[]
  /** Whether the browser's own list of paths may be open. */
  private listed = false

  constructor(form: Form) {
    this.form = form
    this.path = form.renderRoot.querySelector<HTMLInputElement>('.path')!
    this.methods = this.valuesOf('#methods')
    this.path.setAttribute('aria-keyshortcuts', 'ArrowUp ArrowDown')
    this.path.addEventListener('keydown', this.onKeydown)
    this.path.addEventListener('input', this.onInput)
    this.path.addEventListener('blur', this.onBlur)
    form.renderRoot.addEventListener('focusin', this.ask)
    form.addController(this)
    this.ask()
  }

  hostUpdated(): void {
    const { suggestions, draft } = this.form
    if (!suggestions) return
    this.list('#methods', [...methodsFor(draft.path, suggestions), ...this.methods])
    this.list('#paths', suggestions.paths)
  }

  private readonly ask = () => tell(this.form, 'ask-for-suggestions')

  /** Fills a list that the form's own rendering leaves as it is. */
  private list(id: string, values: readonly string[]) {
    const wanted = [...new Set(values)]
    if (String(wanted) === String(this.valuesOf(id))) return
    const options = wanted.map((value) =>
      Object.assign(document.createElement('option'), { value }),
    )
    this.form.renderRoot.querySelector(id)!.replaceChildren(...options)
  }

  private valuesOf(id: string): string[] {
    const options = this.form.renderRoot.querySelectorAll<HTMLOptionElement>(`${id} option`)
    return [...options].map(({ value }) => value)
  }

  private readonly onInput = (event: Event) => {
    const typed = this.path.value
    const isLonger = (path: string) => path !== typed && path.includes(typed)
    this.listed = isTyped(event) && (this.form.suggestions?.paths.some(isLonger) ?? false)
  }

  private readonly onBlur = () => {
    this.listed = false
  }

  /** The keys are for what was sent before, unless the browser's own list of paths needs them. */
  private readonly onKeydown = (event: KeyboardEvent) => {
    const { key } = event
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    if (key === 'Escape' || key === 'Enter') this.listed = false
    if (this.listed || !(key === 'ArrowUp' || key === 'ArrowDown')) return
    const { suggestions, recalling } = this.form
    if (key === 'ArrowDown' && !recalling && suggestions?.paths.length) {
      this.listed = true
      return
    }
    event.preventDefault()
    tell(this.form, 'recall', key === 'ArrowUp' ? 1 : -1)
  }
}

/** Whether a person typed, and chose nothing from a list. */
const isTyped = (event: Event): boolean =>
  /^(insertText|insertComposition|delete)/.test((event as InputEvent).inputType ?? '')
