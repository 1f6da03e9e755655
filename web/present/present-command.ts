/** What a presenter does: plain data, so that the presenter's window sends what the room's window does. */

export type PresentCommand =
  /** Shows the next thing; at the end of a page, the next page. */
  | { kind: 'forward' }
  /** Shows the rest of what comes next at once: all decisions, all of a text. Nothing is sent by it. */
  | { kind: 'rest' }
  /** Takes the last thing away. */
  | { kind: 'back' }
  /** @param by 1 for the page after, -1 for the one before */
  | { kind: 'turn'; by: 1 | -1 }
  /** Sends what is on the bench, wherever one is. */
  | { kind: 'send' }
  /** Puts the next of the page's requests on the bench. */
  | { kind: 'next-request' }
  /** Puts the newest token into the request. */
  | { kind: 'use-token' }
  /** @param option its place, from 0 @param by 1 for a hand, -1 for one too many */
  | { kind: 'vote'; option: number; by: 1 | -1 }
  /** Hides the counters until the vote is closed, or shows them. */
  | { kind: 'hide-votes' }
  /** Ends the vote, or opens it again. */
  | { kind: 'close-vote' }
  /** Shows secrets, as long as a key is held. */
  | { kind: 'reveal'; isOn: boolean }
  /** @param by 1 for larger, -1 for smaller, 0 for as it was */
  | { kind: 'scale'; by: 1 | 0 | -1 }
  /** The next of the three looks. */
  | { kind: 'change-look' }
  /** Two things side by side, or one. */
  | { kind: 'split' }
  /** Begins the lesson's time anew. */
  | { kind: 'restart-clock' }
  | { kind: 'leave' }
