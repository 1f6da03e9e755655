// VULNERABLE ON PURPOSE, as in the blog post it follows: nothing to copy.
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { askUpstream, isToken, loginForm, Refusal, type Stage } from '#security'

// #region upstream
const authServer = ({ env }: { env?: Stage }) =>
  env?.AUTH_SERVER_URL ?? 'http://localhost:8000'
// #endregion

const loginPage = `<!DOCTYPE html>
<html>
<head><title>Login</title></head>
<body>
<form action="get-token" method="post">
<input type="text" name="username" placeholder="Username">
<input type="password" name="password" placeholder="Password">
<input type="submit" value="Login">
</form>
</body>
</html>
`

const show = (c: Context, text: string) =>
  c.body(text, 200, { 'Content-Type': 'text/html; charset=utf-8' })

const mainPage = `<!DOCTYPE html>
<html>
<head><title>Main Page</title></head>
<body></body>
</html>
`

const app = new Hono<{ Bindings: Stage }>()

app.get('/', function getLoginForm(c) {
  return show(c, loginPage)
})

// #region login
app.post('/get-token', loginForm(), async function getToken(c) {
  const { username, password } = c.var.form
  const { status, json } = await askUpstream(c, `${authServer(c)}/token`, {
    method: 'POST',
    body: new URLSearchParams({ username, password }),
  })
  const token: unknown = Object(json).access_token
  if (status >= 400 && status < 500) {
    throw new Refusal(401, 'Login failed', {
      because: 'login-failed',
      challenge: null,
    })
  }
  if (!isToken(token)) {
    throw new Refusal(502, 'No token came', { because: 'upstream-no-token' })
  }
  // #region cookie
  // Any script of this page can read it, and other sites' forms can send it.
  c.header('Set-Cookie', `jwt_token=${token}`)
  // #endregion
  // The name goes into the page as it was typed, markup and all.
  return show(c, `<p>Logged in as ${username}</p>${mainPage}`)
})
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
  const { json } = await askUpstream(c, authServer(c) + path, {
    headers: { Authorization: `Bearer ${token}` },
  })
  // A refusal of the auth server arrives as a page like any other: 200.
  return show(c, JSON.stringify(json))
}
// #endregion

export default app
