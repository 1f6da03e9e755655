/** The one error a guard throws: what the client may know, and what only the trace may know. */

import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

interface RefusalOptions {
  /** Codes for the trace, nearest reason first. Never sent to the client. */
  because: string | string[]
  /** The `WWW-Authenticate` value; a 401 always carries one (RFC 9110 section 11.6.1). */
  challenge?: string
  cause?: unknown
}

/**
 * A refusal with a public `detail` and private reasons.
 *
 * Answers `{"detail": …}` as JSON with the given status; on 401 with a challenge, `Bearer` unless
 * another is given (RFC 6750 section 3).
 */
export class Refusal extends HTTPException {
  override readonly name = 'Refusal'
  readonly detail: string
  readonly because: string[]
  readonly challenge: string | undefined

  constructor(
    status: ContentfulStatusCode,
    detail: string,
    { because, challenge, cause }: RefusalOptions,
  ) {
    super(status, { message: detail, cause })
    this.detail = detail
    this.because = [because].flat()
    this.challenge = challenge ?? (status === 401 ? 'Bearer' : undefined)
  }

  override getResponse(): Response {
    return Response.json(
      { detail: this.detail },
      {
        status: this.status,
        headers: this.challenge ? { 'www-authenticate': this.challenge } : {},
      },
    )
  }
}
