/**
 * The cookies that the lessons' servers set. A browser shows and sends scripts no cookies, and keeps one store for all
 * ports of a host, so the page keeps them here.
 */

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
    return cookieHeader(this.for(url, now)) || undefined
  }

  /** The cookies that go with a request, longest path first (RFC 10025 section 5.8). */
  for(url: URL, now = Date.now()): Cookie[] {
    const { protocol, hostname } = url
    const pathname = pathOf(url)
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

/** The value of the `Cookie` header that carries these; empty for none. */
export function cookieHeader(cookies: readonly Cookie[]): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
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
    path: path?.startsWith('/') ? path : defaultPath(pathOf(url)),
    created: now,
    expires: endOf(valuesOf('max-age'), valuesOf('expires'), now),
    httpOnly: valuesOf('httponly').length > 0,
    secure,
    sameSite,
  }
}

/** How long browsers keep any cookie, in milliseconds: 400 days. */
const LONGEST = 400 * 86_400_000

/** When a cookie ends; what is no number or no date counts for nothing, and `Max-Age` counts before `Expires`. */
function endOf(maxAges: string[], dates: string[], now: number): number | undefined {
  const maxAge = maxAges.findLast((text) => /^-?\d+$/.test(text))
  const end =
    maxAge === undefined
      ? dates.map(Date.parse).findLast((time) => !Number.isNaN(time))
      : now + Number(maxAge) * 1000
  return end && Math.min(end, now + LONGEST)
}

/** Where a connection without https is as good (Secure Contexts, potentially trustworthy origins). */
function isThisMachine(hostname: string): boolean {
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

/** A URL's path as it stands in cookies: a semicolon would end it there, so servers write it escaped. */
function pathOf({ pathname }: URL): string {
  return pathname.replaceAll(';', '%3B')
}

/** The folder of the path that set it (RFC 10025 section 5.1.4). */
function defaultPath(pathname: string): string {
  return pathname.slice(0, pathname.lastIndexOf('/')) || '/'
}

function pathMatches(pathname: string, path: string): boolean {
  if (pathname === path) return true
  return pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
