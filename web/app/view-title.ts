import type { View } from './load-view.ts'

/** What the browser's tab and history call a view. */
export function titleOf({ words, open, start, sheet }: View): string {
  if (start) return words.brand
  if (sheet) return `${sheet.title(words)} · ${words.brand}`
  if (!open) return `${words.notFound.title} · ${words.brand}`
  const { visit, prose } = open
  return `${prose.pages[visit.page.id]?.title} · ${prose.title} · ${words.brand}`
}
