/** Lesson 5: ways to make the hop. */

import type { Edit, Ways } from '../../support/code-task.ts'

const BODY = `  // Yours to write: this asks without a token, and shows whatever comes as data.
  const { json } = await askUpstream(c, authServer(c) + path, {
    method: 'GET',
  })
  return page(c, 'Data', [table(Object(json)), nav(c)])`

const body = (text: string): Edit => [BODY, text]

const TOKEN = `const token = getCookie(c, 'jwt_token')`
const REFUSE = `throw new Refusal(401, 'No access token available', { because: 'cookie-missing', challenge: null })`
const LOOK = `if (!isToken(token)) ${REFUSE}`
const ASK = `const { status, json } = await askUpstream(c, authServer(c) + path, {
    headers: { Authorization: \`Bearer \${token}\` },
  })`
const HAND_ON = `if (status === 401) return forget(c, 'Please log in again', 401)
  if (status !== 200) throw new Refusal(502, 'No data', { because: 'upstream-no-data' })`
const SHOW = `return page(c, 'Data', [table(Object(json)), nav(c)])`

const whole = { token: TOKEN, look: LOOK, ask: ASK, handOn: HAND_ON, show: SHOW }

/** What does it all, with some lines otherwise. */
const but = (lines: Partial<typeof whole>): Edit[] => [
  body(Object.values({ ...whole, ...lines }).join('\n  ')),
]

const headers = (
  text: string,
) => `const { status, json } = await askUpstream(c, authServer(c) + path, {
    headers: ${text},
  })`

const hop: Ways = {
  right: {
    'the status as it came, and the page with it': but({
      handOn: '',
      show: `return page(c, 'Data', table(Object(json)), status === 401 ? 401 : status === 200 ? 200 : 502)`,
    }),
    'a refusal, and the cookie stays': but({
      handOn: `if (status === 401) ${REFUSE}
  if (status !== 200) throw new Refusal(502, 'No data', { because: 'upstream-no-data' })`,
    }),
    'the cookie by hand, the answer as JSON, and a scheme in small letters': but({
      token: `const cookies = c.req.header('Cookie') ?? ''
  const token = /(?:^|; *)jwt_token=([\\w.-]+)(?:;|$)/.exec(cookies)?.[1]`,
      look: `if (!token) return c.json({ detail: 'Log in first' }, 401)`,
      ask: headers("new Headers([['authorization', `bearer ${token}`]])"),
      show: 'return c.json(json)',
    }),
    'the fetch that is lent': but({
      ask: `const send: typeof fetch = c.env.fetch
  const answer = await send(authServer(c) + path, { headers: { Authorization: \`Bearer \${token}\` } }).catch(() => undefined)
  if (!answer) throw new Refusal(502, 'Nobody there', { because: 'upstream-down' })
  const { status } = answer
  const json: unknown = await answer.json()`,
    }),
  },
  wrong: {
    'the login sets another cookie': {
      falls: 'login',
      edits: [...but({}), ["setCookie(c, 'jwt_token', token", "setCookie(c, 'token', token"]],
    },
    'the token without its scheme': {
      falls: 'data',
      edits: but({ ask: headers('{ Authorization: token }') }),
    },
    'the cookie handed on in place of the header': {
      falls: 'data',
      edits: but({ ask: headers("{ Cookie: c.req.header('Cookie') ?? '' }") }),
    },
    'always the same path': {
      falls: 'items',
      edits: but({ ask: ASK.replace('+ path', "+ '/users/me/'") }),
    },
    'every header handed on besides': {
      falls: 'cookies',
      edits: but({
        ask: headers("{ Cookie: c.req.header('Cookie') ?? '', Authorization: `Bearer ${token}` }"),
      }),
    },
    'no look whether there is a token': { falls: 'no-cookie', edits: but({ look: '' }) },
    'a look whether there is a cookie, and no more': {
      falls: 'no-token',
      edits: but({ look: `if (!token) ${REFUSE}` }),
    },
    'the refusal is a success': { falls: 'spoilt', edits: but({ handOn: '' }) },
    'the refusal is a failure of the auth server': {
      falls: 'spoilt',
      edits: but({
        handOn: `if (status !== 200) throw new Refusal(502, 'No data', { because: 'upstream-no-data' })`,
      }),
    },
    'a failure is a refusal': {
      falls: 'stopped',
      edits: but({
        ask: `const { status, json } = await askUpstream(c, authServer(c) + path, {
    headers: { Authorization: \`Bearer \${token}\` },
  }).catch(() => ({ status: 401, json: undefined }))`,
      }),
    },
    'a failure is nobody’s data': {
      falls: 'stopped',
      edits: but({
        ask: `const { status, json } = await askUpstream(c, authServer(c) + path, {
    headers: { Authorization: \`Bearer \${token}\` },
  }).catch(() => ({ status: 200, json: {} }))`,
      }),
    },
  },
}

export default { hop } satisfies Record<string, Ways>
