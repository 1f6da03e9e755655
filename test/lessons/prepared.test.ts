/** What is prepared for a room, sent as a presenter sends it: it proves the tasks, and the answers come. */

import { compare } from 'bcryptjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lessons } from '../../lessons/all.ts'
import { issuedBy } from '../../lessons/exchange/access-token.ts'
import {
  draftFor,
  type Got,
  momentFor,
  type Prepared,
  type PreparedRequest,
} from '../../lessons/prepared.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { useBcrypt } from '../../server/security/password.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'
import { withBearer } from '../../web/state/draft-edits.ts'
import { LearnersBrowser } from '../support/learners-browser.ts'

const found = import.meta.glob<Prepared>('../../lessons/*/prepared.ts', {
  eager: true,
  import: 'default',
})

beforeAll(() => useBcrypt(cheapBcrypt()))
afterAll(() => useBcrypt(compare))

const gotBy = (browser: LearnersBrowser): Got => ({
  issued: browser.journal.map(issuedBy).findLast((one) => one) ?? '',
  readable: (server) => browser.readable(server),
})

/** Sends what is prepared, in its order. */
async function sendAll(
  lesson: Lesson,
  browser: LearnersBrowser,
  { page, prepared }: { page: string; prepared: readonly PreparedRequest[] },
) {
  for (const one of prepared) {
    const got = gotBy(browser)
    const draft = draftFor(one, lesson, got)
    const moment = momentFor(one, got)
    // A clock that is to be moved has somewhere to go.
    expect(moment !== undefined).toBe(one.clock !== undefined)
    const now = moment === undefined ? undefined : new Date(moment)
    if (one.attacked === undefined) await browser.send(draft, { page, now })
    else await browser.attackFrom(draft, one.attacked, page)
  }
}

describe.each(lessons.map((lesson) => ({ slug: lesson.slug, lesson })))('$slug', ({ lesson }) => {
  const { comes, requests } = found[`../../lessons/${lesson.folder}/prepared.ts`]!
  const ofBench = lesson.pages
    .filter((page) => page.kind === 'wire' || page.kind === 'break')
    .filter((page) => !('place' in page && page.place === 'docs'))

  test.each(ofBench.map((page) => ({ id: page.id, page })))(
    'what is sent on $id proves all that its task wants',
    async ({ id, page }) => {
      const browser = new LearnersBrowser(lesson)
      if (page.given) await browser.send(lesson.requests[page.given.request]!)
      if (page.request !== undefined) {
        // What is taken for granted is put in, as the room does it.
        const { issued } = gotBy(browser)
        const draft = lesson.requests[page.request]!
        const isBare =
          draft.headers.length === 0 && page.given && !lesson.servers[draft.server]?.cookie
        await browser.send(isBare ? withBearer(draft, issued) : draft, { page: id })
      }
      await sendAll(lesson, browser, { page: id, prepared: requests[id] ?? [] })
      const missing = page.parts.filter(({ done }) => !done(browser.journal))
      expect(missing.map((part) => part.id)).toEqual([])
    },
  )

  const predictions = lesson.pages.filter((page) => page.kind === 'predict')
  test.each(predictions.map((page) => ({ id: page.id, page })))(
    'the answer on $id that is marked as right comes',
    async ({ id, page }) => {
      const { stopped } = page
      const browser = new LearnersBrowser(lesson)
      const draft = lesson.requests[page.request]!
      const exchange = await browser.send(draft, { page: id, ...(stopped && { stopped }) })
      expect(page.options.find(({ right }) => right(exchange))?.id).toBe(comes[id])
    },
  )

  test('what is prepared belongs to pages, parts and options that there are', () => {
    const asked = Object.keys(comes)
    expect(asked).toEqual(predictions.map(({ id }) => id))
    const pages = lesson.pages.flatMap(({ id }) => (id in requests ? [id] : []))
    expect(Object.keys(requests)).toEqual(pages)
    for (const [id, prepared] of Object.entries(requests)) {
      const page = lesson.pages.find((one) => one.id === id)!
      const parts = 'parts' in page ? (page.parts ?? []).map((part) => part.id) : []
      expect(parts).toEqual(expect.arrayContaining(prepared.flatMap(({ part }) => part ?? [])))
    }
  })
})
