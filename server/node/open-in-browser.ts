/** Opens a page in the browser that a person has. */

import { spawn } from 'node:child_process'

/** What opens a URL on a platform, as `process.platform` names it: a program and its arguments. */
export function opener(platform: NodeJS.Platform, url: string): [program: string, words: string[]] {
  switch (platform) {
    case 'darwin':
      return ['open', [url]]
    case 'win32':
      // `start` is no program but a word of the shell, and takes what is quoted first for a title.
      return ['cmd', ['/d', '/s', '/c', `start "" "${url}"`]]
    default:
      return ['xdg-open', [url]]
  }
}

/** Opens a page; where that cannot be done, its address has been printed. */
export function openInBrowser(url: string): void {
  const [program, words] = opener(process.platform, url)
  const child = spawn(program, words, {
    detached: true,
    stdio: 'ignore',
    // The quotes around the address are the shell's: Node's own would be doubled.
    windowsVerbatimArguments: process.platform === 'win32',
  })
  child.on('error', () => console.error('bearer-playground: no browser could be opened'))
  child.unref()
}
