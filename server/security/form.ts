/** HTML forms as requests carry them: two media types, and errors that name each field. */

import { readBody } from './body.ts'
import type { FormField, Reason } from './codes.ts'
import { mediaTypeOf, MULTIPART, URLENCODED } from './media-type.ts'
import { readParts } from './multipart.ts'
import { type FieldError, Refusal } from './refusal.ts'

/** A form's fields, each the last of its name; where a file was sent, its name alone, as no form here has a file. */
export type Fields = Map<string, string | { filename: string }>

/** Reads the body as the form its media type says it is; another body has no fields. */
export async function readFields(request: Request): Promise<Fields> {
  const contentType = request.headers.get('content-type') ?? ''
  const mediaType = mediaTypeOf(contentType)
  // A body that is no form is read all the same, or it would lie in the way of the next request.
  const body = await readBody(request)
  if (mediaType === URLENCODED) {
    // The `&` keeps a question mark at the start, which URLSearchParams would take for a URL's.
    return new Map(new URLSearchParams(`&${utf8(body)}`))
  }
  if (mediaType === MULTIPART) return multipartFields(body, contentType)
  return new Map()
}

function multipartFields(body: Uint8Array, contentType: string): Fields {
  const parts = readParts(body, contentType)
  if (!parts) {
    throw new Refusal(400, 'There was an error parsing the body', { because: 'multipart-broken' })
  }
  return new Map(
    parts.map(({ name, filename, content }) => [
      name,
      filename === undefined ? utf8(content) : { filename },
    ]),
  )
}

/** A byte order mark is text too. */
const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** Takes texts out of a form, and writes down what is wrong with them. */
export interface FieldReader {
  /** The text of a field; undefined where there is none. */
  text: (name: FormField) => string | undefined
  /** The text of a field that has to be there; empty where it is not. */
  required: (name: 'username' | 'password') => string
  /** Writes down what else is wrong. */
  reject: (because: Reason, error: FieldError) => void
  /** @throws Refusal 422 for what was wrong so far, in the order of asking. */
  check: () => void
}

/** Reads fields as FastAPI does: an empty text counts as none, and a file is no text. */
export function fieldReader(fields: Fields): FieldReader {
  const reasons: Reason[] = []
  const errors: FieldError[] = []

  function reject(because: Reason, error: FieldError) {
    reasons.push(because)
    errors.push(error)
  }

  function text(name: FormField): string | undefined {
    const value = fields.get(name)
    if (typeof value !== 'object') return value || undefined
    const msg = 'Input should be a valid string'
    reject(`${name}-string-type`, { type: 'string_type', loc: ['body', name], msg, input: null })
    return undefined
  }

  return {
    text,
    required: (name) => {
      const value = text(name)
      if (value === undefined && typeof fields.get(name) !== 'object') {
        const error = { type: 'missing', loc: ['body', name], msg: 'Field required', input: null }
        reject(`${name}-missing`, error)
      }
      return value ?? ''
    },
    reject,
    check: () => {
      if (errors.length > 0) throw new Refusal(422, errors, { because: reasons })
    },
  }
}
