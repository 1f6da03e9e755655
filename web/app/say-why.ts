/** Why somebody who was asked for cannot answer: loaded when one is asked in vain. */

/** Says it below the buttons, until one looks elsewhere. */
export function sayWhy(button: HTMLElement, why: string): void {
  const note = document.createElement('p')
  note.setAttribute('role', 'status')
  Object.assign(note.style, {
    position: 'absolute',
    zIndex: '3',
    inset: 'calc(100% + 6px) 0 auto',
    padding: 'var(--space-2) var(--space-3)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius-small)',
    background: 'var(--wait-soft)',
    fontSize: 'var(--small)',
    pointerEvents: 'none',
  })
  button.parentElement!.querySelector('[role=status]')?.remove()
  button.after(note)
  note.textContent = why
  button.focus()
  button.addEventListener('blur', () => note.remove(), { once: true })
}
