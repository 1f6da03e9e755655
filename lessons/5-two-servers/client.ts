import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import {
  askUpstream,
  isToken,
  loginForm,
  Refusal,
  sameOriginOnly,
  secondsLeft,
  sentOverTls,
  type Stage,
} from '#security'
import { isPage, login, nav, page, refusal, table, wantsPage } from './pages.ts'

// #region upstream
const authServer = ({ env }: { env?: Stage }) =>
  env?.AUTH_SERVER_URL ?? 'http://localhost:8000'
// #endregion

const app = new Hono<{ Bindings: Stage }>()

// #region headers
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
}

app.use(async (c, next) => {
  await next()
  const { status } = c.res
  if (status >= 502 || (status >= 400 && wantsPage(c))) c.res = await refusal(c)
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  // With no-referrer, a browser would not name the origin of its own forms.
  c.header('Referrer-Policy', isPage(c.res) ? 'same-origin' : 'no-referrer')
})
// #endregion

app.get('/', function getLoginForm(c) {
  return page(c, 'Login', login())
})

const ownPages = sameOriginOnly()

// #region login
app.post('/get-token', ownPages, loginForm(), async function getToken(c) {
  const answer = await askUpstream(c, `${authServer(c)}/token`, {
    method: 'POST',
    body: new URLSearchParams(c.var.form),
  })
  if ([400, 401, 403, 422].includes(answer.status)) {
    return page(c, 'Login', login('Login failed'), 401)
  }
  const token: unknown = Object(answer.json).access_token
  if (answer.status !== 200 || !isToken(token)) {
    const isBusy = answer.status === 503 || answer.status === 429
    throw new Refusal(isBusy ? 503 : 502, 'The auth server gave no token', {
      because: 'upstream-no-token',
    })
  }
  // #region cookie
  const maxAge = secondsLeft(c, token)
  setCookie(c, 'jwt_token', token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: sentOverTls(c),
    path: new URL('.', c.req.url).pathname,
    ...(maxAge !== undefined && { maxAge }),
  })
  // #endregion
  return page(c, 'Main Page', [`Logged in as ${c.var.form.username}`, nav(c)])
})
// #endregion

// #region logout
app.post('/logout', ownPages, function logout(c) {
  return forget(c, 'Logged out', 200)
})

function forget(c: Context, title: string, status: 200 | 401) {
  deleteCookie(c, 'jwt_token', { path: new URL('.', c.req.url).pathname })
  return page(c, title, login(title), status)
}
// #endregion

// #region data
app.get('/test-users-me', async function testUsersMe(c) {
  return showData(c, '/users/me/')
})

app.get('/test-users-me-items', async function testUsersMeItems(c) {
  return showData(c, '/users/me/items/')
})

async function showData(c: Context, path: string) {
  const token = getCookie(c, 'jwt_token')
  if (!isToken(token)) {
    throw new Refusal(401, 'No access token available', {
      because: token ? 'cookie-no-token' : 'cookie-missing',
      challenge: null,
    })
  }
  const { status, json } = await askUpstream(c, authServer(c) + path, {
    headers: { Authorization: `Bearer ${token}` },
  })
  if (status === 401) return forget(c, 'Please log in again', 401)
  if (status !== 200 || typeof json !== 'object' || !json) {
    throw new Refusal(502, 'The auth server gave no data', {
      because: 'upstream-no-data',
    })
  }
  return page(c, 'Data', [table(json), nav(c)])
}
// #endregion

export default app
