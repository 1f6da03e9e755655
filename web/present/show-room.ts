/** A lesson as a room sees it, over the workbench: loaded when it is first wanted. */

import { html } from 'lit'
import type { Playground } from '../state/playground.ts'
import type { Words } from '../words/en.ts'
import { Kept } from './kept.ts'
import type { RoomPage } from './page-facts.ts'
import { Presentation } from './presentation.ts'
import { BASE_PATH } from '../kit/base-url.ts'
import './room.ts'

interface RoomContext {
  playground: Playground
  page: RoomPage
  words: Words
  /** The lessons, in their order. */
  stops: readonly { slug: string }[]
}

/** One for each playground: whoever goes to the workbench and comes back finds the room as it was. */
const presentations = new WeakMap<Playground, Presentation>()

function presentationOf(playground: Playground): Presentation {
  const known = presentations.get(playground)
  if (known) return known
  const kept = new Kept({
    path: BASE_PATH,
    browser: () => localStorage,
    tab: () => sessionStorage,
  })
  const presentation = new Presentation(playground, kept)
  presentations.set(playground, presentation)
  return presentation
}

export function showRoom({ playground, page, words, stops }: RoomContext) {
  const presentation = presentationOf(playground)
  const number = stops.findIndex(({ slug }) => slug === page.visit.lesson.slug) + 1
  // A new object each time: what the playground knows may have changed.
  return html`<bp-room .state=${{ presentation, page, words, number }}></bp-room>`
}
