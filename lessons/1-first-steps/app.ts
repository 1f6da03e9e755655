import { Hono } from 'hono'
import { oauth2PasswordBearer } from '#security'

// #region scheme
const oauth2Scheme = oauth2PasswordBearer({ tokenUrl: 'token' })
// #endregion

const app = new Hono()

// #region route
app.get('/items/', oauth2Scheme, function readItems(c) {
  // #region handler
  return c.json({ token: c.var.token })
  // #endregion
})
// #endregion

export default app
