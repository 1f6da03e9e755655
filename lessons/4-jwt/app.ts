import { Hono } from 'hono'
import {
  depends,
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
const currentUser = depends(oauth2Scheme, 'user', async (c) => {
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
const currentActiveUser = depends(currentUser, 'activeUser', (c) => {
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
app.post(
  '/token',
  returns(Token, oauth2PasswordForm(), async function loginForAccessToken(c) {
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
    return { access_token, token_type: 'bearer' }
  }),
)
// #endregion

// #region me
app.get(
  '/users/me/',
  returns(User, currentActiveUser, function readUsersMe(c) {
    return c.var.activeUser
  }),
)
// #endregion

// #region items
app.get('/users/me/items/', currentActiveUser, function readOwnItems(c) {
  return c.json([{ item_id: 'Foo', owner: c.var.activeUser.username }])
})
// #endregion

export default app
