/** What a room is shown; a new one whenever something changed. */

import type { Words } from '../words/en.ts'
import type { RoomPage } from './page-facts.ts'
import type { Presentation } from './presentation.ts'

export interface RoomState {
  presentation: Presentation
  page: RoomPage
  words: Words
  /** The lesson's place in the course, from 1. */
  number: number
}
