/** Puts a text on the clipboard; false where the browser, or the person, does not let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // There is none over plain http.
    if (!(navigator as Partial<Navigator>).clipboard) {
      return (await import('./copy-by-selection.ts')).copyBySelection(text)
    }
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
