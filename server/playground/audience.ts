/** Whom a server answers, where not everybody. */

import { Hono } from 'hono'
import type { AnsweringHost } from '../stage/watched-host.ts'

/** Nobody, requests of this machine, or those of a network too. */
export type Audience = boolean | 'network'

/** Whether a request is one of them. */
export const isAmong = (audience: Audience, fromNetwork = false): boolean =>
  audience === 'network' || (audience && !fromNetwork)

/** Stands where a server would, and says why it does not. */
export const withheld: AnsweringHost = new Hono().all('*', (c) =>
  c.json({ detail: 'Not Found: not served to a network' }, 404),
)
