/** A request's body, read to a limit. */

import { Refusal } from './refusal.ts'

/** More bytes than this are no login. */
const BODY_LIMIT = 64 * 1024

/**
 * Reads the whole body.
 *
 * The limit counts what comes and not only what `Content-Length` promises, which a chunked body has not.
 *
 * @throws Refusal 413 for a body of more than 64 KiB, 400 for one whose sender hung up before its end.
 */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > BODY_LIMIT) throw tooLong()
  // Firefox has no stream of a request: what came is there at once, and only its length can be judged.
  if (request.body === undefined) return atOnce(request)
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()

  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch(cutShort)
    if (done) break
    length += value.length
    if (length > BODY_LIMIT) {
      // Whether the sender hears of it is the sender's affair.
      reader.cancel().catch(() => {})
      throw tooLong()
    }
    chunks.push(value)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    body.set(chunk, at)
    at += chunk.length
  }
  return body
}

async function atOnce(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(await request.arrayBuffer().catch(cutShort))
  if (body.length > BODY_LIMIT) throw tooLong()
  return body
}

/** Not the server's fault, so nothing for its log. */
function cutShort(cause: unknown): never {
  throw new Refusal(400, 'Request body incomplete', { because: 'body-cut-short', cause })
}

const tooLong = () => new Refusal(413, 'Request body too large', { because: 'body-too-long' })
