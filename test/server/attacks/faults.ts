/** What no answer may show, whatever was sent. */

import { parseResponse, type RawResponse } from '../../support/raw-http.ts'
import { PUBLISHED_KEY } from './tokens.ts'

/** What is known of a request when its answer is judged. */
export interface Sent {
  bytes: Buffer
  /** What may be answered; when left out, anything but the user's data and a failure. */
  status?: number[] | undefined
  mayClose?: boolean | undefined
  /** Texts that must not come back: passwords. */
  secrets?: string[]
}

/** Says what is wrong with all that came back to one request; empty when it is as it must be. */
export function faultsOf(sent: Sent, answer: Buffer | undefined): string[] {
  if (!answer) return ['hangs']
  if (answer.length === 0) return sent.mayClose ? [] : ['hung up without an answer']
  const text = answer.toString('latin1').replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')
  let response: RawResponse
  try {
    response = parseResponse(Buffer.from(text, 'latin1'))
  } catch {
    return ['is no HTTP']
  }
  const found = [
    ...faultsOfStatus(sent, response),
    ...faultsOfHeaders(sent, response),
    ...faultsOfBody(sent, response),
  ]
  if (text.split(/HTTP\/1\.1 \d{3} /).length > 2) found.push('several answers to one request')
  return found.map((fault) => `${response.status} ${fault}`)
}

function faultsOfStatus({ status: allowed }: Sent, { status, body }: RawResponse): string[] {
  const found: string[] = []
  if (status >= 500) found.push('failure')
  else if (allowed && !allowed.includes(status)) found.push(`for ${allowed.join(' or ')}`)
  if (!allowed?.includes(200) && /johndoe@example|access_token"|"owner"/.test(body.toString())) {
    found.push('lets in')
  }
  return found
}

function faultsOfHeaders({ bytes }: Sent, { status, headers }: RawResponse): string[] {
  const found: string[] = []
  const value = (wanted: string) => headers.find(([name]) => name === wanted)?.[1]
  if (status === 401 && !/^Bearer\b/.test(value('www-authenticate') ?? '')) {
    found.push('without a Bearer challenge')
  }
  if (status === 405 && !value('allow')) found.push('without Allow')
  if (status === 200 && bytes.includes('/token') && value('cache-control') !== 'no-store') {
    found.push('may be stored')
  }
  const location = value('location')
  // Two slashes, or one and a backslash, would be another host's.
  if (location !== undefined && !/^\/(?![/\\])/.test(location)) found.push(`leads to ${location}`)
  for (const [name, text] of headers) {
    if (/^(x-evil|set-cookie|server|x-powered-by|access-control-.*)$/.test(name)) {
      found.push(`has a header ${name}`)
    }
    if (/[\0\r\n]/.test(text)) found.push(`has a control character in ${name}`)
  }
  return found
}

/** What tells a stranger how the server is made. */
export const LEAKS: [what: string, pattern: RegExp][] = [
  ['a stack', /\n\s+at .+:\d+:\d+/],
  ['a path', /node_modules|file:\/\/\/|\/(home|root|usr|var|work|srv|tmp)\/\w|[A-Z]:\\\w/],
  ['a file', /root:x:0|"devDependencies"|\[core\]/],
  ['a hash', /\$2[aby]\$\d\d\$|hashed_password|fakehashed/],
  ['a key', new RegExp(PUBLISHED_KEY)],
  ['a version', /\b(node|hono|jose|bcryptjs)[/@ ]v?\d+\.\d+/i],
]

const MARKUP = /<(x-mark|script|svg|img|iframe|\/title|\/textarea)\b|onerror=/i

function faultsOfBody({ bytes, secrets = [] }: Sent, { status, headers, body }: RawResponse) {
  const found: string[] = []
  const text = body.toString()
  const type = headers.find(([name]) => name === 'content-type')?.[1]
  const json = type === 'application/json'
  for (const [what, pattern] of LEAKS) if (pattern.test(text)) found.push(`shows ${what}`)
  if (!json && MARKUP.test(text) && MARKUP.test(bytes.toString())) found.push('has markup')
  if (secrets.some((secret) => text.includes(JSON.stringify(secret).slice(1, -1)))) {
    found.push('echoes a password')
  }
  if (status < 400) return found
  if (/eyJ/.test(text)) found.push('echoes a token')
  // Node refuses what is no HTTP before anybody could write JSON; to HEAD no body is sent.
  const bare = type === undefined && text === ''
  if (!bare && !bytes.toString('latin1').startsWith('HEAD ') && !(json && hasDetail(text))) {
    found.push('is no JSON with a detail')
  }
  return found
}

function hasDetail(text: string): boolean {
  try {
    return Object.hasOwn(JSON.parse(text) as object, 'detail')
  } catch {
    return false
  }
}
