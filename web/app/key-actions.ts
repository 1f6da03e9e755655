/** What each key of the page does. */

import { hasPages } from '../../lessons/lesson.ts'
import type { PanelTab } from '../state/command.ts'
import type { Playground } from '../state/playground.ts'
import type { KeyAction } from './keys.ts'
import type { Workspace } from './workspace.ts'

interface Hands {
  playground: Playground
  /** What is open of a lesson, if something is. */
  workspace: Workspace | null
  /** Turns a page on or back. */
  turn: (by: 1 | -1) => unknown
  /** Opens the list of keys. */
  showKeys: () => Promise<void>
  /** Goes to the lessons of the course. */
  showLessons: () => void
  /** Shows the lesson to a room. */
  present: () => Promise<void>
}

export function actionsOf({
  playground,
  workspace,
  turn,
  showKeys,
  showLessons,
  present,
}: Hands): Record<KeyAction, () => unknown> {
  const { workbench, saved } = playground
  const openTab = (tab: PanelTab) => async () => {
    const { lesson } = workbench.visit ?? {}
    if (tab === 'pane' && !(lesson && hasPages(lesson))) return
    await playground.perform({ kind: 'open-tab', tab })
    await workspace?.focusTab()
  }
  const other = () => (workbench.answering === 'real' ? 'browser' : 'real')
  return {
    keys: showKeys,
    present,
    send: () => playground.perform({ kind: 'send' }),
    next: () => turn(1),
    previous: () => turn(-1),
    request: () => workspace?.focusOnBench('bp-request-form'),
    answer: () => workspace?.focusOnBench('bp-result'),
    clock: () => workspace?.focusOnBench('bp-lab-clock'),
    lesson: () => workspace?.focusTask(),
    lessons: showLessons,
    code: openTab('code'),
    token: openTab('token'),
    journal: openTab('journal'),
    docs: openTab('docs'),
    pane: openTab('pane'),
    hint: () => workspace?.hint(),
    room: () => workspace?.toggleRoom(),
    eighty: () => workspace?.toggleEighty(),
    mode: () => playground.perform({ kind: 'change-mode', mode: other() }),
    theme: () => playground.perform({ kind: 'choose-theme', theme: saved.nextTheme }),
  }
}
