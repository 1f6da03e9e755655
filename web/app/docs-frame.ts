/** What the docs page in its frame tells the playground, and is answered: loaded with the first message. */

import { isDocsCookieQuestion, isDocsRequest } from '../stage/docs-message.ts'
import { docsToSent } from '../state/docs-to-sent.ts'
import type { Playground } from '../state/playground.ts'
import { holdInSight } from './hold-in-sight.ts'

/**
 * Answers a message of the docs page, or takes in the exchange that it tells of.
 *
 * @param base URL of the playground, with a slash at its end.
 * @param root of the workspace around the docs page.
 */
export function hearDocs(
  { data, ports: [port] }: Pick<MessageEvent<unknown>, 'data' | 'ports'>,
  playground: Playground,
  base: string,
  root: ParentNode,
): void {
  const { responder, workbench } = playground
  if (isDocsRequest(data)) {
    void responder.sendForDocs(data.request).then((answer) => port?.postMessage(answer))
  }
  if (isDocsCookieQuestion(data)) {
    port?.postMessage(workbench.cookies.line(data.url, workbench.answering))
  }
  if (!workbench.visit) return
  const { lesson } = workbench.visit
  const sent = docsToSent(data, { lesson, mode: responder.mode, base })
  if (!sent) return
  holdDocs(root)
  playground.add(sent)
}

/** Below the bench, the docs page would be pushed out of sight by the answer that it has just got. */
function holdDocs(root: ParentNode): void {
  const panel = root.querySelector('bp-server-panel')?.renderRoot.querySelector('bp-docs-panel')
  const work = root.querySelector('.work')!
  if (panel) holdInSight(panel, root.querySelector('#bench')!, [document.documentElement, work])
}
