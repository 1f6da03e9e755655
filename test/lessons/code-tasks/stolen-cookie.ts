/** Lesson 6: ways to defend a login that is kept in a cookie. */

import type { Edit, Ways } from '../../support/code-task.ts'

const COOKIES = "import { getCookie } from 'hono/cookie'"
const SECURITY = "import { askUpstream, isToken, loginForm, Refusal, type Stage } from '#security'"
const ROUTE = "app.post('/get-token', loginForm(), async"
const COOKIE = "  c.header('Set-Cookie', `jwt_token=${token}`)"
const FAILED = '    return show(c, `<p>No login for ${username}</p>${loginPage}`, 401)'
const LOGGED_IN = '  return show(c, `<p>Logged in as ${username}</p>${mainPage}`)'

/** A name as text: the parts that a learner may do by hand. */
const ESCAPE = `const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => \`&#\${sign.charCodeAt(0)};\`)
const app = new`

const cookie = (attributes: string): Edit => [
  COOKIE,
  `  c.header('Set-Cookie', \`jwt_token=\${token}; ${attributes}\`)`,
]

const guard = (text: string): Edit => [ROUTE, `app.post('/get-token', ${text}, loginForm(), async`]

const OWN_GUARD: Edit[] = [
  [SECURITY, SECURITY.replace('Refusal,', 'Refusal, sameOriginOnly,')],
  guard('sameOriginOnly()'),
]

const BY_HAND: Edit[] = [
  ['const app = new', ESCAPE],
  [FAILED, FAILED.replace('${username}', '${escaped(username)}')],
  [LOGGED_IN, LOGGED_IN.replace('${username}', '${escaped(username)}')],
]

const whole: Record<'cookie' | 'names' | 'guard', Edit[]> = {
  cookie: [cookie('HttpOnly; SameSite=Lax')],
  names: BY_HAND,
  guard: OWN_GUARD,
}

/** What stops both attacks, with some of it otherwise. */
const but = (otherwise: Partial<typeof whole>): Edit[] =>
  Object.values({ ...whole, ...otherwise }).flat()

/** A guard that is written out. */
const handwritten = (refused: string): Edit[] => [
  guard(`async (c, next) => {
  const site = c.req.header('Sec-Fetch-Site')
  const origin = c.req.header('Origin')
  const own = new URL(c.req.url).origin
  if (${refused}) throw new Refusal(403, 'Not from here', { because: 'origin-foreign' })
  await next()
}`),
]

const RIGHT_GUARD =
  "site ? site !== 'same-origin' && site !== 'none' : origin !== undefined && origin !== own"

const defend: Ways = {
  right: {
    'all of it by hand, and the strictest of attributes': but({
      cookie: [cookie('Path=/lessons/stolen-cookie/faithful; SameSite=strict; httponly')],
      guard: handwritten(RIGHT_GUARD),
    }),
    'csrf of hono, setCookie, and no name at all': but({
      cookie: [
        [
          COOKIES,
          "import { getCookie, setCookie } from 'hono/cookie'\nimport { csrf } from 'hono/csrf'",
        ],
        [
          COOKIE,
          "  setCookie(c, 'jwt_token', token, { httpOnly: true, sameSite: 'Strict', maxAge: 1800 })",
        ],
      ],
      names: [
        [
          FAILED,
          "    throw new Refusal(401, 'Login failed', { because: 'login-failed', challenge: null })",
        ],
        [LOGGED_IN, '  return show(c, mainPage)'],
      ],
      guard: [guard('csrf()')],
    }),
    'the failed login as JSON, which is no page': but({
      names: [[FAILED, '    return c.json({ detail: `No login for ${username}` }, 401)']],
    }),
  },
  wrong: {
    'the form is refused too': {
      falls: 'form',
      edits: [
        ...but({ guard: [] }),
        [SECURITY, SECURITY.replace('Refusal,', 'Refusal, sameOriginOnly,')],
        [
          "app.get('/', function",
          "app.get('/', () => { throw new Refusal(403, 'No', { because: 'origin-foreign' }) }, function",
        ],
      ],
    },
    'nobody logs in any more': { falls: 'login', edits: but({ guard: handwritten('true') }) },
    'another name for the cookie': {
      falls: 'data',
      edits: but({
        cookie: [
          [
            COOKIE,
            "  c.header('Set-Cookie', `jwt_token=${token.slice(1)}; HttpOnly; SameSite=Lax`)",
          ],
        ],
      }),
    },
    'only browsers that say Sec-Fetch-Site': {
      falls: 'older',
      edits: but({ guard: handwritten("site !== 'same-origin'") }),
    },
    'a failed login is a success': {
      falls: 'refused',
      edits: [...but({ names: [] }), [FAILED, '    return show(c, loginPage)']],
    },
    'a cookie that scripts can read': {
      falls: 'thief',
      edits: but({ cookie: [cookie('SameSite=Lax')] }),
    },
    'a name as it was typed': { falls: 'markup', edits: but({ names: [] }) },
    'no scripts in the name, and whatever else': {
      falls: 'markup',
      edits: but({
        names: [[FAILED, FAILED.replace('username', "username.replaceAll('<script', '')")]],
      }),
    },
    'the first bracket of the name escaped': {
      falls: 'markup',
      edits: but({
        names: [[FAILED, FAILED.replace('username', "username.replace('<', '&lt;')")]],
      }),
    },
    'no whole tags in the name': {
      falls: 'markup',
      edits: but({
        names: [[FAILED, FAILED.replace('username', "username.replace(/<[^>]*>/g, '')")]],
      }),
    },
    'no SameSite': { falls: 'along', edits: but({ cookie: [cookie('HttpOnly')] }) },
    'SameSite that lets everything through': {
      falls: 'along',
      edits: but({ cookie: [cookie('HttpOnly; SameSite=None; Secure')] }),
    },
    'attributes, and no look where a form comes from': {
      falls: 'forged',
      edits: but({ guard: [] }),
    },
    'a page without a name is let in': {
      falls: 'nameless',
      edits: but({
        guard: handwritten("origin !== undefined && origin !== 'null' && origin !== own"),
      }),
    },
    'the same site is taken for the same origin': {
      falls: 'neighbour',
      edits: but({
        guard: handwritten("site ? site === 'cross-site' : origin !== undefined && origin !== own"),
      }),
    },
    'Sec-Fetch-Site, and whoever does not send it is let in': {
      falls: 'older-stranger',
      edits: but({ guard: handwritten("site !== undefined && site !== 'same-origin'") }),
    },
  },
}

export default { defend } satisfies Record<string, Ways>
