/** Whether a real server stands behind the page: known before the first request. */

/** How long a server may take to say that it is there, in milliseconds. */
const SERVER_LIMIT = 5_000

/**
 * Asks whether a real server stands behind this page; a static copy has none.
 *
 * @param base URL of the playground, with a slash at its end.
 */
export async function hasRealServer(base: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(SERVER_LIMIT)
    const response = await fetch(new URL('playground.json', base), { cache: 'no-store', signal })
    const answer = (await response.json()) as { realServer?: unknown }
    return answer.realServer === true
  } catch {
    return false
  }
}
