/** The second step's contract: its rows and its description. */

import { testDescription } from '../contract/description.ts'
import { API, rows } from './contract/rows.ts'
import type { Contract } from '../contract/contract.ts'

const currentUser: Contract = {
  name: 'the current user',
  rows,
  more: (ask) => {
    testDescription(ask, API, { guarded: ['/users/me'], login: false })
  },
}

export default [currentUser] satisfies Contract[]
