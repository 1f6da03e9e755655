/** What may be shown to a network: nothing that is vulnerable on purpose, and no published key unless somebody says so. */

import { isIPv4 } from 'node:net'
import { findServed, SERVABLE, type Served } from '../playground/serve.ts'
import type { Settings } from './settings.ts'

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  // A name may begin like an address of this machine, and be another's.
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

/** Whether servers that sign with the tutorial's key may answer. */
export function mayShowKey({ host, allowPublishedKey = false }: Settings): boolean {
  return isLoopback(host) || allowPublishedKey
}

/** Why a server may not be shown where it would listen, as one line; undefined where it may. */
export function exposureProblem(served: Served, settings: Settings): string | undefined {
  const { title, weak, publishedKey } = served
  if (weak && !isLoopback(settings.host)) {
    return `${title} is vulnerable on purpose and answers this machine only; see HOST`
  }
  if (publishedKey && !mayShowKey(settings)) {
    return `${title} signs with a published key and answers this machine only; see ALLOW_PUBLISHED_KEY`
  }
  return undefined
}

/** What people at the terminal are told about the published key; undefined where no network is near. */
export function keyNotice(settings: Settings, names: string[] = SERVABLE): string | undefined {
  const titles = names.filter((name) => findServed(name)?.publishedKey)
  if (titles.length === 0 || isLoopback(settings.host)) return undefined
  const list = titles.join(', ')
  if (!mayShowKey(settings)) {
    return (
      `bearer-playground: ${list} sign with a published key and are not served to a network; ` +
      'ALLOW_PUBLISHED_KEY=1 serves them'
    )
  }
  const lines = [
    'WARNING: A PUBLISHED KEY ANSWERS THIS NETWORK.',
    `${list}: the key is the one printed in the tutorial.`,
    'Anybody can sign tokens that are taken here. Good for a class, and for nothing else.',
  ]
  const width = Math.max(...lines.map(({ length }) => length))
  const edge = '*'.repeat(width + 4)
  return [edge, ...lines.map((line) => `* ${line.padEnd(width)} *`), edge].join('\n')
}
