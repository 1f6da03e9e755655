/** A request's body, read to a limit. */

import { Refusal } from './refusal.ts'

/** The most bytes that a login may have; a form with a name and a password is far shorter. */
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
      // A sender that is gone cannot be told to stop, and the refusal stands all the same.
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

/** A refusal and not an error of the server: the client hung up, so that the server's log has nothing to say. */
function cutShort(cause: unknown): never {
  throw new Refusal(400, 'Request body incomplete', { because: 'body-cut-short', cause })
}

const tooLong = () => new Refusal(413, 'Request body too large', { because: 'body-too-long' })
