/** The one hand that writes to this browser's storage, and the theme it keeps. */

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Kept, readKept, type StorageState, type Theme, writeKept } from './storage.ts'

const THEMES: Theme[] = ['system', 'light', 'dark']

export class Keeper implements ReactiveController {
  private readonly host: ReactiveControllerHost
  kept: Kept
  state: StorageState

  constructor(host: ReactiveControllerHost) {
    this.host = host
    const { kept, state } = readKept()
    this.kept = kept
    this.state = state
    host.addController(this)
  }

  hostConnected(): void {
    this.applyTheme()
  }

  get theme(): Theme {
    return this.kept.theme ?? 'system'
  }

  /** Changes part of what is kept. */
  keep(part: Partial<Kept>): void {
    this.kept = { ...this.kept, ...part }
    if (!writeKept(this.kept) && this.state === 'fine') this.state = 'unavailable'
    this.host.requestUpdate()
  }

  nextTheme(): void {
    this.keep({ theme: THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length]! })
    this.applyTheme()
  }

  private applyTheme() {
    const root = document.documentElement
    if (this.theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = this.theme
  }
}
