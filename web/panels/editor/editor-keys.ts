/** What keys do in the editor. */

import {
  acceptCompletion,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap, indentLess, indentMore } from '@codemirror/commands'
import { getIndentUnit } from '@codemirror/language'
import { searchKeymap } from '@codemirror/search'
import { type Extension, Prec } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'
import { tell } from '../../kit/tell.ts'
import { goToNextProblem, goToPreviousProblem } from './problem-list.ts'

/** Indents lines; behind what stands on a line, goes on to the next stop instead. */
export const indent: Command = (view) => {
  const { state } = view
  const { main } = state.selection
  const line = state.doc.lineAt(main.head)
  const before = main.head - line.from
  if (!main.empty || !line.text.slice(0, before).trim()) return indentMore(view)
  if (state.readOnly) return false
  const unit = getIndentUnit(state)
  const blanks = ' '.repeat(unit - (before % unit))
  view.dispatch(state.replaceSelection(blanks), { scrollIntoView: true, userEvent: 'input' })
  return true
}

/**
 * Ctrl or Cmd and Enter send. The page listens for them too, so they go no further: one press sends once. While
 * Hangul is composed, Enter ends the syllable; 229 is what Safari says then, after its composition has ended.
 */
const send = EditorView.domEventHandlers({
  keydown(event, { dom }) {
    const { key, ctrlKey, metaKey, isComposing, keyCode } = event
    if (key !== 'Enter' || !(ctrlKey || metaKey)) return false
    event.stopPropagation()
    if (isComposing || keyCode === 229) return false
    tell(dom, 'send-request')
    return true
  },
})

/**
 * Escape lets Tab go by the editor, back and forth, until somebody writes again; the second one on end leaves it, where
 * nothing is open that it closes first. With one, who closes a list that is gone already would type on among the keys
 * of the page.
 */
const escapeLeaves = EditorView.domEventHandlers({
  keydown({ key, isComposing }, view) {
    if (/^(Tab|Shift|Control|Alt|Meta)$/.test(key)) return false
    const { state } = view
    const isOpen = completionStatus(state) !== null || state.selection.ranges.length > 1
    const escapes = key === 'Escape' && !isComposing
    if (escapes && !isOpen && hasEscaped.has(view)) tell(view.dom, 'leave-editor')
    if (escapes) hasEscaped.add(view)
    else hasEscaped.delete(view)
    view.setTabFocusMode(escapes && !isOpen)
    return false
  },
  mousedown(_, view) {
    hasEscaped.delete(view)
    view.setTabFocusMode(false)
  },
  blur(_, view) {
    hasEscaped.delete(view)
  },
})

/** Where Escape was the last key. */
const hasEscaped = new WeakSet<EditorView>()

/** Keys that the ready-made lists have another use for. */
const LEFT_OUT = ['Ctrl-m', 'Mod-Enter']

const ready = defaultKeymap.filter(({ key }) => !LEFT_OUT.includes(key ?? ''))

export const editorKeys: Extension = [
  Prec.highest([escapeLeaves, send]),
  Prec.highest(
    keymap.of([
      // What one writes is kept anyway: a dialog that saves the page would be of no use.
      { key: 'Mod-s', run: () => true, preventDefault: true },
      { key: 'F8', run: goToNextProblem, shift: goToPreviousProblem },
    ]),
  ),
  keymap.of([
    { key: 'Tab', run: acceptCompletion },
    { key: 'Tab', run: indent, shift: indentLess },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...ready,
  ]),
]
