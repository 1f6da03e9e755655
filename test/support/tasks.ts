/** Tasks as the tests of lessons ask about them: found by id, and tried on exchanges that really happened. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson, Task } from '../../lessons/lesson.ts'
import { exchangeOf } from './exchange.ts'

/** The lesson's task of that id. @throws where there is none of that kind. */
export function taskOf<Kind extends Task['kind']>(
  lesson: Lesson,
  id: string,
  kind: Kind,
): Extract<Task, { kind: Kind }> {
  const page = lesson.pages.find((one) => one.id === id)
  if (page?.kind !== kind) throw new Error(`there is no ${kind} task "${id}"`)
  return page as Extract<Task, { kind: Kind }>
}

/** The ids of a task's parts that a journal proves: drafts are sent, one after the other. */
export async function provedBy(
  lesson: Lesson,
  { parts }: Extract<Task, { parts: unknown }>,
  journal: (RequestDraft | Exchange | Promise<Exchange>)[],
): Promise<string[]> {
  const exchanges: Exchange[] = []
  for (const entry of journal) {
    exchanges.push(await ('method' in entry ? exchangeOf(lesson, entry) : entry))
  }
  return parts.filter(({ done }) => done(exchanges)).map(({ id }) => id)
}
