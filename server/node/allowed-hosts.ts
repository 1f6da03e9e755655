/** Which hosts a request may name: any other name that leads here is somebody's trick (DNS rebinding, CWE-350). */

import { networkInterfaces } from 'node:os'
import { domainToUnicode } from 'node:url'

/** A host as a URL spells it: in lower case, an IPv6 address in brackets and at its shortest. */
interface Host {
  hostname: string
  /** With the port, where one is named. */
  host: string
}

/** `uri-host [ ":" port ]` of RFC 9110 section 7.2, without percent escapes, which no client sends. */
const FIELD = /^(\[[\da-f:.]+\]|[\w.~!$&'()*+,;=-]+)(:\d*)?$/i

/** What was read last: clients name the same host again and again, and a URL is dear to take apart. */
let latest: { text: string; read: Host | undefined } = { text: '', read: undefined }

/** Reads the value of a `Host` field; undefined where no URL can be made of it. */
export function readHost(text: string): Readonly<Host> | undefined {
  if (text !== latest.text) latest = { text, read: parseHost(text) }
  return latest.read
}

function parseHost(text: string): Host | undefined {
  const url = `http://${text}/`
  if (!FIELD.test(text) || !URL.canParse(url)) return undefined
  const { hostname, host } = new URL(url)
  return hostname.split('.').every(isLabel) ? { hostname, host } : undefined
}

/** Whether a label that claims to be Unicode is (RFC 5891 section 5.4): platforms differ about those that are not. */
function isLabel(label: string): boolean {
  if (!label.startsWith('xn--')) return true
  const decoded = domainToUnicode(label)
  return /[^\x00-\x7f]/.test(decoded) && !decoded.startsWith('xn--')
}

/** Names and addresses that lead to this machine from itself alone (RFC 6761 section 6.3; RFC 1122 section 3.2.1.3). */
const LOOPBACK =
  /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\])$/

/** Whether a name, or an address as URLs spell it, leads to this machine from itself alone. */
export const isLoopbackName = (name: string): boolean => LOOPBACK.test(name)

interface Reachable {
  /** What was asked to listen on, a name or an address. */
  host: string
  /** The address that came of it. */
  address: string
  /** Hosts that lead here by somebody's word, as {@link readHost} spells them; of one with a port, every port. */
  allowed: readonly string[]
}

/**
 * Makes the test of whether a request that names a host is meant for this server.
 *
 * Names of this machine alone always are, as are the address listened on, which may be every address this machine
 * has, and the names that are allowed.
 */
export function meantForUs({ host, address, allowed }: Reachable): (hostname: string) => boolean {
  const named = allowed.map((entry) => entry.replace(/:\d+$/, ''))
  const own = new Set([...named, ...spelled(host), ...spelled(address)])
  const isEverywhere = address === '0.0.0.0' || address === '::'
  return (hostname) => {
    const name = withoutRoot(hostname)
    return isLoopbackName(name) || own.has(name) || (isEverywhere && ownAddresses().includes(name))
  }
}

/** A name without the dot of the root at its end, which changes nothing (RFC 1034 section 3.1). */
export const withoutRoot = (hostname: string): string => hostname.replace(/\.$/, '')

/** Asked each time: a machine that changes networks changes addresses. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.flatMap(({ address }) => spelled(address)),
  )
}

/** A name or a bare address as URLs spell it; none where they cannot. */
function spelled(host: string): string[] {
  const read = readHost(host.includes(':') ? `[${host}]` : host)
  return read ? [withoutRoot(read.hostname)] : []
}
