/** The worker of the step apps with password checks that take no time: a contract has many logins. */

import { type Runner, startRunner } from '../../web/stage/runner.ts'

export function startCheapRunner(base: string): Runner {
  return startRunner(
    base,
    (name) =>
      new Worker(new URL('./cheap-runner.worker.ts', import.meta.url), { type: 'module', name }),
  )
}
