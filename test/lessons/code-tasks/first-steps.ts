/** Lesson 1: ways to write the guard. */

import type { Edit, Ways } from '../../support/code-task.ts'

const BODY = `  // Yours to write: this lets everybody through, and looks for no token.
  c.set('token', '')
`
const refuse = `throw new Refusal(401, 'Not authenticated', { because: 'authorization-missing' })`

const body = (text: string): Edit[] => [[BODY, `${text}\n`]]

/** Parted at the first space, then what is asked of the scheme. */
const parted = (isRefused: string, token = 'token') =>
  body(`  const header = c.req.header('authorization')
  if (!header) ${refuse}
  const [scheme = '', token = ''] = header.split(' ')
  if (${isRefused}) ${refuse}
  c.set('token', ${token})`)

const guard: Ways = {
  right: {
    'the block that ships': [
      ["import { createMiddleware } from 'hono/factory'\n", ''],
      ['{ type BearerEnv, Refusal }', '{ oauth2PasswordBearer }'],
      "const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })",
    ],
    'a regular expression':
      body(`  const found = /^bearer(?: +(.*))?$/i.exec(c.req.header('Authorization') ?? '')
  if (!found) ${refuse}
  c.set('token', found[1] ?? '')`),
    'put together again': body(`  const header = c.req.header('authorization')
  if (!header) ${refuse}
  const [scheme, ...rest] = header.split(' ')
  if (scheme?.toLowerCase() !== 'bearer') ${refuse}
  c.set('token', rest.join(' '))`),
    'a slice after the scheme': body(`  const header = c.req.header('authorization') ?? ''
  const space = header.indexOf(' ')
  const scheme = space < 0 ? header : header.slice(0, space)
  if (scheme.toUpperCase() !== 'BEARER') ${refuse}
  c.set('token', space < 0 ? '' : header.slice(space + 1).trim())`),
    parseAuthorization: [
      ['{ type BearerEnv, Refusal }', '{ type BearerEnv, parseAuthorization, Refusal }'],
      ...body(`  const { scheme, parameter } = parseAuthorization(c.req.header('authorization') ?? '')
  if (scheme.toLowerCase() !== 'bearer') ${refuse}
  c.set('token', parameter)`),
    ],
  },
  wrong: {
    'the whole header as the token': {
      falls: 'passes',
      edits: parted("scheme.toLowerCase() !== 'bearer'", 'header'),
    },
    'the token is not handed on': {
      falls: 'passes',
      edits: parted("scheme.toLowerCase() !== 'bearer'", "''"),
    },
    'nobody looks whether there is a header': {
      falls: 'missing',
      edits: body(`  const [scheme = '', token = ''] = c.req.header('authorization')!.split(' ')
  if (scheme.toLowerCase() !== 'bearer') ${refuse}
  c.set('token', token)`),
    },
    'a 401 without a challenge': {
      falls: 'missing',
      edits:
        body(`  const [scheme = '', token = ''] = (c.req.header('authorization') ?? '').split(' ')
  if (scheme.toLowerCase() !== 'bearer') return c.json({ detail: 'Not authenticated' }, 401)
  c.set('token', token)`),
    },
    'a 403': {
      falls: 'missing',
      edits:
        body(`  const [scheme = '', token = ''] = (c.req.header('authorization') ?? '').split(' ')
  if (scheme.toLowerCase() !== 'bearer') {
    throw new Refusal(403, 'Not authenticated', { because: 'scheme-not-bearer' })
  }
  c.set('token', token)`),
    },
    'nobody looks at the scheme': { falls: 'basic', edits: parted('false') },
    'the scheme only begins with the word': {
      falls: 'glued',
      edits: parted("!header.toLowerCase().startsWith('bearer')"),
    },
    'one spelling': { falls: 'case', edits: parted("scheme !== 'Bearer'") },
    'two spellings': {
      falls: 'case',
      edits: parted("!['Bearer', 'bearer', 'BEARER'].includes(scheme)"),
    },
    'the whole header in lower case': {
      falls: 'exact',
      edits: body(`  const header = c.req.header('authorization')?.toLowerCase()
  if (!header) ${refuse}
  const [scheme, token = ''] = header.split(' ')
  if (scheme !== 'bearer') ${refuse}
  c.set('token', token)`),
    },
    'a token of letters alone': {
      falls: 'exact',
      edits: body(`  const found = /^bearer(?: (\\w+))?/i.exec(c.req.header('Authorization') ?? '')
  const scheme = (c.req.header('Authorization') ?? '').split(' ')[0]!
  if (!found || scheme.length !== 6) ${refuse}
  c.set('token', found[1] ?? '')`),
    },
    'parted into two words': { falls: 'rest', edits: parted("scheme.toLowerCase() !== 'bearer'") },
    'an empty token is refused': {
      falls: 'empty',
      edits: parted("scheme.toLowerCase() !== 'bearer' || token === ''"),
    },
  },
}

export default { guard } satisfies Record<string, Ways>
