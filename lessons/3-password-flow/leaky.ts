// WEAK ON PURPOSE: what the lesson shows, and nothing to copy.
import { Hono } from 'hono'
import app, { currentActiveUser, currentUser, oauth2Scheme } from './app.ts'

const leaky = new Hono()

// #region route
leaky.get('/users/me', oauth2Scheme, currentUser, currentActiveUser, (c) => {
  // #region handler
  // All that is stored of a user goes out, the password's hash too.
  return c.json(c.var.activeUser)
  // #endregion
})
// #endregion

leaky.route('/', app)

export default leaky
