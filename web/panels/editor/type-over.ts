/** Typing over what is selected, without the styles that a browser would write into the page with it. */

import { EditorView } from '@codemirror/view'

/**
 * Does in the document what Chromium does in the page: it would keep the colour of what was selected, in an attribute
 * that the page's policy refuses.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { inputType, data, isComposing } = event
    const { state } = view
    const { from, to, empty } = state.selection.main
    if (inputType !== 'insertText' || !data || isComposing || empty || state.readOnly) return false
    const insert = () =>
      state.update(state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    // Brackets that are put around a selection are such a handler's.
    const isHandled = state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, data, insert))
    if (!isHandled) view.dispatch(insert())
    event.preventDefault()
    return true
  },
})
