import { Hono } from 'hono'
import {
  depends,
  model,
  oauth2PasswordBearer,
  oauth2PasswordForm,
  Refusal,
  returns,
  type ValueOf,
} from '#security'

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
      hashed_password: 'fakehashedsecret',
    },
  ],
  [
    'alice',
    {
      username: 'alice',
      email: 'alice@example.com',
      full_name: 'Alice Wonderson',
      disabled: true,
      hashed_password: 'fakehashedsecret2',
    },
  ],
])
// #endregion

// #region hash
const fakeHash = (password: string) => `fakehashed${password}`
// #endregion

// #region scheme
const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
// #endregion

// #region decode
// The token is the username, and nothing proves it.
const fakeDecodeToken = (token: string) => users.get(token)
// #endregion

// #region current-user
const currentUser = depends(oauth2Scheme, 'user', (c) => {
  const user = fakeDecodeToken(c.var.token)
  if (!user) {
    throw new Refusal(401, 'Not authenticated', {
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

const app = new Hono()

// #region login
app.post('/token', oauth2PasswordForm(), function login(c) {
  const { username, password } = c.var.form
  const user = users.get(username)
  if (user?.hashed_password !== fakeHash(password)) {
    throw new Refusal(400, 'Incorrect username or password', {
      because: user ? 'password-wrong' : 'user-unknown',
    })
  }
  return c.json({ access_token: user.username, token_type: 'bearer' })
})
// #endregion

// #region route
app.get(
  '/users/me',
  returns(User, currentActiveUser, function readUsersMe(c) {
    // #region handler
    return c.var.activeUser
    // #endregion
  }),
)
// #endregion

export default app
