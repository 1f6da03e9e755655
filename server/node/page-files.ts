/** The built page's files, as they go over the wire: compressed where the build did so, and not twice where they are known. */

import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context, MiddlewareHandler } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { cachingAt } from '../stage/page-headers.ts'
import { acceptedEncoding, type Encoding, ENCODINGS } from './accepted-encoding.ts'
import { byteRange } from './byte-range.ts'

/** Names that the build gives; none begins with a dot, so that no path leads out of the folder. */
const PATH = /^(?:\/[\w-][\w.-]*)+$/

/** A file as it lies there. */
interface Found {
  file: string
  size: number
  modified: number
}

/** Answers from a folder; whatever is no file of it is for the next handler. */
export function pageFiles(root: string): MiddlewareHandler {
  const tagOf = tags()
  return async (c, next) => {
    const path = pathOf(c.req.path)
    const plain = path && (await find(join(root, path)))
    if (!plain) return next()
    const encoded = await encodedBeside(plain)
    const encoding = acceptedEncoding(c.req.header('accept-encoding'), [...encoded.keys()])
    const chosen = (encoding && encoded.get(encoding)) ?? plain
    const tag = await tagOf(chosen)
    c.header('cache-control', cachingAt(path))
    c.header('etag', tag)
    if (encoded.size > 0) c.header('vary', 'accept-encoding')
    if (knows(c.req.header('if-none-match'), tag)) return c.body(null, 304)
    c.header('content-type', getMimeType(path) ?? 'application/octet-stream')
    if (encoding) c.header('content-encoding', encoding)
    else c.header('accept-ranges', 'bytes')
    return send(c, chosen, tag)
  }
}

/** Answers with the bytes, or those of them that are asked for. */
async function send(c: Context, { file, size }: Found, tag: string): Promise<Response> {
  if (c.req.method === 'HEAD') {
    c.header('content-length', String(size))
    return c.body(null)
  }
  // Part of another version would be put together with this one.
  const isSame = [undefined, tag].includes(c.req.header('if-range'))
  try {
    const range = isSame ? byteRange(c.req.header('range'), size) : undefined
    const bytes = await readFile(file)
    if (!range) return c.body(bytes)
    c.header('content-range', `bytes ${range.first}-${range.last}/${size}`)
    return c.body(bytes.subarray(range.first, range.last + 1), 206)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    c.header('content-range', `bytes */${size}`)
    return c.body(null, 416)
  }
}

/** The path of a file in the folder, with percent escapes read; undefined where there can be none. */
function pathOf(asked: string): string | undefined {
  try {
    const path = asked === '/' ? '/index.html' : decodeURI(asked)
    return PATH.test(path) ? path : undefined
  } catch {
    return undefined
  }
}

async function find(file: string): Promise<Found | undefined> {
  const stats = await stat(file).catch(() => undefined)
  return stats?.isFile() ? { file, size: stats.size, modified: stats.mtimeMs } : undefined
}

/** What the build has made of a file, the smallest first. */
async function encodedBeside({ file }: Found): Promise<Map<Encoding, Found>> {
  const found = new Map<Encoding, Found>()
  for (const [encoding, ending] of Object.entries(ENCODINGS)) {
    const beside = await find(file + ending)
    if (beside) found.set(encoding as Encoding, beside)
  }
  return found
}

/** Makes what gives a file's `ETag`: of its bytes, for all files of a package from npm are of the same minute. */
function tags(): (found: Found) => Promise<string> {
  const known = new Map<string, { of: Found; tag: string }>()
  return async (found) => {
    const { file, size, modified } = found
    const before = known.get(file)
    if (before?.of.size === size && before.of.modified === modified) return before.tag
    const hash = createHash('sha256').update(await readFile(file))
    const tag = `"${hash.digest('base64url').slice(0, 11)}"`
    known.set(file, { of: found, tag })
    return tag
  }
}

/** Whether a client has what the tag is of already (RFC 9110 section 13.1.2). */
function knows(ifNoneMatch: string | undefined, tag: string): boolean {
  const theirs = ifNoneMatch?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? []
  return theirs.includes(tag) || theirs.includes('*')
}
