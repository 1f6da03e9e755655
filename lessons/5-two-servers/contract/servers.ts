/** The two client servers as contracts speak of them, below whichever lesson they are. */

import { type Call, type Expected, expecting, refused, rowsAt } from '../../contract/row.ts'
import { type ClientServer, HTML } from './pages.ts'

export const FOUND = ['+ route-found']
const ANSWERED = [...FOUND, '+ handler-answered']
const OWN = [...FOUND, '+ origin-unsaid']

/** A page, and the form that is on it where somebody has to log in. */
const html = (status: number, says: string[], rest: Partial<Expected>): Expected =>
  expecting(status, { type: HTML, says, ...rest })
const FORM = '<form action="get-token" method="post">'

const forgotten = (api: string) => `jwt_token=; Max-Age=0; Path=${api}/`

/** The hardened client server at `api`. */
export const hardenedAt = (api: string): ClientServer => ({
  api,
  row: rowsAt(api),
  before: OWN,
  always: (expected) => ({ ...expected, cache: 'no-store' }),
  data: (json, called) => {
    const cells = [json]
      .flat()
      .flatMap((one) => Object.entries(one as object))
      .map(([key, value]) => `<dt>${key}</dt><dd>${value}</dd>`)
    return html(200, [`<dl>${cells.join('')}</dl>`], { decided: ANSWERED, called })
  },
  refusedThere: (called) =>
    html(401, ['Please log in again', FORM], {
      decided: ANSWERED,
      called,
      cookies: [forgotten(api)],
    }),
  loggedIn: (called) =>
    html(200, ['<body>Logged in as johndoe</body>'], {
      decided: [...OWN, '+ form-complete', '+ handler-answered'],
      called,
      cookies: [`jwt_token=TOKEN; Max-Age=SECONDS; Path=${api}/; HttpOnly; SameSite=Lax`],
    }),
  wrongLogin: (called) =>
    html(401, ['<p>Login failed</p>', FORM], {
      decided: [...OWN, '+ form-complete', '+ handler-answered'],
      called,
    }),
})

/** The tutorial's own client server at `api`. */
export const faithfulAt = (api: string): ClientServer => ({
  api,
  row: rowsAt(api),
  before: FOUND,
  always: (expected) => expected,
  data: (json, called) => expecting(200, { type: HTML, json, decided: ANSWERED, called }),
  refusedThere: (called) =>
    expecting(200, {
      type: HTML,
      json: { detail: 'Could not validate credentials' },
      decided: ANSWERED,
      called,
    }),
  loggedIn: (called) =>
    html(200, ['<p>Logged in as johndoe</p><!DOCTYPE html>'], {
      decided: [...FOUND, '+ form-complete', '+ handler-answered'],
      called,
      cookies: ['jwt_token=TOKEN'],
    }),
  wrongLogin: (called: Call[]) => ({
    ...refused(401, 'Login failed', [], ['login-failed']),
    challenge: null,
    decided: [...FOUND, '+ form-complete', '- handler-refused'],
    called,
  }),
})

/** The page after a logout at the hardened server. */
export const loggedOutAt = ({ api, always }: ClientServer, because: string): Expected =>
  always(
    html(200, ['<p>Logged out</p>', FORM], {
      decided: [...FOUND, `+ ${because}`, '+ handler-answered'],
      cookies: [forgotten(api)],
    }),
  )
