import { type Context, Hono } from 'hono'
import {
  type BearerEnv,
  depends,
  jsonWebTokens,
  oauth2PasswordBearer,
  oauth2PasswordForm,
  Refusal,
  verifyPassword,
} from '#security'

// #region key
// 32 random bytes, new at each start: nobody else has them.
const bytes = crypto.getRandomValues(new Uint8Array(32))
const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
const tokens = jsonWebTokens({
  key: key.join(''),
  algorithm: 'HS256',
  // Whoever finds the key out some day has a day with it.
  maxMinutes: 24 * 60,
})
// #endregion

// #region users
const john = { username: 'johndoe', full_name: 'John Doe' }
// bcrypt of "secret", at cost 12.
const JOHNS_HASH =
  '$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW'
// #endregion

// #region scheme
const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
// #endregion

// #region current-user
const currentUser = depends('user', async (c: Context<BearerEnv>) => {
  const { sub } = await tokens.verify(c, c.var.token)
  if (sub === john.username) return john
  throw new Refusal(401, 'Could not validate credentials', {
    because: 'user-unknown',
  })
})
// #endregion

const app = new Hono()

// #region login
app.post('/token', oauth2PasswordForm(), async (c) => {
  const { username, password } = c.var.form
  const hash = username === john.username ? JOHNS_HASH : undefined
  if (!(await verifyPassword(c, password, hash))) {
    throw new Refusal(401, 'Incorrect username or password', {
      because: hash ? 'password-wrong' : 'user-unknown',
    })
  }
  const access_token = await tokens.sign(c, { sub: username }, { minutes: 30 })
  return c.json({ access_token, token_type: 'bearer' })
})
// #endregion

// #region me
app.get('/users/me/', oauth2Scheme, currentUser, (c) => c.json(c.var.user))
// #endregion

export default app
