/** The contract of a lesson's servers, as the cases that go home with them. */

import { course } from '../../lessons/index.ts'
import { appOf, type Lesson } from '../../lessons/lesson.ts'
import type { HomeServer } from './home-servers.ts'

type CaseTexts = Record<string, string>

const files = import.meta.glob<CaseTexts>('../../lessons/*/contract/rows.ts', {
  import: 'default',
  query: '?cases',
})

const textsIn = async (folder: string): Promise<CaseTexts> =>
  (await files[`../../lessons/${folder}/contract/rows.ts`]?.()) ?? {}

/**
 * Loads the cases of some servers of a lesson, as files of TypeScript by the servers' names.
 *
 * A server that is another lesson's, as it stands there, has that lesson's cases where this one has none for it.
 */
export async function casesOf(lesson: Lesson, servers: readonly HomeServer[]): Promise<CaseTexts> {
  const found = await Promise.all(
    servers.map(async ({ name, app, server }): Promise<[string, string | undefined]> => {
      const own = (await textsIn(lesson.folder))[server.path]
      return [name, own ?? (await elsewhere(app))]
    }),
  )
  return Object.fromEntries(
    found.filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** The cases of an app in the lesson that it is of. */
async function elsewhere(app: string): Promise<string | undefined> {
  const [folder = ''] = app.split('/')
  const lesson = await course.find((entry) => entry.folder === folder)?.load()
  const same = lesson && Object.values(lesson.servers).find((one) => appOf(lesson, one) === app)
  return same && (await textsIn(folder))[same.path]
}
