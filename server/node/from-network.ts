/** Whether a request comes from a network, as far as the request tells. */

import type { IncomingMessage } from 'node:http'
import { isLoopbackName, withoutRoot } from './allowed-hosts.ts'

/** What proxies add; of those that hide themselves nobody can know. */
const ADDED_BY_PROXIES =
  /^(?:forwarded|via|x-forwarded-.+|x-original-.+|x-real-ip|true-client-ip|cf-connecting-ip)$/

/** Over a network, by a name that others may have for this machine, or through a proxy that says that it is one. */
export function isFromNetwork({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? ''
  const near = isLoopbackName(address.includes(':') ? bracketed(address) : address)
  // The name has been read already, and has its port with it.
  const named = (headers.host ?? '').replace(/:\d*$/, '')
  return !near || !isLoopbackName(withoutRoot(named)) || Object.keys(headers).some(isAddedByProxies)
}

const isAddedByProxies = (name: string) => ADDED_BY_PROXIES.test(name)

/** As URLs spell an IPv6 address, also one that stands for an IPv4 address. */
const bracketed = (address: string) => new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname
