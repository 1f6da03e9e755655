/** Texts that leave the page as files, and come back. */

import { TEXT_LIMIT } from '../../state/own-copies.ts'

/** Has the browser save something under a name. */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The text of a file; undefined for one that is too large, or is none. */
export async function readText(file: File): Promise<string | undefined> {
  if (file.size > TEXT_LIMIT) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return undefined
  }
}
