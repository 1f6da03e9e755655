/** Rows about the bearer guard, for each route that stands behind it. */

import {
  authorization,
  type Expected,
  noAuthorization,
  otherScheme,
  type Row,
  type WriteRow,
} from './row.ts'
import type { HeaderList } from '../../server/security/trace.ts'

interface Guarded {
  /** The route's path, from the playground's root. */
  path: string
  /** A token the route takes, and its answer. */
  token: string
  good: Expected
  /** The answer to an empty token. */
  empty: Expected
  /** Header lines that every request has besides. */
  besides?: HeaderList
}

/** What the scheme and its spelling decide, whatever the step makes of a token. */
export function guardRows(
  row: WriteRow,
  { path, token, good, empty, besides = [] }: Guarded,
): Row[] {
  const sent = (what: string, value: string, expected: Expected) =>
    row(path, what, expected, { headers: [...authorization(value), ...besides] })
  return [
    row(path, 'without a header', noAuthorization, { headers: besides }),
    sent('with the token', `Bearer ${token}`, good),
    sent('with the scheme in lower case', `bearer ${token}`, good),
    sent('with the scheme in upper case', `BEARER ${token}`, good),
    sent('with the scheme in mixed case', `bEaReR ${token}`, good),
    sent('with two spaces before the token', `Bearer  ${token}`, good),
    sent('with blanks after the token', `Bearer ${token}   `, good),
    sent('with the token under Basic', `Basic ${token}`, otherScheme),
    sent('with a name and password under Basic', 'Basic am9obmRvZTpzZWNyZXQ=', otherScheme),
    sent('with the token under Token', `Token ${token}`, otherScheme),
    sent('with the token and no scheme', token, otherScheme),
    sent('with a colon after the scheme', `Bearer: ${token}`, otherScheme),
    sent('with a tab after the scheme', `Bearer\t${token}`, otherScheme),
    sent('with an empty value', '', noAuthorization),
    sent('with only the scheme', 'Bearer', empty),
    sent('with the scheme and blanks', 'Bearer   ', empty),
    row(path, 'with the token in X-Authorization', noAuthorization, {
      headers: [['X-Authorization', `Bearer ${token}`], ...besides],
    }),
    row(`${path}?access_token=someone`, '(token in the query)', noAuthorization, {
      headers: besides,
    }),
  ]
}
