/** The end of the lessons' cookies in this browser. */

/** How long the server may take, in milliseconds: nobody waits for one that is gone. */
const LIMIT = 700

/**
 * Has the real server end them, those of other ports too: no script sees such a cookie, and ports count for nothing.
 *
 * @param base URL of the playground, with a slash at its end.
 */
export async function endCookies(base: string): Promise<void> {
  try {
    await fetch(new URL('end-cookies', base), {
      method: 'POST',
      headers: { 'x-playground-reset': '1' },
      signal: AbortSignal.timeout(LIMIT),
    })
  } catch {
    // The server is gone; so is what it would have said to a cookie.
  }
}
