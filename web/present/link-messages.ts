/** What the room's window and the presenter's say to each other: plain data over one channel. */

import type { PresentCommand } from './present-command.ts'
import type { Chosen } from './kept.ts'
import type { Step } from './steps.ts'
import type { Vote } from './votes.ts'

/** What a presenter's window knows of the room's. */
export interface RoomView extends Chosen {
  /** Slug of the lesson, id of the page. */
  lesson: string
  page: string
  language: 'en' | 'ko'
  steps: Step[]
  at: number
  isSending: boolean
  /** The way of a request beside the page's, while one is on the screen. */
  beside?: { steps: Step[]; at: number }
  isRevealed: boolean
  /** The request on the bench in short, without its secrets. */
  bench: string
  /** The requests that are one key away: what proves a part of the task, a lesson's by its id, what each asks in short. */
  offers: { part?: string; request?: string; asks: string }[]
  /** Which of them was put there last; -1 before the first. */
  offerAt: number
  vote: Vote
  /** When the lesson and the page were begun, in milliseconds since 1970. */
  lessonBegan: number
  pageBegan: number
}

export type LinkMessage =
  /** A room has opened, and asks who leads it. */
  | { kind: 'room-opened'; room: string }
  /** What a room shows. @param leader the presenter's window that leads it, if one does */
  | { kind: 'room-shows'; room: string; leader?: string | undefined; view: RoomView }
  | { kind: 'room-left'; room: string }
  /** A presenter's window is there. @param leads whether it has led the room */
  | { kind: 'presenter-opened'; presenter: string; leads: boolean }
  | { kind: 'presenter-left'; presenter: string }
  /** A presenter's window wants to lead in the place of the one that does. */
  | { kind: 'take-over'; presenter: string; room: string }
  | { kind: 'command'; presenter: string; room: string; command: PresentCommand }

/** As much of a `BroadcastChannel` as is used. */
export interface Channel {
  postMessage: (message: LinkMessage) => void
  addEventListener: (type: 'message', hear: (event: { data: unknown }) => void) => void
  close: () => void
}

/** The channel of a copy of the playground: those on one origin do not hear each other. */
export const openChannel = (path: string): Channel =>
  new BroadcastChannel(`bearer-playground-present:${path}`)
