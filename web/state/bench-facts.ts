/** What can be told of the bench beside what it holds. */

import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { Cookie } from '../stage/cookie-jar.ts'
import { isProved } from './progress.ts'
import type { Workbench } from './workbench.ts'

/** Whether the open lesson was worked on before the page was loaded, of which the journal knows nothing. */
export function isReloaded({ visit, journal, progress }: Workbench): boolean {
  const slug = visit?.lesson.slug
  return slug !== undefined && !journal.hasBegun(slug) && isProved(progress.all[slug])
}

/** The lesson's exchange before the one that is looked at. */
export function beforeShown({ exchanges, shown }: Workbench): Exchange | undefined {
  return shown && exchanges[exchanges.indexOf(shown) - 1]
}

/** Every cookie of who answers now. */
export const cookiesNow = ({ cookies, answering }: Workbench): Cookie[] => cookies.all(answering)
