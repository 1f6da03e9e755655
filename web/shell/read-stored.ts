/** Reads what lies in storage field by field: what is damaged is left out, what is unknown goes along. */

import {
  type Choice,
  defined,
  isRecord,
  own,
  type Stored,
  type StoredLesson,
  type StoredTask,
  textOf,
  VERSION,
} from './stored.ts'

/** What was found in storage; `damaged` where part of it is not what this page writes. */
export interface Found {
  stored: Stored
  damaged: boolean
}

/** Reads a stored text; `newer` for what a later version of the page wrote. */
export function readStored(text: string): Found | 'newer' {
  const value = parse(text)
  const version = isRecord(value) ? value['version'] : undefined
  if (typeof version === 'number' && version > VERSION) return 'newer'
  return read(value, version !== VERSION)
}

/** Reads what the first version kept: plain values without a number; undefined for what bears one. */
export function readFirstVersion(text: string): Found | undefined {
  const value = parse(text)
  if (!isRecord(value)) return read(value, true)
  const { version, language, theme, mode, last, places, progress, ...others } = value
  if (version !== undefined) return undefined
  const [placeOf, tasksOf] = [isRecord(places) ? places : {}, isRecord(progress) ? progress : {}]
  const slugs = new Set([...Object.keys(placeOf), ...Object.keys(tasksOf)])
  const choice = (chosen: unknown) => (chosen === undefined ? undefined : { value: chosen })
  const lessons = [...slugs].map((slug) => [
    slug,
    { place: choice(own(placeOf, slug)), tasks: own(tasksOf, slug) },
  ])
  const now = {
    ...others,
    language: choice(language),
    theme: choice(theme),
    mode: choice(mode),
    course: { last: choice(last), lessons: Object.fromEntries(lessons) as unknown },
  }
  return read(now, placeOf !== places || tasksOf !== progress)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function read(value: unknown, damaged: boolean): Found {
  const reader = new Reader()
  const stored = reader.whole(value)
  try {
    textOf(stored)
    return { stored, damaged: damaged || reader.damaged }
  } catch {
    // What is unknown may nest deeper than it can be written again.
    return { stored: new Reader(false).whole(value), damaged: true }
  }
}

/** Longer names are none that a lesson has. */
const NAME_LIMIT = 200
/** Longer texts are none that a person reads out of a token. */
const TEXT_LIMIT = 10_000
/** The last millisecond that a date can be (ECMA-262, time values). */
const LAST_TIME = 8.64e15

class Reader {
  /** Whether something was not what it should be. What is absent is never wrong. */
  damaged = false
  private readonly keepUnknown: boolean

  constructor(keepUnknown = true) {
    this.keepUnknown = keepUnknown
  }

  whole(value: unknown): Stored {
    const { version: _, ...raw } = this.record(value)
    const course = this.record(raw['course'])
    return this.withUnknown(raw, {
      language: this.choice(raw['language'], ['en', 'ko']),
      theme: this.choice(raw['theme'], ['system', 'light', 'dark']),
      mode: this.choice(raw['mode'], ['real', 'browser']),
      course: this.withUnknown(course, {
        epoch: this.number(course['epoch']),
        last: this.choice(course['last']),
        lessons: this.each(course['lessons'], (lesson) => this.lesson(lesson)),
      }),
    })
  }

  private lesson(raw: Record<string, unknown>): StoredLesson {
    return this.withUnknown(raw, {
      epoch: this.number(raw['epoch']),
      place: this.choice(raw['place']),
      tasks: this.each(raw['tasks'], (task) => this.task(task)),
    })
  }

  private task(raw: Record<string, unknown>): StoredTask {
    const prediction = this.answer(raw['prediction'], 'option', NAME_LIMIT)
    const reading = this.answer(raw['reading'], 'text', TEXT_LIMIT)
    return this.withUnknown(raw, {
      epoch: this.number(raw['epoch']),
      // What was answered was begun.
      parts: this.names(raw['parts']) ?? (prediction || reading ? [] : undefined),
      prediction,
      reading,
    })
  }

  /** What was answered, with what came. */
  private answer<Key extends 'option' | 'text'>(value: unknown, key: Key, limit: number) {
    const raw = this.record(value)
    const text = this.text(raw[key], limit)
    if (text === undefined) return this.note(value)
    const came = this.text(raw['came'], limit)
    const fields = { [key]: text, came, at: this.number(raw['at']) }
    type Answer = Record<Key, string> & { came?: string; at: number }
    return this.withUnknown(raw, fields) as unknown as Answer
  }

  private choice<Value extends string>(
    value: unknown,
    values?: readonly Value[],
  ): Choice<Value> | undefined {
    const raw = this.record(value)
    const name = this.text(raw['value'], NAME_LIMIT) as Value | undefined
    if (name === undefined || (values && !values.includes(name))) return this.note(value)
    const choice: Choice = { value: name, at: this.number(raw['at']) }
    return this.withUnknown(raw, choice) as Choice<Value>
  }

  private names(value: unknown): string[] | undefined {
    if (value === undefined) return undefined
    if (!Array.isArray(value)) this.damaged = true
    const texts = (Array.isArray(value) ? value : []).map((one) => this.text(one, NAME_LIMIT))
    return [...new Set(texts.filter((text) => text !== undefined))].sort()
  }

  private each<Entry>(value: unknown, read: (raw: Record<string, unknown>) => Entry) {
    const entries = Object.entries(this.record(value)).flatMap(([key, raw]): [string, Entry][] => {
      if (isRecord(raw) && key.length <= NAME_LIMIT) return [[key, read(raw)]]
      this.damaged = true
      return []
    })
    return Object.fromEntries(entries)
  }

  private record(value: unknown): Record<string, unknown> {
    if (isRecord(value)) return value
    this.note(value)
    return {}
  }

  private text(value: unknown, limit: number): string | undefined {
    return typeof value === 'string' && value.length <= limit ? value : this.note(value)
  }

  /** A count, or a time: a whole number from 0. */
  private number(value: unknown): number {
    if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LAST_TIME) {
      return value as number
    }
    this.note(value)
    return 0
  }

  private note(value: unknown): undefined {
    if (value !== undefined) this.damaged = true
    return undefined
  }

  /** The fields that are known, among those that are not. */
  private withUnknown<Fields extends object>(raw: Record<string, unknown>, fields: Fields) {
    return defined<Fields>(this.keepUnknown ? { ...raw, ...fields } : fields)
  }
}
