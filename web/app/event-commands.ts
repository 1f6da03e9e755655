/** What each event of an element means, as a command: the one place where clicks become commands. */

import type { Answering, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Attack } from '../stage/other-site.ts'
import type { CodeLook, CodePlace, DecisionMade } from '../state/code-place.ts'
import type { Command, PanelTab } from '../state/command.ts'
import type { Navigation } from '../state/navigation.ts'
import type { OwnFile } from '../state/own-copies.ts'
import type { Playground } from '../state/playground.ts'
import type { TakenAlong } from '../state/progress-file.ts'
import type { Shell } from '../state/stored.ts'
import type { Forgotten } from '../state/progress.ts'

/** Gives the command for an event's detail; undefined where nothing is to be done. */
type ToCommand = (detail: never, state: Playground) => Command | undefined

const COMMANDS: Record<string, ToCommand> = {
  'ask-for-suggestions': () => ({ kind: 'ask-for-suggestions' }),
  attack: (attack: Attack) => ({ kind: 'attack', attacks: [attack] }),
  attacks: (attacks: Attack[]) => ({ kind: 'attack', attacks }),
  'cancel-request': () => ({ kind: 'cancel' }),
  'clear-journal': () => ({ kind: 'clear-journal' }),
  'code-language-change': (language: CodeLook['language']) => ({
    kind: 'choose-code-language',
    language,
  }),
  'columns-change': (columns: string) => ({ kind: 'choose-columns', columns }),
  'clock-change': (now: number | null) => ({ kind: 'move-clock', now }),
  'draft-change': (draft: RequestDraft) => ({ kind: 'edit-draft', draft }),
  'edit-code': (edit: OwnFile & { text: string; start: string; typed?: boolean }) => ({
    kind: 'edit-code',
    ...edit,
  }),
  'reset-code': (file: OwnFile) => ({ kind: 'reset-code', ...file }),
  'restore-code': (file: OwnFile) => ({ kind: 'restore-code', ...file }),
  'run-checks': () => ({ kind: 'run-checks' }),
  // Whichever of ours it was last.
  'mode-change': (mode: Answering | 'ours', { responder }) => ({
    kind: 'change-mode',
    mode: mode === 'ours' ? responder.mode : mode,
  }),
  navigate: (navigation: Navigation) => ({ kind: 'navigate', navigation }),
  'open-tab': (tab: PanelTab) => ({ kind: 'open-tab', tab }),
  predict: (option: string) => ({ kind: 'predict', option }),
  read: (text: string) => ({ kind: 'read', text }),
  recall: (by: 1 | -1) => ({ kind: 'recall', by }),
  replay: () => ({ kind: 'replay' }),
  'send-again': (id: number) => ({ kind: 'send-again', id }),
  'send-in-browser': () => ({ kind: 'send-in-browser' }),
  'send-request': () => ({ kind: 'send' }),
  'show-code': (place?: CodePlace) => ({ kind: 'show-code', place }),
  'show-decision': (decision: DecisionMade) => ({ kind: 'show-decision', decision }),
  'shell-change': (shell: Shell) => ({ kind: 'choose-shell', shell }),
  'show-exchange': (id: number) => ({ kind: 'show-exchange', id }),
  'show-region': (region: string) => ({ kind: 'show-region', region }),
  'show-token': (token: string) => ({ kind: 'show-token', token }),
  'start-over': (what: Forgotten) => ({ kind: 'start-over', what }),
  'stop-change': (stopped: boolean) => ({ kind: 'stop', stopped }),
  'take-in': (file: TakenAlong) => ({ kind: 'take-in', file }),
  'tab-change': (tab: PanelTab) => ({ kind: 'open-tab', tab }),
  'task-again': (_: undefined, { workbench: { visit } }) =>
    visit && {
      kind: 'start-over',
      what: { lesson: visit.lesson.slug, page: visit.page.id },
    },
  'theme-change': (_: undefined, { saved }) => ({ kind: 'choose-theme', theme: saved.nextTheme }),
  'use-cookie': (cookie: string) => ({ kind: 'use-cookie', cookie }),
  'use-request': (request: string) => ({ kind: 'use-request', request }),
  'use-sent': (id: number) => ({ kind: 'use-sent', id }),
  'use-token': (token: string) => ({ kind: 'use-token', token }),
}

/** Performs what the events of an element, and of all elements in it, mean. */
export function performEvents(element: Element, state: Playground): void {
  for (const [name, toCommand] of Object.entries(COMMANDS)) {
    element.addEventListener(name, (event) => {
      const command = toCommand((event as CustomEvent<never>).detail, state)
      if (command) void state.perform(command)
    })
  }
}
