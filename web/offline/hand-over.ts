/** What a page hands over to the newer version that it is reloaded with: the journal, for that one reload. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Journal } from '../state/journal.ts'

/** Says in the history that there is something to be taken over: the app looks for it. */
const RENEWED = 'renewed'

/** What the exchanges look like; a version that has them otherwise takes over nothing. */
const FORMAT = 1

const keyOf = (base: string) => `bearer-playground:${new URL(base).pathname}:hand-over`

/** Reloads the page, and the journal comes along. */
export function renew(journal: Journal, base: string): void {
  try {
    const { exchanges } = journal
    sessionStorage.setItem(keyOf(base), JSON.stringify({ format: FORMAT, exchanges }))
    history.replaceState(RENEWED, '')
  } catch {
    // There is no room: the page says what it has no more, as after any reload.
  }
  location.reload()
}

/** Takes in what was handed over; it is nowhere else afterwards. */
export function takeOver(journal: Journal, base: string): void {
  try {
    const text = sessionStorage.getItem(keyOf(base))
    sessionStorage.removeItem(keyOf(base))
    const { format, exchanges } = JSON.parse(text ?? '{}') as {
      format?: number
      exchanges?: Exchange[]
    }
    if (format === FORMAT && exchanges) journal.restore(exchanges)
  } catch {
    // What cannot be read is as good as nothing.
  }
}
