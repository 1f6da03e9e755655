/** One browser's storage with the tabs that share it, and every way in which it can fail. */

import { SavedStorage } from '../../../../web/state/storage.ts'

export const PATH = '/copy/'
export const KEY = `bearer-playground:${PATH}`
export const FIRST_KEY = 'bearer-playground'

interface Failing {
  /** Thrown when the storage is touched at all. */
  denied?: boolean
  /** Thrown when it is read. */
  unreadable?: boolean
  /** Keeps no text that is longer, in characters. */
  quota?: number
  /** Takes what is written, and forgets it. */
  forgetful?: boolean
}

export class FakeStorage {
  readonly texts = new Map<string, string>()
  failing: Failing = {}

  constructor(texts: Record<string, string> = {}) {
    for (const [key, text] of Object.entries(texts)) this.texts.set(key, text)
  }

  readonly open = (): FakeStorage => {
    if (this.failing.denied) throw new DOMException('denied', 'SecurityError')
    return this
  }

  getItem(key: string): string | null {
    if (this.failing.unreadable) throw new DOMException('denied', 'SecurityError')
    return this.texts.get(key) ?? null
  }

  setItem(key: string, text: string): void {
    const others = [...this.texts].filter(([name]) => name !== key).map(([, other]) => other)
    const size = [...others, text].reduce((sum, one) => sum + one.length, 0)
    if (size > (this.failing.quota ?? Infinity)) {
      throw new DOMException('full', 'QuotaExceededError')
    }
    if (!this.failing.forgetful) this.texts.set(key, text)
  }

  removeItem(key: string): void {
    this.texts.delete(key)
  }
}

interface Circumstances {
  path?: string
  now?: () => number
  locks?: Pick<LockManager, 'request'> | null
}

/** Opens the page in a tab; without locks it takes no turns, and what it writes is there at once. */
export function open(
  storage: FakeStorage,
  { path = PATH, now = () => 1_000, locks = null }: Circumstances = {},
): SavedStorage {
  return new SavedStorage({ path, storage: storage.open, locks, now })
}

/** Says to a tab what another one has written. */
export function tell(tab: SavedStorage, storage: FakeStorage, key = KEY): void {
  tab.hear({ key, newValue: storage.texts.get(key) ?? null })
}
