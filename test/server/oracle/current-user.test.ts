/** The second step answers as the tutorial's own server was recorded to, but where it means to differ. */

import { answersAsRecorded, SEVERAL } from '../support/oracle-suite.ts'

answersAsRecorded({
  fixture: 'current-user',
  prefix: '/lessons/current-user/api',
  departures: { duplicate: SEVERAL },
})
