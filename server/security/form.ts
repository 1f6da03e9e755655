/** HTML forms as requests carry them: two media types, and errors that name each field. */

import { readBody } from './body.ts'
import type { Reason } from './codes.ts'
import { readParts } from './multipart.ts'
import { type FieldError, Refusal } from './refusal.ts'

export const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** A form's fields, each the last of its name; a file, of which nobody wants more than its name, where one was sent. */
export type Fields = Map<string, string | { filename: string }>

/** Reads the body as the form its media type says it is; another body has no fields. */
export async function readFields(request: Request): Promise<Fields> {
  const contentType = request.headers.get('content-type') ?? ''
  const mediaType = contentType.split(';')[0]!.trim().toLowerCase()
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
  /** The text of a field; undefined where there is none, which is an error where one is required. */
  text: (name: string, isRequired?: boolean) => string | undefined
  /** What was wrong so far, in the order of asking. */
  errors: FieldError[]
}

/** Reads fields as FastAPI does: an empty text counts as none, and a file is no text. */
export function fieldReader(fields: Fields): FieldReader {
  const errors: FieldError[] = []
  return {
    errors,
    text: (name, isRequired = false) => {
      const value = fields.get(name)
      const loc = ['body', name]
      if (typeof value === 'object') {
        const msg = 'Input should be a valid string'
        errors.push({ type: 'string_type', loc, msg, input: null })
      } else if (value) {
        return value
      } else if (isRequired) {
        errors.push({ type: 'missing', loc, msg: 'Field required', input: null })
      }
      return undefined
    },
  }
}

/** The refusal 422 for what is wrong with a form. */
export function invalid(errors: FieldError[]): Refusal {
  return new Refusal(422, errors, {
    because: errors.map(reasonOf),
  })
}

/** Such as `password-missing`: the field and what is wrong with it, as {@link fieldReader} and its callers say. */
function reasonOf({ type, loc }: FieldError): Reason {
  return `${loc.at(-1)}-${type.replaceAll('_', '-')}` as Reason
}
