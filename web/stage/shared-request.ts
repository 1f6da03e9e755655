/** A request in an address, for somebody else to look at: it is put on the bench, never sent, and carries no secret. */

import type { RequestDraft } from '../../lessons/exchange/exchange.ts'
import { fromBase64url, toBase64url } from '../../lessons/exchange/base64url.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { withoutSecrets } from '../kit/secrets.ts'
import type { HeaderList } from '../../server/security/trace.ts'

/** In characters: what is longer no address carries well. */
const LIMITS = { method: 40, path: 2_000, headers: 20, header: 2_000, body: 4_000 }

/** A method's or a header's name (RFC 9110 section 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** What no address may hold, whatever is in it. */
const SECRET_HEADERS = /^(cookie|set-cookie|proxy-authorization)$/i

/** The text for an address, base64url; undefined where the request is too long for one. */
export function sharedText(draft: RequestDraft): string | undefined {
  const shared = withoutSecretsIn(draft)
  return readDraft(shared) && toBase64url(new TextEncoder().encode(JSON.stringify(shared)))
}

/** The request of such a text; undefined for a text that holds none, or one of a server that the lesson has not. */
export function readShared(text: string, lesson: Lesson): RequestDraft | undefined {
  try {
    const draft = readDraft(JSON.parse(new TextDecoder().decode(fromBase64url(text))))
    // Whoever wrote the address by hand may have left a secret in it.
    return draft && Object.hasOwn(lesson.servers, draft.server)
      ? withoutSecretsIn(draft)
      : undefined
  } catch {
    return undefined
  }
}

/** The scheme of a credential stays: it is what the lesson is about, and no secret. */
function withoutSecretsIn({ server, method, path, headers, body }: RequestDraft): RequestDraft {
  const kept = headers
    .filter(([name]) => !SECRET_HEADERS.test(name))
    .map(([name, value]): [string, string] => [
      name,
      /^authorization$/i.test(name) ? schemeOf(value) : withoutSecrets(value),
    ])
  return { server, method, path: withoutSecrets(path), headers: kept, body: withoutSecrets(body) }
}

const schemeOf = (value: string) => /^(basic|bearer|digest)(?= |$)/i.exec(value)?.[0] ?? ''

/** @returns undefined for anything that is no draft of a size for an address. */
function readDraft(value: unknown): RequestDraft | undefined {
  const { server, method, path, headers, body } = Object(value) as Record<string, unknown>
  if (!isText(server, LIMITS.method) || !isText(path, LIMITS.path) || !isText(body, LIMITS.body)) {
    return undefined
  }
  if (!isText(method, LIMITS.method) || !TOKEN.test(method) || !path.startsWith('/'))
    return undefined
  if (!isHeaders(headers)) return undefined
  return { server, method, path, headers, body }
}

const isText = (value: unknown, limit: number): value is string =>
  typeof value === 'string' && value.length <= limit

const isHeaders = (value: unknown): value is HeaderList =>
  Array.isArray(value) &&
  value.length <= LIMITS.headers &&
  value.every(
    (entry) =>
      Array.isArray(entry) &&
      entry.length === 2 &&
      isText(entry[0], LIMITS.header) &&
      TOKEN.test(entry[0]) &&
      isText(entry[1], LIMITS.header),
  )
