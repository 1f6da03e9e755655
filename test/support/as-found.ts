/** Files of tests share a process: each finds the time, the globals and bcrypt as they are for a server. */

import { compare } from 'bcryptjs'
import { vi } from 'vitest'
import { useBcrypt } from '../../server/security/password.ts'

vi.useRealTimers()
vi.unstubAllGlobals()
vi.unstubAllEnvs()
useBcrypt((password, hash) => compare(password, hash))
