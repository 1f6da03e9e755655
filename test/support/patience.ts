/** More time for servers that wait for each other: a busy machine is slow, and slow is no failure. */

import { afterAll, beforeAll } from 'vitest'

const FACTOR = 20

/** The same for a process beside this one: what its environment has. */
export const PATIENT = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `const soon = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = (ms) => soon(ms * ${FACTOR})`,
  )}`,
}

/** Lets every `AbortSignal.timeout` of this process wait longer while the tests of this place run. */
export function withPatience(): void {
  const impatient = AbortSignal.timeout.bind(AbortSignal)
  beforeAll(() => {
    AbortSignal.timeout = (milliseconds) => impatient(milliseconds * FACTOR)
  })
  afterAll(() => {
    AbortSignal.timeout = impatient
  })
}
