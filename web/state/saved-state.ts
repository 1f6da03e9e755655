/** Keeps what this page keeps: listens for the other tabs, and gives the page its colours. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Incident, KeptStorage, type Trouble } from './storage.ts'
import type { Forgotten, Progress } from './progress.ts'
import type { Kept, Theme } from './stored.ts'

const THEMES: Theme[] = ['system', 'light', 'dark']

/** Path of the page, with a slash at its end. */
const pathHere = () => new URL('.', location.href).pathname

export class Keeper implements ReactiveController {
  private readonly storage: KeptStorage
  private readonly listening: [EventTarget, string, (event: Event) => void][]
  private readonly forgetting: ((what: Forgotten) => void)[] = []

  constructor(host: ReactiveControllerHost, path = pathHere()) {
    this.storage = new KeptStorage({ path })
    this.storage.onChange = () => {
      this.applyTheme()
      host.requestUpdate()
    }
    this.storage.onForgotten = (what) => this.forgetting.forEach((obey) => obey(what))
    const refresh = () => this.storage.refresh()
    const flush = () => this.storage.flush()
    this.listening = [
      [window, 'storage', (event) => this.storage.hear(event as StorageEvent)],
      // A page that was put away hears nothing.
      [window, 'pageshow', refresh],
      [window, 'pagehide', flush],
      [document, 'visibilitychange', () => (document.hidden ? flush() : refresh())],
    ]
    host.addController(this)
  }

  hostConnected(): void {
    for (const [target, name, listener] of this.listening) target.addEventListener(name, listener)
    this.applyTheme()
  }

  hostDisconnected(): void {
    for (const [target, name, listener] of this.listening) {
      target.removeEventListener(name, listener)
    }
  }

  get kept(): Kept {
    return this.storage.kept
  }

  /** What is to be said about keeping. */
  get notices(): (Incident | Trouble)[] {
    const { incident, trouble } = this.storage
    return [incident, trouble].filter((notice) => notice !== undefined)
  }

  get theme(): Theme {
    return this.kept.theme ?? 'system'
  }

  choose(choices: Pick<Kept, 'language' | 'theme' | 'mode'>): void {
    this.storage.choose(choices)
  }

  enter(lesson: string, page: string): void {
    this.storage.enter(lesson, page)
  }

  advance(change: (progress: Progress) => Progress): void {
    this.storage.advance(change)
  }

  forget(what: Forgotten): void {
    this.storage.forget(what)
  }

  /** Is told of what is taken back, in whichever tab. */
  whenForgotten(obey: (what: Forgotten) => void): void {
    this.forgetting.push(obey)
  }

  nextTheme(): void {
    this.choose({ theme: THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length]! })
  }

  private applyTheme() {
    const root = document.documentElement
    if (this.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = this.theme
  }
}
