/** The cookies of the servers in this browser: a browser lets no script send or see them, so they are kept here. */

import type { HeaderList } from '../../server/security/trace.ts'
import { readSetCookie } from './set-cookie.ts'

/** A cookie and who may have it (RFC 10025 section 5.7). */
export interface Cookie {
  name: string
  value: string
  path: string
  /** When it was set, in milliseconds since 1970. */
  created: number
  /** Milliseconds since 1970; undefined for the rest of the session. */
  expires: number | undefined
  /** No script can read it. */
  httpOnly: boolean
  /** It goes over https alone, and to this machine. */
  secure: boolean
  /** What other sites' requests carry it (RFC 10025 section 5.6.7); undefined leaves that to the browser. */
  sameSite: 'Strict' | 'Lax' | 'None' | undefined
}

export class CookieJar {
  private cookies: Cookie[] = []

  /** Takes over what a response sets (RFC 10025 section 5.7, for one host). */
  take(url: URL, setCookies: readonly string[], now = Date.now()): void {
    for (const line of setCookies) {
      const cookie = readCookie(line, url, now)
      if (!cookie) continue
      this.cookies = this.cookies.filter(
        ({ name, path }) => name !== cookie.name || path !== cookie.path,
      )
      if (cookie.expires === undefined || cookie.expires > now) this.cookies.push(cookie)
    }
  }

  /** The `Cookie` header for a request; undefined for none. */
  headerFor(url: URL, now = Date.now()): string | undefined {
    const fitting = this.for(url, now)
    if (fitting.length === 0) return undefined
    return fitting.map(({ name, value }) => `${name}=${value}`).join('; ')
  }

  /** The cookies that go with a request, longest path first (RFC 10025 section 5.8). */
  for({ pathname, protocol, hostname }: URL, now = Date.now()): Cookie[] {
    const isSafe = protocol === 'https:' || isThisMachine(hostname)
    return this.all(now)
      .filter(({ path, secure }) => pathMatches(pathname, path) && (isSafe || !secure))
      .toSorted((a, b) => b.path.length - a.path.length)
  }

  /** Every cookie that has not ended, oldest first. */
  all(now = Date.now()): Cookie[] {
    return this.cookies.filter(({ expires }) => expires === undefined || expires > now)
  }
}

function readCookie(line: string, url: URL, now: number): Cookie | undefined {
  const read = readSetCookie(line)
  if (!read) return undefined
  const { name, value, attributes } = read
  const valuesOf = (wanted: string) =>
    attributes
      .filter(([attribute]) => attribute === wanted)
      .map(([, attributeValue]) => attributeValue)
  const domain = valuesOf('domain').at(-1)?.replace(/^\./, '').toLowerCase()
  // Browsers drop a cookie that is set for another host (RFC 10025 section 5.7).
  if (domain && domain !== url.hostname && !url.hostname.endsWith(`.${domain}`)) return undefined
  const path = valuesOf('path').at(-1)
  const siteRule = valuesOf('samesite').at(-1)?.toLowerCase()
  const sameSite = (['Strict', 'Lax', 'None'] as const).find(
    (one) => one.toLowerCase() === siteRule,
  )
  const secure = valuesOf('secure').length > 0
  // Browsers drop it (RFC 10025 section 5.7): it would go to every site, and in the open.
  if (sameSite === 'None' && !secure) return undefined
  return {
    name,
    value,
    path: path?.startsWith('/') ? path : defaultPath(url.pathname),
    created: now,
    expires: endOf(valuesOf('max-age'), valuesOf('expires'), now),
    httpOnly: valuesOf('httponly').length > 0,
    secure,
    sameSite,
  }
}

/** When a cookie ends; what is no number or no date counts for nothing, and `Max-Age` counts before `Expires`. */
function endOf(maxAges: string[], dates: string[], now: number): number | undefined {
  const maxAge = maxAges.findLast((text) => /^-?\d+$/.test(text))
  if (maxAge !== undefined) return now + Number(maxAge) * 1000
  return dates.map(Date.parse).findLast((time) => !Number.isNaN(time))
}

/** Where a connection without https is as good (Secure Contexts, potentially trustworthy origins). */
function isThisMachine(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

/** The folder of the path that set it (RFC 10025 section 5.1.4). */
function defaultPath(pathname: string): string {
  return pathname.slice(0, pathname.lastIndexOf('/')) || '/'
}

function pathMatches(pathname: string, path: string): boolean {
  if (pathname === path) return true
  return pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}

/**
 * Makes `Response` keep `Set-Cookie`, which browsers take out of every response a script makes
 * (Fetch standard, forbidden response-header names). For a worker that is all servers, and no page.
 */
export function keepSetCookie(scope: { Response: typeof Response }): void {
  scope.Response = class extends scope.Response {
    readonly #headers: Headers | undefined

    constructor(body?: BodyInit | null, init?: ResponseInit) {
      super(body, init)
      const lines = new Headers(init?.headers).getSetCookie()
      if (lines.length === 0) return
      this.#headers = new Headers(super.headers)
      for (const line of lines) this.#headers.append('set-cookie', line)
    }

    // A property of the response itself is refused by WebKit.
    override get headers(): Headers {
      return this.#headers ?? super.headers
    }
  }
}

/**
 * Makes `Request` keep a `Cookie` header, which browsers take out of every request a script makes (Fetch standard,
 * forbidden request-headers): a server may send one on, and then it is to be seen. For a worker that is all servers.
 */
export function keepCookie(scope: { Request: typeof Request }): void {
  const Shipped = scope.Request
  scope.Request = class extends Shipped {
    readonly #headers: Headers | undefined

    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(input, init)
      const given = init?.headers ?? (input instanceof Shipped ? input.headers : undefined)
      const cookie = new Headers(given).get('cookie')
      if (cookie === null) return
      this.#headers = new Headers(super.headers)
      this.#headers.set('cookie', cookie)
    }

    override get headers(): Headers {
      return this.#headers ?? super.headers
    }
  }
}

/** A request with a `Cookie` header, which browsers forbid scripts to set; also as a line of its field lines. */
export function withCookie(
  request: Request,
  lines: HeaderList,
  cookie: string | undefined,
): { request: Request; lines: HeaderList } {
  if (cookie === undefined) return { request, lines }
  const headers = new Headers(request.headers)
  headers.set('cookie', cookie)
  Object.defineProperty(request, 'headers', { value: headers })
  return { request, lines: [...lines, ['cookie', cookie]] }
}
