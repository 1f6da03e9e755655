/** Every task of every lesson after a reload: it can be finished, or the page says which request to begin with. */

import { expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Step } from '../../lessons/walk.ts'
import { firstNeeded, isDone, tasksOf } from '../../web/state/progress.ts'
import { useBcrypt } from '../../server/security/password.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { Walker } from '../support/walker.ts'
import { WALKS } from '../support/walks.ts'

// A learner waits for a hash; what is asked here is where they can go on.
useBcrypt(cheapBcrypt())

const TASKS = lessons.flatMap((lesson) =>
  tasksOf(lesson).map((task): [string, Lesson, string] => [
    `${lesson.slug}/${task.id}`,
    lesson,
    task.id,
  ]),
)

/** More would lead in a circle. */
const ENOUGH = 5

/** Sends what the page names, until it names nothing more; gives whether it named something. */
async function obey(walker: Walker, lesson: Lesson, id: string): Promise<boolean> {
  const page = lesson.pages.find((one) => one.id === id)!
  // Where an attack is played, its pane asks for the login as long as there is no cookie to attack.
  if (page.kind === 'break' && page.play) return true
  for (let times = 0; times < ENOUGH; times++) {
    const { progress, journal } = walker
    const needed = firstNeeded(
      page,
      progress[lesson.slug]?.[id],
      journal,
      journal.at(-1)?.mode ?? 'browser',
    )
    if (!needed) return times > 0
    // Where no request is named, the part is to be done from its beginning.
    if (needed.request === undefined) return true
    await walker.send(needed.request, id)
    // The part may go on from there with what the learner does.
    if (needed.part !== undefined) return true
  }
  throw new Error(`${id} leads in a circle`)
}

/** Does a page's task as far as `count` exchanges; gives how many there were. */
async function begin(walker: Walker, step: Step, count: number): Promise<number> {
  let sent = 0
  await walker
    .walk(step, async (exchange) => {
      if (sent++ < count) await exchange()
    })
    .catch(() => undefined)
  return sent
}

test.each(TASKS)('%s', async (_, lesson, id) => {
  const step = WALKS[lesson.folder]!.find(({ page }) => page === id)!
  const isFinished = ({ progress }: Walker) =>
    isDone(
      lesson.pages.find((one) => one.id === id)!,
      progress[lesson.slug]?.[id],
    )

  for (let count = 0; ; count++) {
    const walker = new Walker(lesson)
    await obey(walker, lesson, id)
    await begin(walker, step, count)
    if (isFinished(walker)) break
    walker.reload()
    const named = await obey(walker, lesson, id)
    // What was done before the reload is done again only where the page said so.
    let sent = 0
    await walker.walk(step, async (exchange) => {
      if (named || sent++ >= count) await exchange()
    })
    expect(isFinished(walker), `after ${count} requests and a reload`).toBe(true)
  }
})
