/** Tokens given out: apart from what else is known of tokens, since the bench asks at every stroke. */

import type { Exchange } from './exchange.ts'

/** The `access_token` of a token response (RFC 6749 section 5.1); undefined where there is none. */
export function accessToken(body: string): string | undefined {
  if (!body.includes('"access_token"')) return undefined
  try {
    const { access_token: token } = JSON.parse(body) as { access_token?: unknown }
    return typeof token === 'string' && token ? token : undefined
  } catch {
    return undefined
  }
}

/** The token an exchange brought forth, also where the learner's browser did not get to see it. */
export function issuedBy({ response, trace }: Exchange): string | undefined {
  const hops = trace.flatMap((event) =>
    event.kind === 'called' && event.response ? [event.response] : [],
  )
  return [response, ...hops]
    .map(({ status, body }) => (status === 200 ? accessToken(body) : undefined))
    .find(Boolean)
}
