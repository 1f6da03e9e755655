/** What works without a network, once the page is idle: the copy is kept, and a newer version is looked for. */

import './offline-mark.ts'
import './update-notice.ts'
import { thisCopy } from './this-copy.ts'

/** How often a page that stays open looks for a newer version, in milliseconds. */
const LOOK_EVERY = 3_600_000

// While the page is being written there is no copy to be kept.
if (!import.meta.env.DEV) {
  void thisCopy.start()
  setInterval(() => void thisCopy.lookForNewer(), LOOK_EVERY)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void thisCopy.lookForNewer()
  })
}
