/** What this browser keeps from visit to visit: choices, places and progress, and what is to be said about keeping. */

import type { Forgotten, Progress } from './progress.ts'
import type { Incident, SavedStorage, Trouble } from './storage.ts'
import type { Choices, SavedData, Theme } from './stored.ts'

const THEMES: Theme[] = ['system', 'light', 'dark']

export class SavedState {
  /** Where it is kept: for files that leave this browser, and come back. */
  readonly storage: SavedStorage
  private readonly forgetting: ((what: Forgotten) => void)[] = []
  /** Called when something changed, in whichever tab. */
  onChange: () => void = () => {}

  constructor(storage: SavedStorage) {
    this.storage = storage
    storage.onChange = () => this.onChange()
    storage.onForgotten = (what) => this.forgetting.forEach((obey) => obey(what))
  }

  get data(): SavedData {
    return this.storage.data
  }

  /** What is to be said about keeping. */
  get notices(): (Incident | Trouble)[] {
    const { incident, trouble } = this.storage
    return [incident, trouble].filter((notice) => notice !== undefined)
  }

  get theme(): Theme {
    return this.data.theme ?? 'system'
  }

  /** The theme that the button for it leads to. */
  get nextTheme(): Theme {
    return THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length]!
  }

  choose(choices: Choices): void {
    this.storage.choose(choices)
  }

  /** Keeps where the learner is. */
  enter(lesson: string, page: string): void {
    this.storage.enter(lesson, page)
  }

  advance(change: (progress: Progress) => Progress): void {
    this.storage.advance(change)
  }

  forget(what: Forgotten): void {
    this.storage.forget(what)
  }

  /** Forgets everything; the page is to be loaded anew. */
  reset(): void {
    this.storage.reset()
  }

  /** Takes in what another tab wrote. */
  hear(event: Parameters<SavedStorage['hear']>[0]): void {
    this.storage.hear(event)
  }

  /** Looks again, after a time in which nothing could be heard. */
  refresh(): void {
    this.storage.refresh()
  }

  /** Writes what still waits for its turn: the page may be gone in a moment. */
  flush(): void {
    this.storage.flush()
  }

  /** Is told of what is taken back, in whichever tab. */
  whenForgotten(obey: (what: Forgotten) => void): void {
    this.forgetting.push(obey)
  }
}
