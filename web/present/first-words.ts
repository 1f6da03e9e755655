/** How a lesson's texts name what they say and offer, for whoever wants to know it again. */

import type { TemplateResult } from 'lit'
import { writtenBlocks } from './page-facts.ts'

/** As many letters say which paragraph it is; those of Korean are wider. */
const ROOM = 46

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const plainOf = (written: string): string =>
  written
    .replaceAll(/<[^>]*>|\u2060/g, '')
    .replaceAll(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What a text calls a request that it offers; empty where it offers none of that id. */
export function nameOfRequest(text: TemplateResult | undefined, id: string): string {
  const link = new RegExp(`<bp-request name="${id}">(.*?)</bp-request>`, 's')
  return plainOf(link.exec(text?.strings.join('') ?? '')?.[1] ?? '')
}

/** @param block its place in the text, from 0; empty where there is none */
export function firstWords(text: TemplateResult | undefined, block = 0): string {
  const plain = plainOf(writtenBlocks(text)[block]?.written ?? '')
  const isKorean = /\p{Script=Hangul}/u.test(plain)
  const room = isKorean ? ROOM / 2 : ROOM
  if (plain.length <= room) return plain
  return `${plain
    .slice(0, room)
    .replace(/\s+\S*$/, '')
    .replace(/[,.:;]$/, '')}…`
}
