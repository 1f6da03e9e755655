/** The learner's own copies of servers: their texts, kept in this browser, and whether the one of the open page answers. */

import type { Lesson } from '../../lessons/lesson.ts'
import { appOf } from '../../lessons/lesson.ts'
import { mayBeOwn } from '../stage/own/block-names.ts'
import type { OwnSource } from '../stage/own/own-source.ts'
import type { Forgotten } from './progress.ts'
import type { StartText, Visit } from './visit.ts'

/** A text, and what it was made from. */
export interface OwnText {
  text: string
  /** Hash of the text that it began with: see `hashOf`. */
  start: string
}

/** A server of the learner's own: its file, and the security blocks that are made their own for it. */
export interface OwnCopy extends OwnText {
  /** By file, such as `security/bearer.ts`. */
  blocks?: Readonly<Record<string, OwnText>>
}

/** A file of a copy: a security block of it, or where none is named the server's own file. */
export interface OwnFile {
  /** The copy, as `OwnCopies` names it. */
  file: string
  block?: string | undefined
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
  copies: Readonly<Record<string, OwnCopy>>
  /** What was taken back last, by file. */
  private before: Record<string, OwnCopy> = {}
  /** The blocks that were taken back alone, by file of the server, then by their own. */
  private blocksBefore: Record<string, OwnCopy['blocks']> = {}
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
    return this.isOn ? this.sourceOf(visit, server) : undefined
  }

  /** What can answer in place of a server; undefined where the learner has nothing for it. */
  sourceOf(visit: Visit, server: string): OwnSource | undefined {
    const key = this.keyOf(visit, server)
    const copy = this.get(key)
    const text = copy?.text ?? this.startOf(visit, key)?.text
    if (text === undefined) return undefined
    return { key, text, ...(copy?.blocks && { blocks: textsOf(copy.blocks) }) }
  }

  /** Opens a page: a code task is answered by the learner's copy, every other page by ours. */
  enter(visit: Visit): void {
    this.isOn = visit.page.kind === 'code'
  }

  /**
   * Takes over a text, and keeps it. A block can be had where there is a copy.
   *
   * @param start hash of what the file begins with: ours, or that of a task.
   */
  edit({ file, block }: OwnFile, text: string, start: string): void {
    if (text.length > TEXT_LIMIT) return
    const copy = this.get(file)
    const known = block === undefined ? copy : copy?.blocks?.[block]
    const edited = { text, start: known?.start ?? start }
    if (block !== undefined && !copy) return
    this.isOn = true
    if (block === undefined) return this.change(file, { ...copy, ...edited })
    this.change(file, { ...copy!, blocks: { ...copy!.blocks, [block]: edited } })
  }

  /** Takes a copy back with its blocks, or one of those: it is again what it began with. */
  reset({ file, block }: OwnFile): void {
    const copy = this.get(file)
    if (!copy) return
    if (block === undefined) {
      this.before[file] = copy
      return this.change(file, undefined)
    }
    const { blocks = {}, ...others } = copy
    const { [block]: taken, ...rest } = blocks
    if (taken) this.blocksBefore[file] = { ...this.blocksBefore[file], [block]: taken }
    this.change(file, { ...others, ...(Object.keys(rest).length > 0 && { blocks: rest }) })
  }

  /** Puts there again what was taken back last. */
  restore({ file, block }: OwnFile): void {
    if (block !== undefined) {
      const known = this.blocksBefore[file]?.[block]
      if (known) this.edit({ file, block }, known.text, known.start)
      return
    }
    const copy = this.before[file]
    if (!copy) return
    this.isOn = true
    this.change(file, copy)
  }

  /** Takes back the copies that belong to what is begun anew: all of them where no lesson is named. */
  startOver({ page }: Forgotten, lesson?: Lesson): void {
    const apps = lesson && Object.values(lesson.servers).map((server) => appOf(lesson, server))
    for (const key of Object.keys(this.copies)) {
      const [app, task] = key.split(':')
      if (!(apps?.includes(app!) ?? true)) continue
      if (page === undefined || page === task) this.reset({ file: key })
    }
  }

  /** Forgets all copies, and what could be put back. */
  clear(): void {
    this.copies = this.before = this.blocksBefore = {}
    try {
      this.storage().removeItem(this.key)
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  /** What was taken back last; undefined where nothing was. */
  takenBack(file: string): OwnCopy | undefined {
    return this.before[file]
  }

  /** The blocks of a copy that were taken back last, each alone. */
  blocksTakenBack(file: string): OwnCopy['blocks'] {
    return this.blocksBefore[file]
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
      return readCopies(copies)
    } catch {
      return {}
    }
  }
}

/** Copies by file, without what is none. */
export const readCopies = (value: unknown): Record<string, OwnCopy> =>
  Object.fromEntries(Object.entries(Object(value) as object).flatMap(copyIn))

/** A copy as it was kept, without what is no text. */
function copyIn([key, value]: [string, unknown]): [string, OwnCopy][] {
  if (!isText(value)) return []
  const { text, start, blocks } = value
  const own = Object.entries(Object(blocks)).filter(
    ([file, each]) => mayBeOwn(file) && isText(each),
  )
  const kept = own.length > 0 && { blocks: Object.fromEntries(own) as Record<string, OwnText> }
  return [[key, { text, start, ...kept }]]
}

function isText(value: unknown): value is OwnText & { blocks?: unknown } {
  const { text, start } = Object(value) as Record<string, unknown>
  return typeof text === 'string' && text.length <= TEXT_LIMIT && typeof start === 'string'
}

/** The texts of blocks, by file. */
export const textsOf = (blocks: Readonly<Record<string, OwnText>>): Record<string, string> =>
  Object.fromEntries(Object.entries(blocks).map(([file, { text }]) => [file, text]))

const serverOf = (lesson: Lesson, server: string) =>
  lesson.servers[server] ?? Object.values(lesson.servers)[0]!
