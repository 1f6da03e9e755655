/** What somebody is at stays where it is on the screen while what stands above it changes its height. */

/**
 * Keeps an element in its place over the next drawing: to be called before the change. Not every browser does it by
 * itself.
 */
export async function holdStill(element: Element): Promise<void> {
  const before = element.getBoundingClientRect().top
  await new Promise(requestAnimationFrame)
  scrollerOf(element).scrollTop += element.getBoundingClientRect().top - before
}

/** The nearest element around one that scrolls, through shadow roots; the page's own where none does. */
function scrollerOf(element: Element): Element {
  for (let node: Node | null = element; node; node = around(node)) {
    if (node instanceof Element && /auto|scroll/.test(getComputedStyle(node).overflowY)) return node
  }
  return document.documentElement
}

const around = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null
