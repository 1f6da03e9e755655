/** What the whole document is while a room sees it: its colours, its secrets hidden, its name. */

import { MASKED } from '../kit/masking.ts'
import type { Theme } from '../state/stored.ts'
import type { Chosen } from './kept.ts'

/** Names this window, so that it shows the room's picture after a reload too. */
const NAME = 'bp-room'

interface Dress {
  look: Chosen['look']
  isRevealed: boolean
}

/** The palette is the root's: no element has another one by itself. */
export function dress({ look, isRevealed }: Dress): void {
  const root = document.documentElement
  root.dataset['theme'] = look === 'dark' ? 'dark' : 'light'
  root.toggleAttribute(MASKED, !isRevealed)
  window.name = NAME
}

/** @param theme that the learner has chosen. */
export function undress(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  root.removeAttribute(MASKED)
  window.name = ''
}
