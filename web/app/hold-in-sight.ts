/** What somebody works in stays where it is on the screen while what stands above it grows. */

const held = new WeakSet<Element>()

/**
 * Keeps an element in its place, for as long as it is in the page and has the focus: a frame that is answered
 * makes the bench above it longer, and not every browser holds what is looked at.
 *
 * @param above what grows.
 * @param scrollers the elements that may scroll both of them.
 */
export function holdInSight(element: HTMLElement, above: Element, scrollers: Element[]): void {
  if (held.has(element)) return
  held.add(element)
  const top = () => element.getBoundingClientRect().top
  const height = () => above.getBoundingClientRect().height
  let wanted = top()
  let known = height()
  // A browser that holds something else scrolls by itself: that is heard before the growth that was its cause.
  const look = () => {
    if (height() === known) wanted = top()
  }
  const observer = new ResizeObserver(() => {
    known = height()
    if (!element.isConnected) return end()
    // The focus is in a frame of the element, and the element has it for the page around.
    if (!element.shadowRoot?.activeElement) return look()
    for (const scroller of scrollers) scroller.scrollTop += top() - wanted
  })
  const end = () => {
    observer.disconnect()
    removeEventListener('scroll', look, true)
  }
  observer.observe(above)
  // Whoever scrolls wants it elsewhere.
  addEventListener('scroll', look, { capture: true, passive: true })
}
