/** The thread in which passwords are compared, so that a login holds up nobody else's request. */

import { compareSync } from 'bcryptjs'

/** Compares one password with one hash; nothing else runs here, so nothing waits for it. */
export default function compare({ password, hash }: { password: string; hash: string }): boolean {
  return compareSync(password, hash)
}
