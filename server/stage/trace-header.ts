/** The trace as one response header, small enough for every client and proxy on the way. */

import type { Trace, TraceEvent } from '../security/trace.ts'
import { isHeaderList } from './wire.ts'

/** The header a host adds to every response of a step app. */
export const TRACE_HEADER = 'x-trace'

/**
 * Longest header value in characters, all of them ASCII. With its name the line has 8,000 at most: some clients end
 * at 8,190 a line, others at 16 kB for all headers.
 */
const TRACE_HEADER_LIMIT = 8_000 - `${TRACE_HEADER}: `.length

/** How long a single text may stay, tried in this order until the whole fits. */
const TEXT_LIMITS = [Infinity, 2048, 512, 128, 32]

/** How many header lines stay when even short texts are too many. */
const LINES_LEFT = 16

/** How many events stay when all of them are too many. */
const LAST_EVENTS = 4

/**
 * Writes a trace as compact ASCII JSON of at most {@link TRACE_HEADER_LIMIT} characters.
 *
 * A text that had to be cut ends in `…` and says how many characters are missing, and the trace then
 * ends in a `cut` event with the sum, lines and events left out altogether counted in.
 */
export function encodeTrace(trace: Trace, limit = TRACE_HEADER_LIMIT): string {
  for (const [lines, text] of [
    ...TEXT_LIMITS.map((text) => [Infinity, text] as const),
    [LINES_LEFT, 32] as const,
    [0, 32] as const,
  ]) {
    const encoded = ascii(JSON.stringify(shortened(trace, text, lines)))
    if (encoded.length <= limit) return encoded
  }
  // Only a trace of very many events comes here: its end says most, so that stays.
  const last = trace.slice(-LAST_EVENTS)
  const before = lengthOf(trace.slice(0, -LAST_EVENTS))
  for (const events of [last, last.map(withoutTheirs), []]) {
    const dropped = before + lengthOf(last) - lengthOf(events)
    const encoded = ascii(JSON.stringify(shortened(events, 32, 0, dropped)))
    if (encoded.length <= limit) return encoded
  }
  return '[]'
}

const lengthOf = (trace: Trace) => JSON.stringify(trace).length

/** A call without what the other server says that it decided, which is as long as that server likes. */
function withoutTheirs(event: TraceEvent): TraceEvent {
  return event.kind === 'called' ? { ...event, trace: [] } : event
}

/** Reads {@link encodeTrace}'s header value; an unreadable one is no trace, not an error. */
export function decodeTrace(header: string | null | undefined): Trace {
  if (!header) return []
  try {
    const trace: unknown = JSON.parse(header)
    return isTrace(trace) ? trace : []
  } catch {
    return []
  }
}

/** Whether a value is a whole event: the page shows its fields without looking again. */
function isEvent(value: unknown): value is TraceEvent {
  const event = Object(value) as Record<string, unknown>
  switch (event['kind']) {
    case 'received':
      return areTexts(event['method'], event['url']) && isHeaderList(event['headers'])
    case 'decided':
      return (
        areTexts(event['by'], event['gate'], event['because']) &&
        typeof event['pass'] === 'boolean' &&
        areFacts(event['facts'])
      )
    case 'called':
      return (
        isMessage(event['request'], 'url') &&
        (event['response'] === null || isMessage(event['response'])) &&
        isTrace(event['trace'])
      )
    case 'refused':
      return (
        typeof event['status'] === 'number' &&
        areTexts(event['detail']) &&
        Array.isArray(event['because']) &&
        areTexts(...(event['because'] as unknown[])) &&
        areFacts(event['facts'])
      )
    case 'ran':
      return arePoints(event['points']) && arePoints([event['refused'] ?? 0])
    case 'sent':
      return typeof event['status'] === 'number' && isHeaderList(event['headers'])
    case 'cut':
      return typeof event['characters'] === 'number'
    default:
      return false
  }
}

function isTrace(value: unknown): value is Trace {
  return Array.isArray(value) && value.every(isEvent)
}

const areTexts = (...values: unknown[]) => values.every((value) => typeof value === 'string')

/** Numbers of places in a list. */
const arePoints = (value: unknown) =>
  Array.isArray(value) && value.every((point) => Number.isSafeInteger(point) && point >= 0)

function areFacts(value: unknown): boolean {
  if (value === undefined) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).every((fact) => ['string', 'number'].includes(typeof fact))
}

/** Whether it is one end of a hop: the request, which has a method and a URL, or the response with its status. */
function isMessage(value: unknown, end?: 'url'): boolean {
  const message = Object(value) as Record<string, unknown>
  const starts = end
    ? areTexts(message['method'], message['url'])
    : typeof message['status'] === 'number'
  return starts && areTexts(message['body']) && isHeaderList(message['headers'])
}

function shortened(trace: Trace, textLimit: number, linesLeft: number, dropped = 0): Trace {
  let characters = dropped
  const cutText = (text: string) => {
    if (text.length <= textLimit) return text
    const omitted = text.length - textLimit
    characters += omitted
    return `${text.slice(0, textLimit)}… ${omitted} more`
  }
  const events = trace.map((event): TraceEvent => {
    const copy = mapTexts(event, cutText) as TraceEvent
    if (!('headers' in copy) || copy.headers.length <= linesLeft) return copy
    const dropped = copy.headers.slice(linesLeft)
    characters += dropped.flat().join('').length
    return {
      ...copy,
      headers: [...copy.headers.slice(0, linesLeft), ['…', `${dropped.length} more lines`]],
    }
  })
  return characters > 0 ? [...events, { kind: 'cut', characters }] : events
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  // A cookie cut short would be another cookie, and the lab's jar takes it from here.
  if (Array.isArray(value) && value[0] === 'set-cookie') return value
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]),
  )
}

/** Header values are ASCII in practice (RFC 9110 section 5.5), JSON can say everything in it. */
function ascii(json: string): string {
  return json.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
