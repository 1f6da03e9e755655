/** A body that waits: a browser sends none with GET or HEAD, and it comes back with a method that has one. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'

/** A body with the header lines that describe it. */
export interface ParkedBody {
  body: string
  headers: RequestDraft['headers']
}

/** A draft, and the body that waits for its method to change. */
export interface Written {
  draft: RequestDraft
  parked?: ParkedBody | undefined
}

/** Whether browsers send no body with a method (Fetch standard, `Request` constructor). */
export const isBodyless = (method: string): boolean => method === 'GET' || method === 'HEAD'

const describesBody = ([name]: RequestDraft['headers'][0]) => name.toLowerCase() === 'content-type'

/** Parks the body of a draft whose method was changed to one without; one written for that method stays. */
export function parked({ before, after }: Record<'before' | 'after', RequestDraft>): Written {
  const { method, body, headers } = after
  const isWrittenForIt = isBodyless(before.method) || body !== before.body
  if (!isBodyless(method) || body === '' || isWrittenForIt) return { draft: after }
  return {
    draft: { ...after, body: '', headers: headers.filter((line) => !describesBody(line)) },
    parked: { body, headers: headers.filter(describesBody) },
  }
}

/** Gives a parked body back once the draft's method has one, unless another was written meanwhile. */
export function unparked(draft: RequestDraft, parked: ParkedBody): Written {
  if (isBodyless(draft.method)) return { draft, parked }
  if (draft.body !== '') return { draft }
  const own = draft.headers.some(describesBody) ? [] : parked.headers
  return { draft: { ...draft, body: parked.body, headers: [...draft.headers, ...own] } }
}
