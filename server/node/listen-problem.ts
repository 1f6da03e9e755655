/** Why an address cannot be had, as one line for the person at the terminal. */

import { nextFreePort } from './next-free-port.ts'

type ListenError = NodeJS.ErrnoException & { port?: number; address?: string; hostname?: string }

/** @param setting what the port is changed with. */
export function listenProblem(error: ListenError, setting: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${error.port} is in use; choose another with ${setting}`
    case 'EACCES':
      return `port ${error.port} needs more rights; choose another with ${setting}`
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'ENOTFOUND':
      return `this machine has no address "${error.address ?? error.hostname}"; see HOST`
    default:
      return error.message
  }
}

/** The same, with a port that is free where the one asked for is not. */
export async function problemAndWayOut(
  error: ListenError,
  at: { host: string; port: number },
  setting: string,
): Promise<string> {
  const free = error.code === 'EADDRINUSE' ? await nextFreePort(at) : undefined
  return free === undefined
    ? listenProblem(error, `${setting}…`)
    : `port ${at.port} is in use, and ${free} is free: ${setting}${free}`
}
