/** Who knows what: a table of parties and secrets, filled from what crossed the wire so far. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { headerValue, receivedHeaders, sentHeaders } from '../../lessons/exchange/headers.ts'
import type { Exchange } from '../../lessons/exchange/exchange.ts'
import type { HeaderList } from '../../server/security/trace.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { twoServersWords } from '../words/two-servers.ts'

const PARTIES = ['browser', 'client', 'auth'] as const
const SECRETS = ['password', 'token', 'cookie', 'key'] as const

type Party = (typeof PARTIES)[number]
type Secret = (typeof SECRETS)[number]

/** What each party holds or has seen. */
export type Knowledge = Record<Party, ReadonlySet<Secret>>

/**
 * Reads knowledge off the wire.
 *
 * @param isAuthServer whether an exchange reached the auth server itself, and not a client server.
 */
export function knowledgeOf(
  exchanges: readonly Exchange[],
  isAuthServer: (exchange: Exchange) => boolean,
): Knowledge {
  // The key never crosses a wire: whoever signs has it from the start.
  const known = {
    browser: new Set<Secret>(),
    client: new Set<Secret>(),
    auth: new Set<Secret>(['key']),
  }
  const both = (a: Party, b: Party, secret: Secret, crossed: boolean) => {
    if (crossed) for (const party of [a, b]) known[party].add(secret)
  }
  for (const exchange of exchanges) {
    const { request, response, trace } = exchange
    const server = isAuthServer(exchange) ? 'auth' : 'client'
    const [received, sent] = [receivedHeaders(exchange), sentHeaders(exchange)]
    both('browser', server, 'password', hasPassword(request.body))
    both('browser', server, 'token', hasToken(received, response.body))
    const hasCookie =
      /jwt_token=[^;]/.test(headerValue(received, 'cookie') ?? '') ||
      /^jwt_token=[^;]/.test(headerValue(sent, 'set-cookie') ?? '')
    both('browser', server, 'cookie', hasCookie)
    // The token is what the cookie says.
    both('browser', server, 'token', hasCookie)
    for (const event of trace) {
      if (event.kind !== 'called' || !event.response) continue
      both('client', 'auth', 'password', hasPassword(event.request.body))
      both('client', 'auth', 'token', hasToken(event.request.headers, event.response.body))
    }
  }
  return known
}

const hasPassword = (body: string) => /(^|&)password=[^&]/.test(body)

function hasToken(headers: HeaderList, body: string): boolean {
  return (
    /^bearer \S/i.test(headerValue(headers, 'authorization') ?? '') ||
    /"access_token":\s*"/.test(body)
  )
}

@customElement('bp-knowledge')
export class KnowledgeTable extends LitElement {
  static override styles = [
    base,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--small);
      }
      td {
        position: relative;
      }
      caption {
        margin-bottom: var(--space-2);
        text-align: start;
        font-weight: 600;
      }
      .legend {
        display: block;
        color: var(--ink-2);
        font-weight: 400;
      }
      th,
      td {
        padding: var(--space-2);
        border-bottom: 1px solid var(--line);
        text-align: start;
        font-weight: 400;
        overflow-wrap: normal;
        word-break: keep-all;
      }
      thead th {
        color: var(--ink-2);
      }
      .knows {
        color: var(--wait);
        font-weight: 650;
      }
      .not {
        color: var(--ink-2);
      }
    `,
  ]

  /** Of one lesson, oldest first; its auth server has the id `auth`. */
  @property({ attribute: false }) exchanges: readonly Exchange[] = []
  @property({ attribute: false }) words!: Words

  override render() {
    const { knows } = twoServersWords[this.words.id]
    const knowledge = knowledgeOf(this.exchanges, ({ server }) => server === 'auth')
    return html`<table>
      <caption>
        ${knows.title}
        <span class="legend" aria-hidden="true">● ${knows.yes} · – ${knows.no}</span>
      </caption>
      <thead>
        <tr>
          <td></td>
          ${SECRETS.map((secret) => html`<th scope="col">${knows[secret]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${PARTIES.map(
          (party) =>
            html`<tr>
              <th scope="row">${knows[party]}</th>
              ${SECRETS.map((secret) =>
                knowledge[party].has(secret)
                  ? html`<td class="knows">● <span class="visually-hidden">${knows.yes}</span></td>`
                  : html`<td class="not">– <span class="visually-hidden">${knows.no}</span></td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-knowledge': KnowledgeTable
  }
}
