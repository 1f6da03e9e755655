/** The order of test files: the longest come first, so that both workers end together. */

import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Files that take more than a minute, the longest first. */
const LONGEST = [
  'use/engines',
  'e2e/walk',
  'use/own-copy',
  'e2e/look',
  'e2e/masked',
  'use/tabs',
  'e2e/present',
  'e2e/dying',
  'use/client-server-cookies',
  'use/client-server',
]

/** Sorts as Vitest does, which knows only files that ran on this machine before, and puts the longest in front. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
      return place === -1 ? LONGEST.length : place
    }
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}
