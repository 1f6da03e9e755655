/** Where a server that listens to a network is found there. */

import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'

/** What containers and virtual machines bring along: nobody else is there. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vethernet|virtualbox|vmware|cni|cali|lxc)/i

/** With a zone, or without any router: no address that one types. */
const LINK_LOCAL = /^(?:fe80:|169\.254\.)/i

/**
 * Lists hosts as URLs spell them, the likeliest first.
 *
 * @param host what was asked to listen on: every address of this machine, or one, or a name.
 */
export function lanAddresses(host: string, interfaces = networkInterfaces()): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [inUrl(host)]
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address))
      .filter(({ family }) => family === 'IPv4' || host === '::')
      .map(({ address }) => ({
        address,
        unlikely: Number(VIRTUAL.test(name)) * 2 + Number(isIPv6(address)),
      })),
  )
  return found
    .sort((one, other) => one.unlikely - other.unlikely)
    .map(({ address }) => inUrl(address))
}

const inUrl = (host: string) => (isIPv6(host) ? `[${host}]` : host)
