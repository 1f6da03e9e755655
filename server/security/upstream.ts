/** Calls to another server, with an end to everything: time, length, redirects. */

import { Refusal } from './refusal.ts'
import type { Stage } from './trace.ts'

/** What another server answered: its status, and its body as JSON, undefined where it is none. */
export interface UpstreamAnswer {
  status: number
  json: unknown
}

/** How long the other server may take, in milliseconds. */
const PATIENCE = 3_000

/** More characters than this are no answer to such a question. */
const LONGEST = 64 * 1024

/**
 * Asks another server for JSON.
 *
 * Redirects are not followed: what was sent, a password or a token, is for that server alone.
 *
 * @throws Refusal 504 when it takes too long, and 502 when it cannot be reached, redirects, or says too much.
 */
export async function askUpstream(
  c: { env?: Stage },
  url: string,
  init: Omit<RequestInit, 'redirect' | 'signal'>,
): Promise<UpstreamAnswer> {
  const send = c.env?.fetch ?? fetch
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const response = await send(url, { ...init, redirect: 'manual', signal })
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      throw new Refusal(502, 'The auth server sent us elsewhere', { because: 'upstream-redirect' })
    }
    return { status: response.status, json: parsed(await textOf(response)) }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const late = error instanceof DOMException && error.name === 'TimeoutError'
    throw late
      ? new Refusal(504, 'The auth server takes too long', {
          because: 'upstream-late',
          cause: error,
        })
      : new Refusal(502, 'The auth server cannot be reached', {
          because: 'upstream-down',
          cause: error,
        })
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  const reader = response.body?.getReader()
  let text = ''
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true as const, value: undefined }
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
    if (text.length > LONGEST) {
      reader?.cancel().catch(() => {})
      throw new Refusal(502, 'The auth server says too much', { because: 'upstream-too-long' })
    }
  }
}

/** Deeper lies nothing that anybody wants, and platforms differ about how deep they read and write. */
const DEEPEST = 200

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
    if (depth > DEEPEST) return true
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return false
}
