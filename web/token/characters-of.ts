/** Which characters of a part's base64url spell which member of its JSON. */

import type { Part } from './read-token.ts'

/** A run of characters, and the index of the member it spells; punctuation between members has none. */
export interface Run {
  text: string
  member?: number
}

/**
 * Cuts a part into runs. Three bytes are four characters, so a run starts with the character that holds its
 * first bit and ends with the one that holds its last; between two members stands a comma, so none is in both.
 */
export function runsOf({ text, json }: Part): Run[] {
  if (!json) return [{ text }]
  const runs: Run[] = []
  let done = 0
  const take = (end: number, member?: number) => {
    if (end > done)
      runs.push({ text: text.slice(done, end), ...(member !== undefined && { member }) })
    done = Math.max(done, end)
  }
  for (const [index, { start, end }] of json.members.entries()) {
    take(Math.floor((bytesBefore(json.text, start) * 8) / 6))
    take(Math.ceil((bytesBefore(json.text, end) * 8) / 6), index)
  }
  take(text.length)
  return runs
}

const bytesBefore = (text: string, offset: number) =>
  new TextEncoder().encode(text.slice(0, offset)).length
