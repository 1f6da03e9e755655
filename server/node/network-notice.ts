/** What people at the terminal are told of a server that a network reaches: by which addresses, and what that means. */

import { renderUnicodeCompact } from 'uqr'

interface NetworkNoticeOptions {
  /** The server's addresses there, the likeliest first. */
  urls: readonly string[]
  /** Whether the first is drawn as well, for the cameras of phones: on a terminal, and not into a log. */
  draw: boolean
}

export function networkNotice({ urls, draw }: NetworkNoticeOptions): string {
  const [first] = urls
  if (first === undefined) return 'This machine is on no network now: nobody else reaches it.'
  return [
    'Everybody on this network reaches it:',
    ...urls.map((url) => `  ${url}`),
    'Nothing is encrypted, and all who reach it share it: write no password there that you use elsewhere.',
    ...(draw ? [drawn(first)] : []),
  ].join('\n')
}

/** White on black whatever the terminal's colours are: not every camera reads the opposite. */
const drawn = (url: string): string =>
  renderUnicodeCompact(url, { border: 2 })
    .split('\n')
    .map((line) => `\x1b[97;40m${line}\x1b[0m`)
    .join('\n')
