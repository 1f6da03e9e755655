/** What a learner does in a lesson of two servers, in one browser, one thing after the other. */

import type { Exchange, RequestDraft } from '../../lessons/exchange/exchange.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { LearnersBrowser } from './learners-browser.ts'
import { provedBy, taskOf } from './tasks.ts'

/** Drafts by id or written out, and attacks. */
export type Deed = string | RequestDraft | Attack
export type Attack = ['script' | 'form', 'faithful' | 'client']

/**
 * Makes what the tests of such a lesson are written with.
 *
 * @param requests the drafts that are known by id; the lesson's own where nothing is said.
 */
export function doneIn(lesson: Lesson, requests = lesson.requests) {
  /** One of the requests, with some of it changed. */
  const draftOf = (id: string, part: Partial<RequestDraft> = {}): RequestDraft => ({
    ...requests[id]!,
    ...part,
  })

  const form = (body: string, server = 'client') => draftOf('login', { body, server })

  const withHeader = (id: string, name: string, value: string, part: Partial<RequestDraft> = {}) =>
    draftOf(id, { headers: [[name, value]], ...part })

  /** The exchanges of a journal that begins on this page, with an empty cookie jar. */
  async function journalOf(deeds: readonly Deed[], page = ''): Promise<Exchange[]> {
    const browser = new LearnersBrowser(lesson)
    for (const deed of deeds) {
      if (Array.isArray(deed)) await browser.play(...deed, page)
      else await browser.send(typeof deed === 'string' ? requests[deed]! : deed, { page })
    }
    return browser.journal
  }

  const proved = async (id: string, deeds: readonly Deed[], kind: 'wire' | 'break' = 'wire') =>
    provedBy(lesson, taskOf(lesson, id, kind), await journalOf(deeds, id))

  const last = async (deeds: readonly Deed[]) => (await journalOf(deeds)).at(-1)!

  return { draftOf, form, withHeader, journalOf, proved, last }
}

/** The token in a login's cookie. */
export function tokenIn(login: Exchange): string {
  const line = login.response.headers.find(([name]) => name === 'set-cookie')?.[1]
  return /^jwt_token=([^;]+)/.exec(line ?? '')![1]!
}
