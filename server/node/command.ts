/** What stands behind `bearer-playground`, or `npm start --`, read before anything listens. */

import { parseArgs } from 'node:util'
import { findServed, onOwnPort, SERVABLE, type Served } from '../playground/serve.ts'
import { BadSetting, portOf, quoted } from './settings.ts'

export type Command =
  | { kind: 'help' }
  | ({ kind: 'playground'; faithful: boolean; port?: number } & Place)
  | ({ kind: 'serve'; served: Served; port: number } & Place)

/** What both have. */
interface Place {
  /** The address to listen on; what `HOST` says where absent. */
  host?: string
  /** Whether it is opened in the person's browser. */
  open?: boolean
  /** Whether what is vulnerable on purpose answers a network too; what the environment says where absent. */
  allowWeak?: boolean
}

/** Words that are no command: whoever wrote them is told which there are. */
export class BadUsage extends BadSetting {}

/** Port of a step served alone, as in the tutorial's own commands. */
const SERVE_PORT = '8000'

/**
 * Reads the words of the command line.
 *
 * @throws BadSetting for a word, an option, a lesson or a port there is not.
 */
export function readCommand(words: string[]): Command {
  // Who asks for help gets it, whatever else is wrong.
  if (words.some((word) => word === '--help' || word === '-h')) return { kind: 'help' }
  const { values, positionals } = parsed(words)
  const [command, name, ...rest] = positionals
  const { host, open, 'allow-weak-on-network': allowWeak } = values
  const place = {
    ...(host !== undefined && { host }),
    ...(open && { open }),
    ...(allowWeak && { allowWeak }),
  }
  if (command === undefined) {
    const port = values.port === undefined ? undefined : portOf('--port', values.port)
    const faithful = values.faithful ?? false
    return { kind: 'playground', faithful, ...(port !== undefined && { port }), ...place }
  }
  if (command !== 'serve') throw unknown(command)
  if (values.faithful)
    throw new BadSetting(`--faithful goes without serve; serve ${onOwnPort('client', true).name}`)
  if (rest[0] !== undefined) throw unknown(rest[0])
  const served = name === undefined ? undefined : findServed(name)
  if (!served) {
    const requested = name === undefined ? 'no lesson' : quoted(name)
    throw new BadSetting(`serve knows ${SERVABLE.join(', ')}, not ${requested}`)
  }
  return { kind: 'serve', served, port: portOf('--port', values.port ?? SERVE_PORT), ...place }
}

function parsed(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        open: { type: 'boolean' },
        faithful: { type: 'boolean' },
        'allow-weak-on-network': { type: 'boolean' },
      },
    })
  } catch (error) {
    // Node goes on about words that begin with a dash, of which there are none here.
    const [problem] = (error as Error).message.split('. ', 1)
    throw new BadUsage(`${problem}`)
  }
}

const unknown = (word: string) => new BadUsage(`unknown argument ${quoted(word)}`)
