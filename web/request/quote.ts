/** How a word is quoted for each shell, so that the command gets it as it is. */

import type { Shell } from '../state/stored.ts'

interface ShellForm {
  /** What the program is called: Windows PowerShell has another command by the name `curl`. */
  curl: string
  quote: (text: string) => string
  /** What stands between two lines of one command. */
  newLine: string
  /** What stands around a command, where its words need that. */
  wrap: (command: string, words: readonly string[]) => string
}

const plain = (command: string) => command

export const SHELLS: Record<Shell, ShellForm> = {
  posix: {
    curl: 'curl',
    quote: (text) => `'${text.replaceAll("'", `'\\''`)}'`,
    newLine: ' \\\n  ',
    wrap: plain,
  },
  powershell: {
    curl: 'curl.exe',
    quote: (text) => `'${text.replaceAll(/(\\*)"/g, '$1$1\\"').replaceAll("'", "''")}'`,
    newLine: ' `\n  ',
    // PowerShell 7.3 and later quote for themselves what Windows PowerShell wants quoted by hand.
    wrap: (command, words) =>
      words.some((word) => word.includes('"'))
        ? `& { $PSNativeCommandArgumentPassing = 'Legacy'\n${command} }`
        : command,
  },
  cmd: {
    curl: 'curl.exe',
    quote: quoteForCmd,
    newLine: ' ^\n  ',
    wrap: plain,
  },
}

/**
 * In quotes that are escaped themselves cmd sees no quotes, so that every other sign of its own can be escaped too:
 * between real ones, `%` could not be.
 */
function quoteForCmd(text: string): string {
  const forProgram = text.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')
  const forShell = forProgram
    .replaceAll(/[^\w\s.:=+~'/,?;()*`@-]/g, '^$&')
    // A name between two of them would be a variable.
    .replaceAll(/\^%(?=\w)/g, '%^')
    .replaceAll(/\r?\n/g, '^\n\n')
  return `^"${forShell}^"`
}
