/** Calls to another server, with an end to everything: time, length, redirects. */

import { Refusal } from './refusal.ts'
import type { Stage } from './trace.ts'

/** What another server answered: its status, and its body as JSON, undefined where it is none. */
export interface UpstreamAnswer {
  status: number
  json: unknown
}

/** How long the other server may take, in milliseconds: a login may wait there for two and a half seconds. */
const TIMEOUT_MS = 4_000

/** A longer answer is refused: a token or a person's data is far shorter. */
const MAX_BODY_CHARACTERS = 64 * 1024

/**
 * Asks another server for JSON.
 *
 * Redirects are not followed: what was sent, a password or a token, is for that server alone. The call ends
 * when the client that it is made for goes away.
 *
 * @throws Refusal 504 when it takes too long, 503 with the same `Retry-After` when it asks to come again, and
 *   502 when it cannot be reached, redirects, or says too much.
 *
 * @example
 * const answering: typeof fetch = async () => Response.json({ username: 'johndoe' })
 * const c = { env: { fetch: answering } }
 * const answer = await askUpstream(c, 'https://auth.example/users/me', { method: 'GET' })
 * expect(answer).toEqual({ status: 200, json: { username: 'johndoe' } })
 */
export async function askUpstream(
  c: { env?: Stage; req?: { raw: Request } },
  url: string,
  init: Omit<RequestInit, 'redirect' | 'signal'>,
): Promise<UpstreamAnswer> {
  const send = c.env?.fetch ?? fetch
  const client = c.req?.raw.signal
  const deadline = AbortSignal.timeout(TIMEOUT_MS)
  const { signal, forget } = firstOf(deadline, client)
  try {
    const response = await send(url, { ...init, redirect: 'manual', signal })
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      throw new Refusal(502, 'The auth server sent us elsewhere', { because: 'upstream-redirect' })
    }
    const retryAfter = secondsIn(response.headers.get('retry-after'))
    if (response.status === 503 && retryAfter !== undefined) {
      response.body?.cancel().catch(() => {})
      throw new Refusal(503, 'The auth server is busy', { because: 'upstream-busy', retryAfter })
    }
    return { status: response.status, json: parsed(await textOf(response)) }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    if (deadline.aborted) {
      throw new Refusal(504, 'The auth server takes too long', { because: 'upstream-late', cause })
    }
    if (client?.aborted) {
      throw new Refusal(503, 'Nobody waits for this answer', { because: 'client-gone', cause })
    }
    throw new Refusal(502, 'The auth server cannot be reached', { because: 'upstream-down', cause })
  } finally {
    forget()
  }
}

/**
 * A signal that aborts with the first of several.
 *
 * Not `AbortSignal.any`: in Node 20 its signal may be collected before it aborts.
 */
function firstOf(...signals: (AbortSignal | undefined)[]) {
  const controller = new AbortController()
  const abort = ({ target }: Event) => controller.abort((target as AbortSignal).reason)
  for (const signal of signals) {
    if (signal?.aborted) controller.abort(signal.reason)
    signal?.addEventListener('abort', abort)
  }
  const forget = () => signals.forEach((signal) => signal?.removeEventListener('abort', abort))
  return { signal: controller.signal, forget }
}

/** A server that asks for a longer wait is not believed: nobody waits for more than a minute. */
const MAX_RETRY_SECONDS = 60

/** Seconds of a `Retry-After` (RFC 9110 section 10.2.3); one second for a date, as its clock may not be ours. */
function secondsIn(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined
  return /^\d+$/.test(retryAfter) ? Math.min(Number(retryAfter), MAX_RETRY_SECONDS) : 1
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  const reader = response.body?.getReader()
  let text = ''
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true as const, value: undefined }
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > MAX_BODY_CHARACTERS) {
      reader?.cancel().catch(() => {})
      throw new Refusal(502, 'The auth server says too much', { because: 'upstream-too-long' })
    }
  }
}

/** JSON with more levels is taken for none: platforms differ about how many they can read and write. */
const MAX_DEPTH = 200

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text)
    return isDeep(json) ? undefined : json
  } catch {
    return undefined
  }
}

/** Whether values lie in more than so many arrays and objects; goes level by level, and so never too deep itself. */
function isDeep(json: unknown): boolean {
  let level = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return false
}
