/** Gives the focus to an element; one that is no control takes it from here alone, and is no stop of the Tab key. */
export function focusOn(element: HTMLElement, options?: FocusOptions): void {
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus(options)
}
