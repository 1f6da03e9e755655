/** What a page paints, in every shadow tree and frame of ours, for whoever looks for something that must not be there. */

import type { Page } from 'playwright'

interface Painted {
  /** All text, closed parts included, and the texts that are shown on pointing. */
  text: string
  /** Text of everything but the lesson's own words and the servers' sources, which are printed for everybody. */
  unprinted: string
  /** What stands in fields whose characters can be read. */
  fields: string[]
}

/** Reads the page, and the documents in its frames; the docs are somebody else's view, and left out. */
export async function painted(page: Page): Promise<Painted> {
  const found = await Promise.all(
    page
      .frames()
      .filter((frame) => !frame.url().includes('/docs'))
      .map((frame) => frame.evaluate(read)),
  )
  return {
    text: found.map(({ text }) => text).join('\n'),
    unprinted: found.map(({ unprinted }) => unprinted).join('\n'),
    fields: found.flatMap(({ fields }) => fields),
  }
}

/** Runs in the page. */
function read(): Painted {
  const PRINTED = 'bp-lesson-page, bp-code-pane'
  const fields: string[] = []
  const textOf = (node: Node, withPrinted: boolean): string => {
    if (node instanceof Text) return node.data
    if (!(node instanceof Element) || node.matches('style, script')) return ''
    if (!withPrinted && node.matches(PRINTED)) return ''
    const said = ['title', 'aria-label', 'placeholder', 'alt'].map((name) =>
      node.getAttribute(name),
    )
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
      const isCovered =
        node.type === 'password' ||
        getComputedStyle(node).getPropertyValue('-webkit-text-security') === 'disc'
      if (!isCovered && withPrinted) fields.push(node.value)
      return [...said, isCovered ? '' : node.value].filter(Boolean).join('\n')
    }
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : []
    const children = slotted.length > 0 ? slotted : [...(node.shadowRoot ?? node).childNodes]
    return [...said.filter(Boolean), ...children.map((child) => textOf(child, withPrinted))].join(
      '',
    )
  }
  const body = document.body
  return { text: textOf(body, true), unprinted: textOf(body, false), fields }
}
