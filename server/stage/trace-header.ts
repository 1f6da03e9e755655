/** The trace as one response header, small enough for every client and proxy on the way. */

import type { Trace, TraceEvent } from '../security/trace.ts'

/** The header a host adds to every response of a step app. */
export const TRACE_HEADER = 'x-trace'

/** Longest header value in characters, all of them ASCII: the usual limit of clients is 16 kB for all headers. */
const TRACE_HEADER_LIMIT = 8192

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
  const dropped = JSON.stringify(trace.slice(0, -LAST_EVENTS)).length
  const last = shortened(trace.slice(-LAST_EVENTS), 32, 0, dropped)
  return ascii(JSON.stringify(last))
}

/** Reads {@link encodeTrace}'s header value; an unreadable one is no trace, not an error. */
export function decodeTrace(header: string | null | undefined): Trace {
  if (!header) return []
  try {
    const trace: unknown = JSON.parse(header)
    return Array.isArray(trace) && trace.every(isEvent) ? trace : []
  } catch {
    return []
  }
}

function isEvent(event: unknown): event is TraceEvent {
  return typeof event === 'object' && event !== null && 'kind' in event
}

function shortened(trace: Trace, textLimit: number, linesLeft: number, dropped = 0): Trace {
  let characters = dropped
  const cutText = (text: string) => {
    if (text.length <= textLimit) return text
    const missing = text.length - textLimit
    characters += missing
    return `${text.slice(0, textLimit)}… ${missing} more`
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
