/** What of a token is pointed at: a part, or one member of it. */

import type { PartName } from './read-token.ts'
import { tell } from '../kit/tell.ts'

export interface Mark {
  part: PartName
  /** Index of the member in its part. */
  member?: number
}

/** What a pointer or the focus is at, and whether it was pressed to stay. */
export interface Marking {
  mark: Mark | undefined
  stay?: true
}

/** Whether a member, or anything in a part, is what is pointed at. */
export const isMarked = (mark: Mark | undefined, part: PartName, member?: number): boolean =>
  mark?.part === part && (mark.member === undefined || mark.member === member)

/** Tells an element's owner what is pointed at. */
export function tellMark(element: Element, detail: Marking): void {
  tell(element, 'mark-part', detail)
}
