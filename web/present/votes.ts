/** A room's vote on a prediction: hands counted by option, and nothing of it is anybody's progress. */

export interface Vote {
  /** Hands, by option. */
  hands: Readonly<Record<string, number>>
  /** Whether no more hands are counted. */
  isClosed: boolean
}

export const NO_VOTE: Vote = { hands: {}, isClosed: false }

/** A hand more or less; nothing once the vote is closed. */
export function counted(vote: Vote, option: string, by: 1 | -1): Vote {
  if (vote.isClosed) return vote
  const hands = Math.max(0, (vote.hands[option] ?? 0) + by)
  return { ...vote, hands: { ...vote.hands, [option]: hands } }
}

export const handsIn = ({ hands }: Vote): number =>
  Object.values(hands).reduce((sum, some) => sum + some, 0)
