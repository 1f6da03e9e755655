/** The one error a guard throws: what the client may know, and what only the trace may know. */

import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RefusalReason } from './codes.ts'
import type { Facts } from './trace.ts'

interface RefusalOptions {
  /** Codes for the trace, nearest reason first: that none was written down where absent. Never sent to the client. */
  because?: RefusalReason | RefusalReason[]
  /**
   * The `WWW-Authenticate` value, which a 401 must have (RFC 9110 section 11.6.1): `Bearer` where none is given. Null
   * bends that rule for people who log in on a page, which no scheme speaks of.
   */
  challenge?: string | null
  /** Seconds after which another try makes sense, as `Retry-After` (RFC 9110 section 10.2.3). */
  retryAfter?: number
  /** Details for the trace. Never sent to the client, never a password. */
  facts?: Facts
  cause?: unknown
}

/** What is wrong with one field of a request, as FastAPI writes it. */
export interface FieldError {
  type: string
  /** Where the field is, such as `['body', 'username']`. */
  loc: string[]
  msg: string
  /** What was sent; null for what was not, and for a password always. */
  input: string | null
  ctx?: Record<string, string | number>
}

/**
 * A refusal with a public `detail` and private reasons.
 *
 * Answers `{"detail": …}` as JSON with the given status; on 401 with a challenge, `Bearer` unless
 * another is given (RFC 6750 section 3).
 *
 * @example
 * const app = new Hono().get('/me', () => {
 *   throw new Refusal(401, 'Not authenticated', { because: 'user-unknown' })
 * })
 * const response = await app.request('/me')
 * expect(await response.json()).toEqual({ detail: 'Not authenticated' })
 * expect(response.headers.get('www-authenticate')).toBe('Bearer')
 */
export class Refusal extends HTTPException {
  override readonly name = 'Refusal'
  readonly detail: string | FieldError[]
  readonly because: RefusalReason[]
  readonly challenge: string | null | undefined
  readonly facts: Facts | undefined
  private readonly retryAfter: number | undefined

  constructor(
    status: ContentfulStatusCode,
    detail: string | FieldError[],
    { because = 'refused', challenge, retryAfter, facts, cause }: RefusalOptions = {},
  ) {
    super(status, { message: typeof detail === 'string' ? detail : inWords(detail), cause })
    this.detail = detail
    this.because = [because].flat()
    this.challenge = challenge === undefined && status === 401 ? 'Bearer' : challenge
    this.retryAfter = retryAfter
    this.facts = facts
  }

  /** What it adds to the answer's headers. */
  get headers(): Record<string, string> {
    return {
      ...(this.challenge && { 'www-authenticate': this.challenge }),
      ...(this.retryAfter !== undefined && { 'retry-after': String(this.retryAfter) }),
    }
  }

  override getResponse(): Response {
    const { detail, status, headers } = this
    return Response.json({ detail }, { status, headers })
  }
}

/** The errors of several fields on one line, without what was sent. */
function inWords(errors: FieldError[]): string {
  return errors.map(({ loc, msg }) => `${loc.at(-1)}: ${msg}`).join('; ')
}
