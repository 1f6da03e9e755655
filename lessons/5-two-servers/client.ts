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
import {
  isPage,
  login,
  onward,
  page,
  refusal,
  tables,
  wantsPage,
} from './pages.ts'

type ClientEnv = { Bindings: Stage }

// #region upstream
const authServer = ({ env }: { env?: Stage }) =>
  env?.AUTH_SERVER_URL ?? 'http://localhost:8000'
// #endregion

const app = new Hono<ClientEnv>()

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

app.get('/', (c) => page(c, 'Login', login()))

// #region login
app.post('/get-token', sameOriginOnly(), loginForm(), async (c) => {
  const { username, password } = c.var.form
  const answer = await askUpstream(c, `${authServer(c)}/token`, {
    method: 'POST',
    body: new URLSearchParams({ username, password }),
  })
  if ([400, 401, 403, 422].includes(answer.status)) {
    return page(c, 'Login', login('Login failed'), 401)
  }
  const { access_token: token } = Object(answer.json) as Record<string, unknown>
  if (answer.status !== 200 || !isToken(token)) {
    const isBusy = answer.status === 503 || answer.status === 429
    const status = isBusy ? 503 : 502
    throw new Refusal(status, 'The auth server gave no token', {
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
  return page(c, 'Main Page', [`Logged in as ${username}`, onward(c)])
})
// #endregion

// #region logout
app.post('/logout', sameOriginOnly(), (c) => forget(c, 'Logged out', 200))

function forget(c: Context<ClientEnv>, title: string, status: 200 | 401) {
  deleteCookie(c, 'jwt_token', { path: new URL('.', c.req.url).pathname })
  return page(c, title, login(title), status)
}
// #endregion

// #region data
for (const [path, asked] of [
  ['/test-users-me', '/users/me/'],
  ['/test-users-me-items', '/users/me/items/'],
] as const) {
  app.get(path, async (c) => {
    const token = getCookie(c, 'jwt_token')
    if (!isToken(token)) {
      const because = token ? 'cookie-no-token' : 'cookie-missing'
      const options = { because, challenge: '' }
      throw new Refusal(401, 'No access token available', options)
    }
    const { status, json } = await askUpstream(c, authServer(c) + asked, {
      headers: { Authorization: `Bearer ${token}` },
    })
    if (status === 401) return forget(c, 'Please log in again', 401)
    if (status !== 200 || typeof json !== 'object' || !json) {
      throw new Refusal(502, 'The auth server gave no data', {
        because: 'upstream-no-data',
      })
    }
    return page(c, 'Data', [tables(json), onward(c)])
  })
}
// #endregion

export default app
