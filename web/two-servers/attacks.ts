/** The lesson's attacks as a table: each run on a vulnerable server and on a hardened one, and their sources' diff. */

import { consume } from '@lit/context'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { isAttack } from '../../lessons/attacks.ts'
import { appOf, type AttackRow, type Lesson } from '../../lessons/lesson.ts'
import { reasonPhrase } from '../exchange/reason-phrases.ts'
import './source-diff.ts'
import { base } from '../kit/base.ts'
import type { Attack } from '../stage/other-site.ts'
import { twoServersWords } from '../words/two-servers.ts'
import { type LessonContext, lessonContext } from '../lesson/lesson-context.ts'
import { tell } from '../kit/tell.ts'

/**
 * @fires attacks with the {@link Attack}s as detail, to be sent one after the other
 * @fires show-exchange with an exchange's id as detail
 */
@customElement('bp-attacks')
export class AttacksTable extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        /* Long lines of source scroll in their box: they do not stretch the lesson's column. */
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
        margin: var(--space-4) 0;
      }
      table {
        width: 100%;
        table-layout: fixed;
        border-collapse: collapse;
        font-size: var(--small);
      }
      th,
      td {
        padding: var(--space-2);
        text-align: start;
        vertical-align: top;
      }
      td,
      thead th {
        border-bottom: 1px solid var(--line);
      }
      th {
        font-weight: 600;
      }
      thead th {
        color: var(--ink-2);
      }
      p {
        margin: var(--space-1) 0 0;
        font-weight: 400;
      }
      /* An attack stands over its two results: beside them there is no room in the lesson's column. */
      th[colspan] {
        padding-bottom: 0;
      }
      td button {
        min-height: 32px;
        padding: 0 var(--space-2);
        text-align: start;
      }
      .through {
        color: var(--stop);
        font-weight: 650;
      }
      td .small {
        display: block;
      }
      .harmless {
        font-weight: 650;
      }
      .held {
        color: var(--pass);
        font-weight: 650;
      }
      summary {
        min-height: 32px;
        cursor: pointer;
      }
      /* As high as leaves the table in sight. */
      bp-source-diff {
        max-height: 45vh;
        overflow: auto;
      }
    `,
  ]

  @consume({ context: lessonContext, subscribe: true })
  @state()
  private context: LessonContext | undefined

  override render() {
    if (!this.context) return nothing
    const { lesson, prose, words, sources } = this.context
    const [first] = lesson.attacks ?? []
    if (!first) return nothing
    const { attacks } = twoServersWords[words.id]
    const sourceOf = (server: string) => sources[appOf(lesson, lesson.servers[server]!)]?.text ?? ''
    const [vulnerable, hardened] = first.servers
    return html`
      <button class="primary" @click=${this.onRun}>${attacks.run}</button>
      <table>
        <thead>
          <tr>
            <th scope="col">${attacks.result(vulnerable)}</th>
            <th scope="col">${attacks.result(hardened)}</th>
          </tr>
        </thead>
        ${lesson.attacks!.map(
          (row) =>
            html`<tbody>
              <tr>
                <th scope="rowgroup" colspan="2">
                  ${prose.attacks[row.id]?.title}
                  <p>${prose.attacks[row.id]?.text}</p>
                </th>
              </tr>
              <tr>
                ${row.servers.map((server) => this.renderResult(row, server))}
              </tr>
            </tbody>`,
        )}
      </table>
      <details>
        <summary>${attacks.diff}: <code>${vulnerable}</code> → <code>${hardened}</code></summary>
        <bp-source-diff
          aria-label=${attacks.diff}
          .old=${sourceOf(vulnerable)}
          .new=${sourceOf(hardened)}
          .words=${words}
        ></bp-source-diff>
      </details>
    `
  }

  private renderResult(row: AttackRow, server: string) {
    const { prose, words, exchanges } = this.context!
    const { attacks } = twoServersWords[words.id]
    const exchange = exchanges.findLast((one) => isAttack(one, row, server))
    if (!exchange) return html`<td>${this.context!.done ? attacks.ranBefore : attacks.notRun}</td>`
    const { status } = exchange.response
    const came = status >= 400 ? 'held' : row.harmless ? 'harmless' : 'through'
    const label = attacks.show(prose.attacks[row.id]?.title ?? row.id, server)
    return html`<td>
      <button
        aria-label="${label}: ${status} ${reasonPhrase(status)}"
        @click=${() => tell(this, 'show-exchange', exchange.id)}
      >
        <span class=${came}>${status} ${reasonPhrase(status)}</span>
      </button>
      <span class="small">${attacks[came]}</span>
    </td>`
  }

  private readonly onRun = () => {
    tell(this, 'attacks', attacksOf(this.context!.lesson))
  }
}

/** A login on each server, so that there is something to lose, and then every attack on both. */
function attacksOf({ attacks = [], requests }: Lesson): Attack[] {
  const logins = (attacks[0]?.servers ?? []).flatMap((server): Attack[] => {
    const draft = Object.values(requests).find(
      (request) => request.server === server && request.method === 'POST',
    )
    return draft ? [{ draft, attacked: server }] : []
  })
  const runs = attacks.flatMap(({ servers, draft }) =>
    servers.map((server): Attack => ({ draft: { ...draft, server }, attacked: server })),
  )
  return [...logins, ...runs]
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-attacks': AttacksTable
  }
}
