/** Stands in for the responder where a test is about the app and not about who answers. */

import type { RequestDraft } from '../../../lessons/exchange/exchange.ts'
import type { Sent } from '../../../web/stage/send.ts'
import { exchangeWith } from '../../support/exchange-literal.ts'

/** Answers everything with 401 as if it were the server in this browser. */
export class Responder {
  mode = 'browser'
  realServer = false
  route = 'direct'

  async send(draft: RequestDraft): Promise<Sent> {
    const url = `http://localhost/lessons/first-steps/api${draft.path}`
    return exchangeWith({ request: { ...draft, url } })
  }
}
