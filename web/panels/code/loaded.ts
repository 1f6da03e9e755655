/** Files that are loaded when they are first looked at. */

import type { LitElement } from 'lit'

/** Keeps what was loaded, and has an element drawn anew when something came. */
export class Loaded<Value> {
  private readonly values = new Map<string, Value | 'late'>()
  private readonly waiting = new Set<string>()
  private readonly element: LitElement
  private readonly load: (key: string) => Promise<Value>

  constructor(element: LitElement, load: (key: string) => Promise<Value>) {
    this.element = element
    this.load = load
  }

  has(key: string): boolean {
    return this.values.has(key)
  }

  /** What is there; asks for it where it is not. `late` for what could not be loaded. */
  get(key: string): Value | 'late' | undefined {
    if (!this.values.has(key) && !this.waiting.has(key)) {
      this.waiting.add(key)
      void this.arrive(key)
    }
    return this.values.get(key)
  }

  private async arrive(key: string): Promise<void> {
    const value = await this.load(key).catch(() => 'late' as const)
    this.waiting.delete(key)
    this.values.set(key, value)
    this.element.requestUpdate()
  }

  /** Forgets what could not be loaded. */
  retry(): void {
    for (const [key, value] of this.values) if (value === 'late') this.values.delete(key)
    this.element.requestUpdate()
  }
}
