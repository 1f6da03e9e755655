/** HTML forms as requests carry them: two media types, and errors that name each field. */

import { readBody } from './body.ts'
import { type FieldError, Refusal } from './refusal.ts'

export const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** A form's fields, each the last of its name; a file where one was sent. */
export type Fields = Map<string, string | File>

/** Reads the body as the form its media type says it is; another body has no fields. */
export async function readFields(request: Request): Promise<Fields> {
  const contentType = request.headers.get('content-type') ?? ''
  const mediaType = contentType.split(';')[0]!.trim().toLowerCase()
  // A body that is no form is read all the same, or it would lie in the way of the next request.
  const body = await readBody(request)
  if (mediaType === URLENCODED) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
    // The `&` keeps a question mark at the start, which URLSearchParams would take for a URL's.
    return new Map(new URLSearchParams(`&${text}`))
  }
  if (mediaType === MULTIPART) return multipartFields(body, contentType)
  return new Map()
}

async function multipartFields(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Fields> {
  try {
    return new Map(
      await new Response(body, { headers: { 'content-type': contentType } }).formData(),
    )
  } catch (cause) {
    throw new Refusal(400, 'There was an error parsing the body', {
      because: 'multipart-broken',
      cause,
    })
  }
}

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
    because: errors.map(({ type, loc }) => `${loc.at(-1)}-${type.replaceAll('_', '-')}`),
  })
}
