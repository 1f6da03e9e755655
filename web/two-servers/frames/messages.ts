/** What the page and its frames say to each other. What a frame says is looked at before it is believed. */

import { isHeaderList } from '../../../server/stage/wire.ts'
import { LEAVE } from '../../kit/frame-port.ts'

/** To the small browser: a page as markup, or what is no page as text. */
export type PaneTold = { html: string; text?: never } | { text: string; html?: never }

/** From the small browser: where the page in it leads. */
export type PaneSaid =
  | { kind: 'link'; href: string }
  | { kind: 'form'; method: string; action: string; fields: [name: string, value: string][] }

/** To an attacked page: what it shows with which cookies, and that the script runs. */
export type AttackTold = { kind: 'show'; page: string; cookies: string } | { kind: 'run' }

/** From an attacked page: an address that a script asked for, or that its form was sent. */
export type AttackSaid = { kind: 'left'; url: string } | { kind: 'submitted' }

/** Whether a frame gives the focus back. */
export function isLeave(data: unknown): boolean {
  return (data as typeof LEAVE | null)?.kind === LEAVE.kind
}

/** Reads what the small browser says; undefined when it is none of that. */
export function readPaneSaid(data: unknown): PaneSaid | undefined {
  const { kind, href, method, action, fields } = Object(data) as Record<string, unknown>
  const isLink = kind === 'link' && typeof href === 'string'
  const isForm =
    kind === 'form' &&
    typeof method === 'string' &&
    typeof action === 'string' &&
    isHeaderList(fields)
  return isLink || isForm ? (data as PaneSaid) : undefined
}

/** Reads what an attacked page says; undefined when it is none of that. */
export function readAttackSaid(data: unknown): AttackSaid | undefined {
  const { kind, url } = Object(data) as Record<string, unknown>
  const left = kind === 'left' && typeof url === 'string' && URL.canParse(url)
  return left || kind === 'submitted' ? (data as AttackSaid) : undefined
}
