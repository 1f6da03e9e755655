/**
 * Files of tests share a process: each finds the time and the globals as they are for a server. Passwords are checked
 * at the lowest cost, where a test does not ask for the real one.
 */

import { vi } from 'vitest'
import { useBcrypt } from '../../server/security/password.ts'
import { cheapBcrypt } from '../server/support/cheap-bcrypt.ts'

vi.useRealTimers()
vi.unstubAllGlobals()
vi.unstubAllEnvs()
useBcrypt(cheapBcrypt())
