import { callsOf } from '../../lessons/checks.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'

/** What stands in the place of such a server says so: see `server/playground/lesson-hosts.ts`. */
const SAYS_SO = 'not served to a network'

/** Whether the server that was asked, or one that it called, is kept from the network that this page came over. */
export const isWithheld = (exchange: Exchange): boolean =>
  exchange.mode === 'real' &&
  [exchange, ...callsOf(exchange)].some(
    ({ response }) => response?.status === 404 && response.body.includes(SAYS_SO),
  )
