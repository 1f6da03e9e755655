/** What a learner's own copy may import: the whole of it, for nothing else can be had where it runs. */

import * as bcryptjs from 'bcryptjs'
import * as hono from 'hono'
import * as cookie from 'hono/cookie'
import * as cors from 'hono/cors'
import * as csrf from 'hono/csrf'
import * as factory from 'hono/factory'
import * as html from 'hono/html'
import * as httpException from 'hono/http-exception'
import * as jose from 'jose'
import * as security from '#security'
import * as pages from '../../../lessons/5-two-servers/pages.ts'
import type { STEP_IMPORTS } from '../../../lessons/step-imports.ts'

const MODULES: Record<(typeof STEP_IMPORTS)[number], object> = {
  hono,
  'hono/cookie': cookie,
  'hono/cors': cors,
  'hono/csrf': csrf,
  'hono/factory': factory,
  'hono/html': html,
  'hono/http-exception': httpException,
  jose,
  bcryptjs,
  '#security': security,
  './pages.ts': pages,
}

/**
 * Gives a module by its name, as `require` does.
 *
 * @throws Error for what is not in the table.
 */
export function requireModule(name: string): object {
  if (Object.hasOwn(MODULES, name)) {
    // For the compiler's `import x from`: what is named `default` is one, and it is no module of ours otherwise.
    return { __esModule: true, ...MODULES[name as keyof typeof MODULES] }
  }
  throw new Error(`there is no module ${name} here`)
}
