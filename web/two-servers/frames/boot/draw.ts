/** Draws a page of somebody else's in this frame: its markup, and nothing of it runs or loads. */

/** What a browser would draw, in letters that fit the playground. */
const LOOK = `
  body { margin: 16px; font: 15px/1.6 system-ui, sans-serif; word-break: keep-all; overflow-wrap: anywhere }
  h1 { margin: 0 0 8px; font-size: 20px }
  form { display: flex; flex-wrap: wrap; gap: 8px }
  button, input { box-sizing: border-box; min-height: 40px; max-width: 100%; padding: 0 12px; font: inherit }
  button, input[type='submit'] { cursor: pointer }
  dt { font-weight: 600 }
`

/**
 * Puts a page into the frame, in place of what was there.
 *
 * @param markup anybody's, let through by the document's Trusted Types policy: the document's own policy keeps it
 *   from running.
 */
export function draw(markup: string): void {
  const drawn = new DOMParser().parseFromString(markup, 'text/html')
  // These would take the frame elsewhere, change what addresses mean, or be refused with an error in the console.
  for (const element of drawn.querySelectorAll('meta, base, link, script, style')) element.remove()
  document.body.replaceChildren(...drawn.body.childNodes)
}

// Not an element, which the policy would have to allow.
const sheet = new CSSStyleSheet()
sheet.replaceSync(LOOK)
document.adoptedStyleSheets = [sheet]
