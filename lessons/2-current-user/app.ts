import { Hono } from 'hono'
import { depends, model, oauth2PasswordBearer, type ValueOf } from '#security'

const User = model('User', {
  username: 'string',
  email: 'string | null',
  full_name: 'string | null',
  disabled: 'boolean | null',
})

// #region scheme
const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
// #endregion

// #region decode
function fakeDecodeToken(token: string): ValueOf<typeof User> {
  return {
    username: `${token}fakedecoded`,
    email: 'john@example.com',
    full_name: 'John Doe',
    disabled: null,
  }
}
// #endregion

// #region current-user
const currentUser = depends(oauth2Scheme, 'user', (c) =>
  fakeDecodeToken(c.var.token),
)
// #endregion

const app = new Hono()

// #region route
app.get('/users/me', currentUser, function readUsersMe(c) {
  // #region handler
  return c.json(c.var.user)
  // #endregion
})
// #endregion

export default app
