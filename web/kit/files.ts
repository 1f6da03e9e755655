/** Texts that leave the page as files, and come back. */

/** Has the browser save something under a name. */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Why there is no text of a file. */
export type FileTrouble = 'large' | 'no-text'

/**
 * The text of a file, or why it has none.
 *
 * @param limit in bytes.
 */
export async function readText(
  file: File,
  limit: number,
): Promise<{ text: string } | { trouble: FileTrouble }> {
  if (file.size > limit) return { trouble: 'large' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) }
  } catch {
    return { trouble: 'no-text' }
  }
}
