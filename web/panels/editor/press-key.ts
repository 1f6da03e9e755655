/** Does in the editor what a key of the touch row says. */

import { insertBracket } from '@codemirror/autocomplete'
import { cursorCharLeft, cursorCharRight, redo, undo } from '@codemirror/commands'
import type { Command, EditorView } from '@codemirror/view'
import { indent } from './editor-keys.ts'
import type { TouchKey } from './touch-keys.ts'

const COMMANDS: Record<Extract<TouchKey, { act: string }>['act'], Command> = {
  indent,
  undo,
  redo,
  left: cursorCharLeft,
  right: cursorCharRight,
}

export function pressKey(view: EditorView, key: TouchKey): void {
  if ('act' in key) COMMANDS[key.act](view)
  else if (!view.state.readOnly) {
    const { insert } = key
    // Brackets close themselves here as they do when typed.
    view.dispatch(
      insertBracket(view.state, insert) ??
        view.state.update(view.state.replaceSelection(insert), {
          userEvent: 'input.type',
          scrollIntoView: true,
        }),
    )
  }
  if (!view.hasFocus) view.focus()
}
