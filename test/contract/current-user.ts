/** The second step's contract: its rows and its description. */

import { testDescription } from './description.ts'
import { API, rows } from './current-user-rows.ts'
import type { Contract } from './suite.ts'

export const currentUser: Contract = {
  name: 'the current user',
  rows,
  more: (ask) => {
    testDescription(ask, API, { guarded: ['/users/me'], login: false })
  },
}
