/** The token endpoint's form, sent to the guard by itself in this process. */

import { Hono } from 'hono'
import {
  oauth2PasswordForm,
  type PasswordForm,
  type PasswordFormEnv,
} from '../../../server/security/password-form.ts'
import type { FieldError } from '../../../server/security/refusal.ts'
import type { HeaderList, Trace } from '../../../server/security/trace.ts'

export const URLENCODED = 'application/x-www-form-urlencoded'

interface FormOptions {
  contentType?: string | null
  headers?: HeaderList
}

/** Posts a body, of no media type if `contentType` is null; gives what the guard handed on, too. */
export async function sendForm(
  body: string | Uint8Array | ReadableStream<Uint8Array> | null,
  { contentType = URLENCODED, headers = [] }: FormOptions = {},
) {
  const trace: Trace = []
  const forms: PasswordForm[] = []
  const app = new Hono<PasswordFormEnv>().post('/token', oauth2PasswordForm(), (c) => {
    forms.push(c.var.form)
    return c.json({ access_token: 'x' })
  })
  const lines: HeaderList = contentType === null ? [] : [['content-type', contentType]]
  const request = new Request('http://localhost/token', {
    method: 'POST',
    headers: [...lines, ...headers],
    // As bytes: a text would bring a media type of its own.
    body: (typeof body === 'string' ? Buffer.from(body) : body) as BodyInit,
    duplex: 'half',
  } as RequestInit)
  const response = await app.request(request, {}, { trace })
  return { response, trace, form: forms[0] }
}

interface Part {
  name: string
  value: string
  /** Makes the part a file. */
  filename?: string
  /** Header lines of the part, after the first. */
  more?: string
}

/** A multipart body, its lines as they should be. */
export function multipart(boundary: string, parts: Part[]): string {
  const texts = parts.map(({ name, value, filename, more = '' }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"`
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${more}\r\n${value}\r\n`
  })
  return `${texts.join('')}--${boundary}--\r\n`
}

/** A body that comes in pieces, and whether it was asked to stop. */
export function streamed(pieces: Iterable<Uint8Array>) {
  const iterator = pieces[Symbol.iterator]()
  const seen = { pulled: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = iterator.next()
        if (done) return controller.close()
        seen.pulled++
        controller.enqueue(value)
      },
      cancel() {
        seen.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, seen }
}

export const missingField = (name: string): FieldError => ({
  type: 'missing',
  loc: ['body', name],
  msg: 'Field required',
  input: null,
})

export const noText = (name: string): FieldError => ({
  type: 'string_type',
  loc: ['body', name],
  msg: 'Input should be a valid string',
  input: null,
})

export const grantType = (input: string): FieldError => ({
  type: 'string_pattern_mismatch',
  loc: ['body', 'grant_type'],
  msg: "String should match pattern '^password$'",
  input,
  ctx: { pattern: '^password$' },
})

export const BOTH = [missingField('username'), missingField('password')]

/** The code of an error in the trace. */
export const codeOf = ({ loc, type }: FieldError) => `${loc[1]}-${type.replaceAll('_', '-')}`
