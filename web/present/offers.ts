/** The requests that are one key away on a page: its own, those prepared for its task, and those its text names. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import {
  draftFor,
  type Got,
  momentFor,
  type Prepared,
  type PreparedRequest,
} from '../../lessons/prepared.ts'
import type { Playground } from '../state/playground.ts'
import { requestsOf, type RoomPage } from './page-facts.ts'

const files = import.meta.glob<Prepared>('../../lessons/*/prepared.ts', { import: 'default' })

export const NOTHING_PREPARED: Prepared = { comes: {}, requests: {} }

/** What is prepared for a lesson. @param folder of the lesson */
export const loadPrepared = async (folder: string): Promise<Prepared> =>
  files[`../../lessons/${folder}/prepared.ts`]?.() ?? NOTHING_PREPARED

/** The page's own request first, where it has one. */
export function offersOf(page: RoomPage, { requests }: Prepared): PreparedRequest[] {
  const { request: own, id } = page.visit.page
  const prepared = requests[id] ?? []
  const known = prepared.map(({ request }) => request)
  const named = requestsOf(page).filter((request) => request !== own && !known.includes(request))
  return [
    ...(own === undefined ? [] : [{ request: own }]),
    ...prepared,
    ...named.map((request) => ({ request })),
  ]
}

/** What this browser got from the servers of the lesson that is open. */
function gotBy({ workbench }: Playground): Got {
  return {
    issued: workbench.issued,
    readable: (server) => {
      const cookie = workbench.visit?.lesson.servers[server]?.cookie
      const found = workbench
        .cookiesFor({ server, path: '/' })
        .find(({ name, httpOnly }) => name === cookie && !httpOnly)
      return found?.value ?? ''
    },
  }
}

/** An offer as a request for the bench. */
export const draftOf = (offer: PreparedRequest, playground: Playground): RequestDraft =>
  draftFor(offer, playground.workbench.visit!.lesson, gotBy(playground))

/** Puts an offer on the bench, with the clock where it belongs. */
export async function takeOffer(offer: PreparedRequest, playground: Playground): Promise<void> {
  const { workbench } = playground
  await playground.perform({ kind: 'use-request', request: draftOf(offer, playground) })
  const now = momentFor(offer, gotBy(playground)) ?? null
  if (now !== null || workbench.now) await playground.perform({ kind: 'move-clock', now })
}
