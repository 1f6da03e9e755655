/** What may be shown to a network: nothing that is vulnerable on purpose, and no published key, unless somebody says so. */

import { isIPv4 } from 'node:net'
import type { Audience } from '../playground/audience.ts'
import { findServed, SERVABLE, type Served } from '../playground/serve.ts'
import { banner } from './banner.ts'
import type { Settings } from './settings.ts'

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  // A name may begin like an address of this machine, and be another's.
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

/** Whom servers that are vulnerable on purpose answer. */
export const weakAudience = ({ host, allowWeak }: Settings): Audience =>
  allowWeak ? 'network' : isLoopback(host)

/** Whom servers that sign with the tutorial's key answer. */
export const keyAudience = ({ host, allowPublishedKey }: Settings): Audience =>
  allowPublishedKey ? 'network' : isLoopback(host)

/** Whom one server answers: one that is both, those whom both may answer. */
export function audienceOf({ weak, publishedKey }: Served, settings: Settings): Audience {
  const audiences = [
    ...(weak ? [weakAudience(settings)] : []),
    ...(publishedKey ? [keyAudience(settings)] : []),
  ]
  return audiences.find((each) => !each) ?? audiences.find((each) => each === true) ?? 'network'
}

/** Why a server may not be shown where it would listen, as one line; undefined where it may. */
export function exposureProblem(served: Served, settings: Settings): string | undefined {
  const { title, weak, publishedKey } = served
  if (weak && !weakAudience(settings)) {
    return `${title} is vulnerable on purpose and answers this machine only; see HOST and --allow-weak-on-network`
  }
  if (publishedKey && !keyAudience(settings)) {
    return `${title} signs with a published key and answers this machine only; see ALLOW_PUBLISHED_KEY`
  }
  return undefined
}

/** Whether others reach the servers: over a network, or by a name that is allowed for them. */
const hasNetwork = ({ host, allowedHosts }: Settings): boolean =>
  !isLoopback(host) || allowedHosts !== undefined

/** What people at the terminal are told about the published key; undefined where no network is near. */
export function keyNotice(settings: Settings, names: string[] = SERVABLE): string | undefined {
  const titles = names.filter((name) => findServed(name)?.publishedKey)
  if (titles.length === 0 || !hasNetwork(settings)) return undefined
  const list = titles.join(', ')
  if (keyAudience(settings) !== 'network') {
    return (
      `bearer-playground: ${list} sign with a published key and are not served to a network; ` +
      'ALLOW_PUBLISHED_KEY=1 serves them'
    )
  }
  return banner([
    'WARNING: A PUBLISHED KEY ANSWERS THIS NETWORK.',
    `${list}: the key is the one printed in the tutorial.`,
    'Anybody can sign tokens that are taken here. Good for a class, and for nothing else.',
  ])
}

/** What they are told about servers that are vulnerable on purpose; undefined where this machine alone reaches them. */
export function weakNotice(settings: Settings, names: string[] = SERVABLE): string | undefined {
  const titles = names.filter((name) => findServed(name)?.weak)
  if (titles.length === 0 || weakAudience(settings) !== 'network') return undefined
  return banner([
    'WARNING: SERVERS THAT ARE VULNERABLE ON PURPOSE ANSWER WHOEVER REACHES THEM.',
    `${titles.join(', ')}:`,
    'whoever uses them can be attacked by whoever else is there.',
    'Good for an hour among people who know it. End this program when the hour is over.',
  ])
}
