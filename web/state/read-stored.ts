/** Reads what lies in storage field by field: what is damaged is left out, what is unknown goes along. */

import { isRecord, own, Reading } from './kinds.ts'
import { withPagesMoved } from './moved-pages.ts'
import { STORED, type Stored, textOf, VERSION } from './stored.ts'

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
  if (version === VERSION) return read(value, false)
  return moved(read(value, version !== BEFORE_PAGES_MOVED))
}

/** The version whose lesson of two servers had the attacks too; else its shape is today's. */
const BEFORE_PAGES_MOVED = 2

const moved = ({ stored, damaged }: Found): Found => ({ stored: withPagesMoved(stored), damaged })

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
  return moved(read(now, placeOf !== places || tasksOf !== progress))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function read(value: unknown, damaged: boolean): Found {
  const reading = new Reading(true)
  const stored = STORED.read(value, reading)!
  try {
    textOf(stored)
    return { stored, damaged: damaged || reading.damaged }
  } catch {
    // What is unknown may nest deeper than it can be written again.
    return { stored: STORED.read(value, new Reading(false))!, damaged: true }
  }
}
