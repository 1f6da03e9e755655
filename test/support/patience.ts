/** More time for servers that wait for each other: a busy machine is slow, and slow is no failure. */

import { afterAll, beforeAll } from 'vitest'

const FACTOR = 20

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
