/** Small step apps with their hosts around them, asked in this process. */

import type { HeaderList, Trace } from '../../../server/security/trace.ts'
import { perform } from '../../../server/stage/perform.ts'
import { stepHost } from '../../../server/stage/step-host.ts'

interface HostedOptions {
  prefix?: string
  title?: string
}

interface Asked {
  response: Response
  trace: Trace
}

/** Puts a host around an app; the result asks it, at paths below its prefix. */
export function hosted(
  app: Parameters<typeof stepHost>[0],
  { prefix = '', title = 'a step' }: HostedOptions = {},
) {
  const host = stepHost(app, { title, prefix, docsScript: '../docs.js' })
  return (method: string, path: string, headers: HeaderList = []): Promise<Asked> =>
    perform(host, new Request(`http://localhost${prefix}${path}`, { method, headers }))
}
