/** Who saves data gets no offline copy before asking: tests of other things need none, and a copy takes a second. */

/** Run in a page before its own scripts. */
export function savesData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
}
