/**
 * Copies a text as a person does: selected, then copied. The focus stays where it is.
 *
 * @returns whether the browser did it.
 */
export function copyBySelection(text: string): boolean {
  const place = document.createElement('pre')
  place.textContent = text
  place.setAttribute('aria-hidden', 'true')
  Object.assign(place.style, { position: 'fixed', opacity: '0', pointerEvents: 'none' })
  document.body.append(place)
  // Of the selection only the letters are wanted, and not how they look.
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', onCopy)
  try {
    getSelection()?.selectAllChildren(place)
    // Old, and what there is without a clipboard.
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', onCopy)
    getSelection()?.removeAllRanges()
    place.remove()
  }
}
