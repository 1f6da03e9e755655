/** The switch that stops the auth server of the two-server lesson: for one request, and nobody else's. */

/** Header that says so; only the playground honours it. */
export const STOPPED_HEADER = 'x-playground-auth-server'

/** Whether the request wants to see a client server whose auth server is gone. */
export function isStopped(request: Request): boolean {
  return request.headers.get(STOPPED_HEADER) === 'stopped'
}

/** A `fetch` to a server that does not listen. */
export const nobodyListens: typeof fetch = () =>
  Promise.reject(new TypeError('the auth server is stopped'))
