/** How an element tells what happened in it: every event bubbles and leaves shadow roots, and nobody passes one on. */
export function tell(element: Element, name: string, detail?: unknown): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}
