/** Keeps what a learner did and chose in this browser, together with the page's other tabs. */

import { changeLesson, forget, forgottenBetween } from './forget.ts'
import { defined, own } from './kinds.ts'
import type { Forgotten, Progress, TaskProgress } from './progress.ts'
import { type Found, readFirstVersion, readStored } from './read-stored.ts'
import { clearAside, isQuota, put, setAside } from './set-aside.ts'
import {
  type Choice,
  type Choices,
  type SavedData,
  savedDataOf,
  NOTHING,
  STORED,
  type Stored,
  type StoredTask,
  textOf,
} from './stored.ts'

/** What was found damaged: `salvaged` where some of it could be read, `broken` where nothing could. */
export type Incident = 'salvaged' | 'broken'

/**
 * Why nothing is kept now: it is not allowed, there is no room, a newer version of the page keeps its own there,
 * or what is there is damaged and could not be set aside.
 */
export type Trouble = 'unavailable' | 'full' | 'newer' | 'unreadable'

/** The key of the first version, whatever path the page was at. */
const FIRST_KEY = 'bearer-playground'

interface Options {
  /** Path of the page, with a slash at both ends: copies on one origin are kept apart. */
  path: string
  /** It may throw, as browsers do that keep nothing. */
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** None where the page is no secure context. */
  locks: Pick<LockManager, 'request'> | null
  /** Milliseconds since 1970. */
  now?: () => number
}

/** What was seen at a look. */
interface Seen {
  storage: ReturnType<Options['storage']>
  text: string | null
  found: Found
  /** Whether it lies under the key of the first version. */
  isOld: boolean
}

export class SavedStorage {
  private readonly key: string
  private readonly open
  private readonly locks
  private readonly now
  /** What is kept, as it is stored. */
  stored = NOTHING
  /** Whether nothing is kept any more, until the page is loaded anew. */
  private hasEnded = false
  /** Whether a write waits for its turn. */
  private waiting = false
  /** What the page sees. */
  data: SavedData = savedDataOf(NOTHING)
  /** What was found at this visit. */
  incident: Incident | undefined
  trouble: Trouble | undefined
  /** Called when something changed, whoever changed it. */
  onChange: () => void = () => {}
  /** Called when something was taken back, in whichever tab. */
  onForgotten: (what: Forgotten) => void = () => {}

  constructor({ path, storage, locks, now = Date.now }: Options) {
    this.key = `${FIRST_KEY}:${path}`
    this.open = storage
    this.locks = locks
    this.now = now
    this.save()
  }

  /** Keeps choices; the last one made in any tab counts at the next visit. */
  choose({ language, theme, mode, shell, columns }: Choices): void {
    this.change((stored) => ({
      ...stored,
      ...this.chosen('language', stored.language, language),
      ...this.chosen('theme', stored.theme, theme),
      ...this.chosen('mode', stored.mode, mode),
      ...this.chosen('shell', stored.shell, shell),
      ...this.chosen('columns', stored.columns, columns),
    }))
  }

  /** Keeps where the learner is. */
  enter(lesson: string, page: string): void {
    this.change((stored) => {
      const course = { ...stored.course, ...this.chosen('last', stored.course.last, lesson) }
      return changeLesson({ ...stored, course }, lesson, (before) => ({
        ...before,
        ...this.chosen('place', before.place, page),
      }))
    })
  }

  /** Adds to what was done. */
  advance(change: (progress: Progress) => Progress): void {
    this.change((stored) => {
      const before = savedDataOf(stored).progress
      const after = Object.entries(change(before))
      return after.reduce((known, [slug, tasks]) => {
        const knownTasks = own(before, slug) ?? {}
        const changed = Object.entries(tasks).filter(([id, task]) => own(knownTasks, id) !== task)
        return changed.length === 0 ? known : this.withDone(known, slug, changed)
      }, stored)
    })
  }

  /** Takes back what was done, here and in all tabs. */
  forget(what: Forgotten): void {
    this.change((stored) => forget(stored, what))
  }

  /**
   * Forgets all there is, choices and what was set aside too, and keeps nothing from now on: the page is to be loaded
   * anew. Only the epoch stays, for a tab that hears of it later.
   */
  reset(): void {
    this.look()
    const { epoch } = forget(this.stored, {}).course
    this.hasEnded = true
    try {
      const storage = this.open()
      clearAside(storage, this.key)
      // What a newer version of the page keeps is not ours to write.
      if (this.trouble === 'newer') return
      storage.setItem(this.key, textOf({ ...NOTHING, course: { ...NOTHING.course, epoch } }))
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  /** Takes in what another tab wrote. */
  hear({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): void {
    if (key !== this.key && key !== null) return
    // A tab that has not heard of it yet may have written over it.
    const found = newValue !== null && readStored(newValue)
    if (found && found !== 'newer') this.take(STORED.merge(this.stored, found.stored))
    this.refresh()
  }

  /** Looks again, after a time in which nothing could be heard. */
  refresh(): void {
    const seen = this.look()
    if (this.trouble || typeof seen === 'string' || this.isBehind(seen)) void this.saveInTurn()
  }

  /** Writes what still waits for its turn: the page may be gone in a moment. */
  flush(): void {
    if (this.waiting) this.save()
  }

  /** Changes what is kept. */
  change(change: (stored: Stored) => Stored): void {
    this.look()
    if (this.take(change(this.stored))) void this.saveInTurn()
  }

  /** Lets one tab write after the other, where tabs can take turns; writes that cross elsewhere are mended once heard of. */
  private async saveInTurn() {
    if (this.waiting) return
    this.waiting = true
    if (!this.locks) return this.save()
    try {
      await this.locks.request(this.key, () => this.save())
    } catch {
      this.save()
    }
  }

  private save(): void {
    this.waiting = false
    if (this.hasEnded) return
    const seen = this.look()
    const [incident, trouble] = [this.incident, this.trouble]
    this.trouble = typeof seen === 'string' ? seen : this.write(seen)
    if (incident !== this.incident || trouble !== this.trouble) this.onChange()
  }

  /** Takes in what is stored; says why where that cannot be done. */
  private look(): Seen | Trouble {
    let storage: Seen['storage']
    let text: string | null
    let first: string | null
    try {
      storage = this.open()
      text = storage.getItem(this.key)
      first = text === null ? storage.getItem(FIRST_KEY) : null
    } catch {
      return 'unavailable'
    }
    const found = text === null ? { stored: NOTHING, damaged: false } : readStored(text)
    if (found === 'newer') return 'newer'
    const old = first === null ? undefined : readFirstVersion(first)
    const seen = old ? { text: first, found: old, isOld: true } : { text, found, isOld: false }
    this.take(STORED.merge(this.stored, seen.found.stored))
    return { storage, ...seen }
  }

  /** Whether what is stored is damaged, old, or less than what is known. */
  private isBehind({ found, isOld }: Seen): boolean {
    return isOld || found.damaged || textOf(found.stored) !== textOf(this.stored)
  }

  /** Writes what is known, once what is damaged is set aside; says why where that cannot be done. */
  private write(seen: Seen): Trouble | undefined {
    if (!this.isBehind(seen)) return undefined
    const { storage, text, found, isOld } = seen
    if (found.damaged) {
      if (!setAside(storage, this.key, text ?? '')) return 'unreadable'
      this.incident = isNothing(this.data) ? 'broken' : 'salvaged'
    }
    try {
      put(storage, this.key, textOf(this.stored))
      if (isOld) storage.removeItem(FIRST_KEY)
      return undefined
    } catch (error) {
      return isQuota(error) ? 'full' : 'unavailable'
    }
  }

  /** Takes a state as the known one; false where it is no other. */
  private take(after: Stored): boolean {
    const before = this.stored
    if (textOf(after) === textOf(before)) return false
    this.stored = after
    this.data = savedDataOf(after)
    for (const what of forgottenBetween(before, after)) this.onForgotten(what)
    this.onChange()
    return true
  }

  private withDone(stored: Stored, slug: string, changed: [string, TaskProgress][]): Stored {
    return changeLesson(stored, slug, ({ tasks, ...others }) => {
      const done = changed.map(([id, task]) => [id, this.done(own(tasks, id), task)])
      return { ...others, tasks: { ...tasks, ...Object.fromEntries(done) } }
    })
  }

  /** What was done of a task, with the time it was answered: the first prediction counts, and the last reading. */
  private done(before: StoredTask | undefined, task: TaskProgress): StoredTask {
    const { parts, prediction, reading } = task
    return defined({
      ...before,
      epoch: before?.epoch ?? 0,
      parts: [...new Set([...(before?.parts ?? []), ...parts])].sort(),
      ...(prediction && {
        prediction: { at: this.now(), ...before?.prediction, ...prediction },
      }),
      ...(reading && { reading: { ...reading, at: this.timeAfter(before?.reading) } }),
    })
  }

  private chosen<Name extends string, Value extends string>(
    name: Name,
    before: Choice<Value> | undefined,
    value: Value | undefined,
  ): Partial<Record<Name, Choice<Value>>> {
    if (value === undefined || before?.value === value) return {}
    const choice = { value, at: this.timeAfter(before) }
    return { [name]: choice } as Record<Name, Choice<Value>>
  }

  /** Later than what it follows, though the clock went back. */
  private timeAfter(before: { at: number } | undefined): number {
    return Math.max(this.now(), (before?.at ?? 0) + 1)
  }
}

function isNothing({ places, progress, ...choices }: SavedData): boolean {
  const parts = [places, choices, ...Object.values(progress)]
  return parts.every((part) => Object.keys(part).length === 0)
}
