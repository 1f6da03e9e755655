/** How a person finds things on a page: by role and name, through open shadow roots and frames of the same origin. */

/** What is looked for; all that is named must fit. */
export interface Target {
  role?: 'button' | 'link' | 'field' | 'tab' | 'heading' | 'dialog'
  /** The accessible name, whole. */
  name?: string
  /** A CSS selector; a blank goes down into shadow roots and frames too. */
  css?: string
  /** The last of several, where the first is meant otherwise. */
  last?: boolean
}

/** Where something stands, in CSS pixels of the window. */
export interface Place {
  x: number
  y: number
}

/**
 * The tools a page is looked at with. The function is sent to the page as its text: it uses nothing from outside.
 */
export function tools() {
  type Box = { left: number; top: number }
  const notes = globalThis as { wasClicked?: boolean }

  /** What is below a node as it is drawn: shadow roots instead of children, slots filled. */
  function below(node: Node): Node[] {
    if (node instanceof HTMLIFrameElement) {
      // Null where the frame belongs to another origin.
      const { contentDocument } = node
      return contentDocument?.body ? [contentDocument.body] : []
    }
    const { shadowRoot } = node as Element
    if (shadowRoot) return [...shadowRoot.childNodes]
    // Another document's slot is not an instance of this one's class.
    if ((node as Element).localName === 'slot') {
      const assigned = (node as HTMLSlotElement).assignedNodes()
      if (assigned.length > 0) return assigned
    }
    return [...node.childNodes]
  }

  function above(element: Element): Element | null {
    const root = element.getRootNode()
    const { parentElement, assignedSlot } = element
    if (assignedSlot) return assignedSlot
    if (parentElement) return parentElement
    if ((root as ShadowRoot).host) return (root as ShadowRoot).host
    return (root as Document).defaultView?.frameElement ?? null
  }

  /** An element and all below it, in the order in which they are drawn; added to a list, as each look wants all. */
  function elements(node: Node = document.body, found: Element[] = []): Element[] {
    if (node.nodeType !== 1) return found
    found.push(node as Element)
    for (const child of below(node)) elements(child, found)
    return found
  }

  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0

  const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

  function nameOf(element: Element): string {
    const label = element.getAttribute('aria-label')
    if (label) return squeezed(label)
    const labelledBy = element.getAttribute('aria-labelledby')
    if (labelledBy) {
      const root = element.getRootNode() as Document | ShadowRoot
      return squeezed(root.getElementById(labelledBy)?.textContent)
    }
    const { labels, placeholder, type, value } = element as HTMLInputElement
    if (labels && labels.length > 0) return squeezed(textIn(labels[0]!, isNamed))
    if (type === 'submit' && element.localName === 'input') return value
    return placeholder ? placeholder : squeezed(textIn(element, isNamed))
  }

  const SELECTORS = {
    button: 'button, [role=button], input[type=submit], summary',
    link: 'a[href]',
    field: 'input:not([type=submit]), textarea, select',
    tab: '[role=tab]',
    heading: 'h1, h2, h3, h4',
    dialog: 'dialog[open], [role=dialog]',
  }

  function fits(element: Element, { role, name, css }: Target): boolean {
    if (role && !element.matches(SELECTORS[role])) return false
    if (css && !isBelow(element, css.split(' '))) return false
    return name === undefined || nameOf(element) === squeezed(name)
  }

  /** Whether the last selector is the element's, and those before it are those of elements around it. */
  function isBelow(element: Element, selectors: string[]): boolean {
    const left = [...selectors]
    if (!element.matches(left.pop()!)) return false
    for (let around = above(element); around && left.length > 0; around = above(around)) {
      if (around.matches(left.at(-1)!)) left.pop()
    }
    return left.length === 0
  }

  function find(target: Target): Element | undefined {
    const found = elements().filter((element) => fits(element, target) && isShown(element))
    return target.last ? found.at(-1) : found[0]
  }

  const isNamed = (element: Element) => element.getAttribute('aria-hidden') !== 'true'

  /** What can be read in a node, each block on a line of its own; without the elements that are not `wanted`. */
  function textIn(node: Node, wanted: (element: Element) => boolean = () => true): string {
    if (node.nodeType === 3) return node.nodeValue ?? ''
    if (node.nodeType !== 1) return ''
    const element = node as Element
    if (['style', 'script', 'datalist'].includes(element.localName)) return ''
    const { display } = getComputedStyle(element)
    // An element without a box of its own may hold elements that have one.
    if (display !== 'contents' && !element.checkVisibility({ visibilityProperty: true })) return ''
    if (!wanted(element)) return ''
    const text = below(node)
      .map((child) => textIn(child, wanted))
      .join('')
    const isInline = /^(inline|contents)/.test(display)
    return isInline ? text : `\n${text}\n`
  }

  /** The left top corner of what an element's rectangles are counted from. */
  function origin(element: Element): Box {
    const frame = element.ownerDocument.defaultView?.frameElement
    if (!frame) return { left: 0, top: 0 }
    const around = origin(frame)
    const { left, top } = frame.getBoundingClientRect()
    return {
      left: around.left + left + frame.clientLeft,
      top: around.top + top + frame.clientTop,
    }
  }

  /** What a click at a place would meet. */
  function topmost({ x, y }: { x: number; y: number }): Element | null {
    let met = document.elementFromPoint(x, y)
    for (;;) {
      const { left, top } = met ? origin(met) : { left: 0, top: 0 }
      let inside: Element | null | undefined
      if (met?.localName === 'iframe') {
        const frame = met as HTMLIFrameElement
        const { left: frameLeft, top: frameTop } = frame.getBoundingClientRect()
        inside = frame.contentDocument?.elementFromPoint(
          x - left - frameLeft - frame.clientLeft,
          y - top - frameTop - frame.clientTop,
        )
      } else inside = met?.shadowRoot?.elementFromPoint(x - left, y - top)
      if (!inside || inside === met) return met
      met = inside
    }
  }

  /** Whether `outer` is an element, or around it. */
  function holds(outer: Element, inner: Element | null): boolean {
    for (let at = inner; at; at = above(at)) if (at === outer) return true
    return false
  }

  function middle(element: Element): { x: number; y: number } {
    const { left, top } = origin(element)
    const [box] = element.getClientRects()
    return { x: left + box!.left + box!.width / 2, y: top + box!.top + box!.height / 2 }
  }

  function isMet(element: Element): boolean {
    const met = topmost(middle(element))
    const { labels } = element as HTMLInputElement
    return (
      [element, ...(labels ?? [])].some((wanted) => holds(wanted, met)) ||
      // What fills a slot is met as its host's.
      (met !== null && met === (element.getRootNode() as ShadowRoot).host)
    )
  }

  return {
    /**
     * Where to click a target; undefined while a click would not meet it: then it is brought into sight.
     * The page notes whether the click comes to it.
     */
    place(target: Target): { x: number; y: number } | undefined {
      const element = find(target)
      if (!element || (element as HTMLButtonElement).disabled) return undefined
      if (!isMet(element)) {
        element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
        return undefined
      }
      notes.wasClicked = false
      element.addEventListener('click', () => (notes.wasClicked = true), {
        capture: true,
        once: true,
      })
      return middle(element)
    },
    /** Whether the click came to its target; a page that was loaded since then knows of none. */
    wasClicked: () => notes.wasClicked !== false,
    /** Marks all that is written in a target, so that what is typed stands instead of it. */
    select(target: Target): boolean {
      const field = find(target) as HTMLInputElement | undefined
      const root = field?.getRootNode() as Document | ShadowRoot | undefined
      if (!field || root?.activeElement !== field) return false
      field.select()
      return true
    },
    value: (target: Target) => (find(target) as HTMLInputElement | undefined)?.value,
    isThere: (target: Target) => find(target) !== undefined,
    /** What can be read on the page, or in a target. */
    text(target?: Target): string | undefined {
      const node = target ? find(target) : document.body
      return (
        node &&
        textIn(node)
          .replace(/[^\S\n]+/g, ' ')
          .replace(/ ?\n\s*/g, '\n')
          .trim()
      )
    },
  }
}

/** The expression that calls one of the tools in a page. */
export function calling<Name extends keyof ReturnType<typeof tools>>(
  name: Name,
  ...args: Parameters<ReturnType<typeof tools>[Name]>
): string {
  return `(${String(tools)})().${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`
}
