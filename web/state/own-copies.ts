/** The learner's own copies of servers: their texts, kept in this browser, and whether the one of the open page answers. */

import type { Lesson } from '../../lessons/lesson.ts'
import { appOf } from '../../lessons/lesson.ts'
import type { OwnSource } from '../stage/own/own-answers.ts'
import type { Forgotten } from './progress.ts'
import type { StartText, Visit } from './visit.ts'

/** A text, and what it was made from. */
export interface OwnCopy {
  text: string
  /** Hash of the text that it began with: see `hashOf`. */
  start: string
}

interface Options {
  /** Path of the page, with a slash at both ends: copies on one origin are kept apart. */
  path: string
  /** It may throw, as browsers do that keep nothing. */
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** More characters than this are no server of a lesson. */
export const TEXT_LIMIT = 100_000

export class OwnCopies {
  private readonly key: string
  private readonly storage
  /** By file: of a code task with its page, so that each begins with a text of its own. */
  private copies: Record<string, OwnCopy>
  /** What was taken back last, by file. */
  private before: Record<string, string> = {}
  /** Whether the open page is answered by the learner's own copy, where there is one. */
  isOn = false
  /** Whether the last change could be kept. */
  isKept = true

  constructor({ path, storage }: Options) {
    this.key = `bearer-playground-code:${path}`
    this.storage = storage
    this.copies = this.read()
  }

  /** The name that the file of a server has on a page. */
  keyOf({ lesson, page }: Visit, server: string): string {
    const app = appOf(lesson, serverOf(lesson, server))
    return page.kind === 'code' && appOf(lesson, serverOf(lesson, page.server)) === app
      ? `${app}:${page.id}`
      : app
  }

  /** A copy; undefined where the learner has none. */
  get(key: string): OwnCopy | undefined {
    return Object.hasOwn(this.copies, key) ? this.copies[key] : undefined
  }

  /** What answers in place of a server; undefined where ours does. */
  answering(visit: Visit, server: string): OwnSource | undefined {
    if (!this.isOn) return undefined
    const key = this.keyOf(visit, server)
    const text = this.get(key)?.text ?? this.startOf(visit, key)?.text
    return text === undefined ? undefined : { key, text }
  }

  /** Opens a page: a code task is answered by the learner's copy, every other page by ours. */
  enter(visit: Visit): void {
    this.isOn = visit.page.kind === 'code'
  }

  /** Whether something can answer in place of a server. */
  has(visit: Visit, server: string): boolean {
    const key = this.keyOf(visit, server)
    return this.get(key) !== undefined || this.startOf(visit, key) !== undefined
  }

  /**
   * Takes over a text, and keeps it.
   *
   * @param start hash of what the copy begins with: ours, or that of a task.
   */
  edit(key: string, text: string, start: string): void {
    if (text.length > TEXT_LIMIT) return
    this.isOn = true
    this.change(key, { text, start: this.get(key)?.start ?? start })
  }

  /** Takes a copy back: it is again what it began with. */
  reset(key: string): void {
    const text = this.get(key)?.text
    if (text !== undefined) this.before[key] = text
    this.change(key, undefined)
  }

  /** Takes back the copies that belong to what is begun anew: all of them where no lesson is named. */
  startOver({ page }: Forgotten, lesson?: Lesson): void {
    const apps = lesson && Object.values(lesson.servers).map((server) => appOf(lesson, server))
    for (const key of Object.keys(this.copies)) {
      const [app, task] = key.split(':')
      if ((apps?.includes(app!) ?? true) && (page === undefined || page === task)) this.reset(key)
    }
  }

  /** What was taken back last; undefined where nothing was. */
  takenBack(key: string): string | undefined {
    return this.before[key]
  }

  /** Takes in what another tab wrote; true where that changed something. */
  hear({ key }: { key: string | null }): boolean {
    if (key !== this.key && key !== null) return false
    this.copies = this.read()
    return true
  }

  /** What a code task begins with; undefined for a file that belongs to none. */
  startOf({ page, code }: Visit, key: string): StartText | undefined {
    return page.kind === 'code' && key.endsWith(`:${page.id}`) ? code?.start : undefined
  }

  private change(key: string, copy: OwnCopy | undefined): void {
    // What another tab has written meanwhile stays.
    const { [key]: _, ...others } = { ...this.copies, ...this.read() }
    this.copies = copy ? { ...others, [key]: copy } : others
    this.isKept = this.write()
  }

  private write(): boolean {
    try {
      this.storage().setItem(this.key, JSON.stringify({ version: 1, copies: this.copies }))
      return true
    } catch {
      return false
    }
  }

  private read(): Record<string, OwnCopy> {
    try {
      const { copies } = Object(JSON.parse(this.storage().getItem(this.key) ?? '{}')) as {
        copies?: object
      }
      return Object.fromEntries(Object.entries(copies ?? {}).filter(isCopy))
    } catch {
      return {}
    }
  }
}

function isCopy(entry: [string, unknown]): entry is [string, OwnCopy] {
  const { text, start } = Object(entry[1]) as Record<string, unknown>
  return typeof text === 'string' && text.length <= TEXT_LIMIT && typeof start === 'string'
}

const serverOf = (lesson: Lesson, server: string) =>
  lesson.servers[server] ?? Object.values(lesson.servers)[0]!
