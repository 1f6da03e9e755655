/** The attacks of a lesson's table, found again among what crossed the wire. */

import type { Exchange, RequestDraft } from './exchange/exchange.ts'
import type { AttackRow } from './lesson.ts'

/** Whether an exchange is that attack on that server: what the attack says, it says too. */
export function isAttack(
  { origin, attacked, request }: Exchange,
  { draft }: AttackRow,
  server: string,
): boolean {
  const has = ([name, value]: RequestDraft['headers'][0]) =>
    request.headers.some((line) => line[0] === name && line[1] === value)
  return (
    origin === 'attack' &&
    attacked === server &&
    request.method === draft.method &&
    request.path === draft.path &&
    request.body === draft.body &&
    draft.headers.every(has)
  )
}

/** Whether every row was played on both of its servers. */
export const allPlayed =
  (attacks: readonly AttackRow[]) =>
  (journal: readonly Exchange[]): boolean =>
    attacks.every((row) =>
      row.servers.every((server) => journal.some((exchange) => isAttack(exchange, row, server))),
    )
