/** What a host on a port finds beside a request. */

import type { Stage } from '../security/trace.ts'

/** What a platform knows of a request and a `Request` cannot hold. */
export interface SiteBindings extends Stage {
  /** Where the playground itself answers, for servers of it that call each other; without a slash at its end. */
  origin?: string
  /** The request target as it came, before a URL parser takes `.` and `..` out of it. */
  target?: string
  /** Whether it comes from a network, as far as it tells; from this machine where absent. */
  fromNetwork?: boolean
}
