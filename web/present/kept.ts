/** What is kept of a presentation: choices for the next time, and where one is for the time after a reload. */

import type { Step } from './steps.ts'
import type { Vote } from './votes.ts'

export const LOOKS = ['projector', 'light', 'dark'] as const
type Look = (typeof LOOKS)[number]

/** How large texts are, in percent. */
export const SCALE = { least: 100, most: 250, step: 25 }

/** What a presenter chooses for this browser. */
export interface Chosen {
  look: Look
  scale: number
  isSplit: boolean
  hidesVotes: boolean
}

/** Where one is on a page. */
interface Place {
  at: number
  step: Step
}

/** Where a presentation is; pages by lesson and id. */
export interface Progressed {
  places: Record<string, Place>
  votes: Record<string, Vote>
  /** When each lesson was begun, in milliseconds since 1970. */
  lessons: Record<string, number>
  /** The page that was opened last, and when. */
  page?: { key: string; at: number }
}

interface Storages {
  /** Path of the page: copies on one origin are kept apart. */
  path: string
  /** Of this browser, and of this tab; both may throw. */
  browser: () => Pick<Storage, 'getItem' | 'setItem'>
  tab: () => Pick<Storage, 'getItem' | 'setItem'>
}

export class Kept {
  private readonly key: string
  private readonly storages: Storages
  chosen: Chosen
  progressed: Progressed

  constructor(storages: Storages) {
    this.key = `bearer-playground-present:${storages.path}`
    this.storages = storages
    const { look, scale, isSplit, hidesVotes } = this.read<Chosen>('browser')
    this.chosen = {
      look: LOOKS.find((one) => one === look) ?? 'projector',
      scale: scaleIn(scale ?? SCALE.least),
      isSplit: isSplit === true,
      hidesVotes: hidesVotes === true,
    }
    const { places, votes, lessons, page } = this.read<Progressed>('tab')
    this.progressed = {
      places: Object(places) as Progressed['places'],
      votes: Object(votes) as Progressed['votes'],
      lessons: Object(lessons) as Progressed['lessons'],
      ...(page && { page }),
    }
  }

  choose(chosen: Partial<Chosen>): void {
    this.chosen = { ...this.chosen, ...chosen }
    this.write('browser', this.chosen)
  }

  progress(progressed: Partial<Progressed>): void {
    this.progressed = { ...this.progressed, ...progressed }
    this.write('tab', this.progressed)
  }

  private read<Shape>(where: 'browser' | 'tab'): Partial<Shape> {
    try {
      return Object(JSON.parse(this.storages[where]().getItem(this.key) ?? '{}')) as Partial<Shape>
    } catch {
      return {}
    }
  }

  /** Where nothing can be kept, it is known until the page is left. */
  private write(where: 'browser' | 'tab', value: object): void {
    try {
      this.storages[where]().setItem(this.key, JSON.stringify(value))
    } catch {
      // It is no loss that anybody has to be told of in front of a room.
    }
  }
}

/** The nearest size that there is. */
export function scaleIn(scale: number): number {
  const { least, most } = SCALE
  // What is kept may be anything.
  return Number.isFinite(scale) ? Math.min(most, Math.max(least, scale)) : least
}
