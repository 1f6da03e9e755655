/** Words that are looked up by what a trace, a file or a request says. */

import type { Facts } from '#security'

/** A word of a table; ids come from outside, so that one may be called `constructor`. */
export function wordOf<Word>(table: Record<string, Word>, id: string): Word | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined
}

/** What is said of a reason; nothing where that speaks of what was found, and nobody told what it was. */
export function sentenceOf(
  table: Record<string, (facts: Facts) => string>,
  reason: string,
  facts: Facts = {},
): string | undefined {
  const said = wordOf(table, reason)?.(facts)
  const isUntold = Object.keys(facts).length === 0 && said?.includes('undefined')
  return isUntold ? undefined : said
}
