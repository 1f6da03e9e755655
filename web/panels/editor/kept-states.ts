/** What one has done to each file: its text, undo history, selection and scroll, for as long as the page lives. */

import { EditorState, type Extension, StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

interface Kept {
  state: EditorState
  /** Brings the text back to where it was scrolled to. */
  scroll: StateEffect<unknown>
}

const kept = new Map<string, Kept>()

/** Keeps what a view shows of the file that a key names. */
export function keep(key: string, view: EditorView): void {
  kept.set(key, { state: view.state, scroll: view.scrollSnapshot() })
}

/** The file's state as it was kept, or made from a text, with the given extensions in either case. */
export function stateOf(key: string, text: string, extensions: Extension): EditorState {
  const found = kept.get(key)
  if (!found) return EditorState.create({ doc: text, extensions })
  // Fields that both configurations have keep their values, the history among them.
  return found.state.update({ effects: StateEffect.reconfigure.of(extensions) }).state
}

/** How far the file was scrolled when it was kept; undefined for one that is new. */
export const scrollOf = (key: string): StateEffect<unknown> | undefined => kept.get(key)?.scroll
