/** What the two client servers have in common, and the rows about their pages. */

import {
  type Call,
  type Expected,
  headOf,
  notFound,
  page,
  type Row,
  type WriteRow,
} from '../../contract/row.ts'

export const HTML = 'text/html; charset=utf-8'

/** What differs between the client servers. */
export interface ClientServer {
  api: string
  row: WriteRow
  /** The decisions on a form before it is read. */
  before: string[]
  /** Adds the headers that every answer of the app has. */
  always: (expected: Expected) => Expected
  /** 200 with data, after a call. */
  data: (json: unknown, called: Call[]) => Expected
  /** What becomes of a token that the auth server refuses. */
  refusedThere: (called: Call[]) => Expected
  loggedIn: (called: Call[]) => Expected
  wrongLogin: (called: Call[]) => Expected
}

/** The pages that need nothing. */
export function pageRows({ api, row, always }: ClientServer): Row[] {
  const form = always({
    ...page(HTML),
    says: ['<form action="get-token" method="post">', 'name="username"', 'name="password"'],
  })
  return [
    row(`${api}/`, '', form),
    row(`${api}/`, '', headOf(form), { method: 'HEAD' }),
    row(`${api}/?error=%3Cb%3E`, '', form),
    row(`${api}/docs`, '', page(HTML)),
    row(`${api}/openapi.json`, '', page('application/json')),
    ...['/token', '/users/me/', '/main', '/static/'].map((path) =>
      row(api + path, '', always(notFound)),
    ),
  ]
}
