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
import * as codes from '../../../server/security/codes.ts'
import * as depends from '../../../server/security/depends.ts'
import * as openapiPart from '../../../server/security/openapi-part.ts'
import * as openapi from '../../../server/security/openapi.ts'
import * as refusal from '../../../server/security/refusal.ts'
import * as trace from '../../../server/security/trace.ts'
import * as pages from '../../../lessons/5-two-servers/pages.ts'
import type { STEP_IMPORTS } from '../../../lessons/step-imports.ts'
import type { HostBlock } from './block-names.ts'

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

/** The blocks that the host has too, for the learner's own ones beside them. */
const HOST: Record<HostBlock, object> = {
  'security/codes.ts': codes,
  'security/depends.ts': depends,
  'security/openapi-part.ts': openapiPart,
  'security/openapi.ts': openapi,
  'security/refusal.ts': refusal,
  'security/trace.ts': trace,
}

/**
 * Gives a module by its name, as `require` does.
 *
 * @throws Error for what is not in the table.
 */
export const requireModule = (name: string): object => moduleOf(MODULES, name)

/**
 * Gives a block of the host's by its file, as `require` does.
 *
 * @throws Error for what is none.
 */
export const requireHostBlock = (file: string): object => moduleOf(HOST, file)

function moduleOf(table: Readonly<Record<string, object>>, name: string): object {
  if (!Object.hasOwn(table, name)) throw new Error(`there is no module ${name} here`)
  // For the compiler's `import x from`: what is named `default` is one, and it is no module of ours otherwise.
  return { __esModule: true, ...table[name] }
}
