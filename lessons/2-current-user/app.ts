import { type Context, Hono } from 'hono'
import { type BearerEnv, depends, oauth2PasswordBearer } from '#security'

interface User {
  username: string
  email: string | null
  full_name: string | null
  disabled: boolean | null
}

// #region scheme
const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
// #endregion

// #region decode
function fakeDecodeToken(token: string): User {
  return {
    username: `${token}fakedecoded`,
    email: 'john@example.com',
    full_name: 'John Doe',
    disabled: null,
  }
}
// #endregion

// #region current-user
const currentUser = depends('user', (c: Context<BearerEnv>) =>
  fakeDecodeToken(c.var.token),
)
// #endregion

const app = new Hono()

// #region route
app.get('/users/me', oauth2Scheme, currentUser, (c) => {
  // #region handler
  return c.json(c.var.user)
  // #endregion
})
// #endregion

export default app
