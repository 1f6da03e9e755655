/** How a paragraph of a lesson begins, for whoever wants to know it again. */

import type { TemplateResult } from 'lit'
import { writtenBlocks } from './page-facts.ts'

/** As many letters say which paragraph it is; those of Korean are wider. */
const ROOM = 46

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** @param block its place in the text, from 0; empty where there is none */
export function firstWords(text: TemplateResult | undefined, block = 0): string {
  const plain = (writtenBlocks(text)[block]?.written ?? '')
    .replaceAll(/<[^>]*>|\u2060/g, '')
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replaceAll(/\s+/g, ' ')
    .trim()
  const isKorean = /\p{Script=Hangul}/u.test(plain)
  const room = isKorean ? ROOM / 2 : ROOM
  if (plain.length <= room) return plain
  return `${plain
    .slice(0, room)
    .replace(/\s+\S*$/, '')
    .replace(/[,.:;]$/, '')}…`
}
