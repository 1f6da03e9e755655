import { type Context, Hono } from 'hono'
import {
  type BearerEnv,
  depends,
  type DependsEnv,
  jsonWebTokens,
  model,
  oauth2PasswordBearer,
  oauth2PasswordForm,
  Refusal,
  returns,
  type ValueOf,
  verifyPassword,
} from '#security'

// #region key
// The key printed in the tutorial: everybody has it, and can sign with it.
// A secret one is one line's change: 32 random bytes, new at each start.
const SECRET_KEY =
  '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7'
const ACCESS_TOKEN_EXPIRE_MINUTES = 30
const tokens = jsonWebTokens({ key: SECRET_KEY, algorithm: 'HS256' })
// #endregion

// #region users
const User = model('User', {
  username: 'string',
  email: 'string | null',
  full_name: 'string | null',
  disabled: 'boolean | null',
})

interface StoredUser extends ValueOf<typeof User> {
  hashed_password: string
}

const users = new Map<string, StoredUser>([
  [
    'johndoe',
    {
      username: 'johndoe',
      email: 'johndoe@example.com',
      full_name: 'John Doe',
      disabled: false,
      // bcrypt of "secret", at cost 12.
      hashed_password:
        '$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW',
    },
  ],
])
// #endregion

// #region scheme
const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
// #endregion

// #region current-user
const currentUser = depends('user', async (c: Context<BearerEnv>) => {
  const { sub } = await tokens.verify(c, c.var.token)
  const user = users.get(sub)
  if (!user) {
    throw new Refusal(401, 'Could not validate credentials', {
      because: 'user-unknown',
    })
  }
  return user
})
// #endregion

// #region active-user
type UserEnv = DependsEnv<'user', StoredUser>

const currentActiveUser = depends('activeUser', (c: Context<UserEnv>) => {
  const { user } = c.var
  if (user.disabled) {
    throw new Refusal(400, 'Inactive user', { because: 'user-disabled' })
  }
  return user
})
// #endregion

const Token = model('Token', { access_token: 'string', token_type: 'string' })

const app = new Hono()

// #region login
app.post('/token', oauth2PasswordForm(), returns(Token), async (c) => {
  const { username, password } = c.var.form
  const user = users.get(username)
  const right = await verifyPassword(c, password, user?.hashed_password)
  if (!user || !right) {
    throw new Refusal(401, 'Incorrect username or password', {
      because: user ? 'password-wrong' : 'user-unknown',
    })
  }
  const access_token = await tokens.sign(
    c,
    { sub: user.username },
    { minutes: ACCESS_TOKEN_EXPIRE_MINUTES },
  )
  return c.json({ access_token, token_type: 'bearer' })
})
// #endregion

// #region me
const guards = [oauth2Scheme, currentUser, currentActiveUser] as const

app.get('/users/me/', ...guards, returns(User), (c) =>
  c.json(User.from(c.var.activeUser)),
)
// #endregion

// #region items
app.get('/users/me/items/', ...guards, (c) =>
  c.json([{ item_id: 'Foo', owner: c.var.activeUser.username }]),
)
// #endregion

export default app
