/** What somebody prepares to show: pages, each with a request for the bench, in an order; without secrets. */

import type { Lesson } from '../../lessons/lesson.ts'
import { readShared } from '../stage/shared-request.ts'
import { isRecord } from './kinds.ts'
import { pageOf } from './resume-point.ts'

/** One thing to show. */
export interface ScriptItem {
  /** Slug of the lesson, and id of its page. */
  lesson: string
  page: string
  /** The request, as an address has it: see `sharedText`. */
  request: string
}

/** Why a file is not opened. */
export type ScriptRefusal = 'broken' | 'foreign' | 'newer' | 'damaged' | 'empty'

const KIND = 'bearer-playground-script'
const VERSION = 1

/** More is no script for an hour. */
const ITEM_LIMIT = 200

/** Larger files are none of ours, in bytes. */
export const SCRIPT_FILE_LIMIT = 2_000_000

/** The text of a file that holds a script. */
export const scriptFile = (items: readonly ScriptItem[]): string =>
  JSON.stringify({ kind: KIND, version: VERSION, items }, null, 2)

/**
 * Reads a file.
 *
 * @returns what it holds, or why it is not opened: a script is taken whole or not at all.
 */
export function readScript(text: string, lessons: readonly Lesson[]): ScriptItem[] | ScriptRefusal {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return 'broken'
  }
  if (!isRecord(file) || file['kind'] !== KIND) return 'foreign'
  if (typeof file['version'] !== 'number' || file['version'] > VERSION) return 'newer'
  const { items } = file
  if (!Array.isArray(items) || items.length > ITEM_LIMIT) return 'damaged'
  if (items.length === 0) return 'empty'
  const read = items.map((item: unknown) => readItem(item, lessons))
  return read.every((item) => item !== undefined) ? read : 'damaged'
}

function readItem(value: unknown, lessons: readonly Lesson[]): ScriptItem | undefined {
  if (!isRecord(value)) return undefined
  const { lesson: slug, page, request } = value
  const lesson = lessons.find((one) => one.slug === slug)
  if (!lesson || typeof page !== 'string' || typeof request !== 'string') return undefined
  if (!pageOf(lesson, page) || !readShared(request, lesson)) return undefined
  return { lesson: lesson.slug, page, request }
}

interface Options {
  /** Path of the page, with a slash at both ends: copies on one origin are kept apart. */
  path: string
  /** It may throw, as browsers do that keep nothing. */
  storage: () => Pick<Storage, 'getItem' | 'setItem'>
}

/** The script in this browser; each look is a new one, for another tab may have written. */
export class KeptScript {
  private readonly key: string
  private readonly storage

  constructor({ path, storage }: Options) {
    this.key = `bearer-playground:${path}:script`
    this.storage = storage
  }

  /** @param lessons those that there are: what another version has kept of others is left out. */
  items(lessons: readonly Lesson[]): ScriptItem[] {
    const read = readScript(this.text(), lessons)
    return typeof read === 'string' ? [] : read
  }

  /** Keeps one more at the end; false where there is no room. */
  add(item: ScriptItem, lessons: readonly Lesson[]): boolean {
    const items = [...this.items(lessons), item]
    return items.length <= ITEM_LIMIT && this.replace(items)
  }

  /** Keeps these in the place of all; false where the browser keeps nothing. */
  replace(items: readonly ScriptItem[]): boolean {
    try {
      this.storage().setItem(this.key, scriptFile(items))
      return true
    } catch {
      return false
    }
  }

  private text(): string {
    try {
      return this.storage().getItem(this.key) ?? ''
    } catch {
      return ''
    }
  }
}
