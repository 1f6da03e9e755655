/** The cookie jar: each cookie with its value, and who may read or send it. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { claimsOf, joseHeaderOf } from '../../lessons/exchange/read-token.ts'
import { base } from '../kit/base.ts'
import { cardStyles } from '../kit/card-styles.ts'
import { hideAll } from '../kit/secrets.ts'
import type { Cookie } from '../stage/cookie-jar.ts'
import { clockWords } from '../words/clock.ts'
import type { Words } from '../words/en.ts'
import { twoServersWords } from '../words/two-servers.ts'
import '../exchange/long-text.ts'
import { tell } from '../kit/tell.ts'
import { utcTime } from '../kit/utc-time.ts'

/** @fires use-cookie with `name=value` as detail, to be written on the bench */
@customElement('bp-cookie-jar')
export class CookieJarView extends LitElement {
  static override styles = [
    base,
    cardStyles,
    css`
      h2 {
        margin-bottom: var(--space-2);
      }
      article {
        margin-bottom: var(--space-3);
        font-size: var(--small);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(6em, 1fr) 2fr;
        gap: var(--space-1) var(--space-3);
        margin: var(--space-2) 0;
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        margin: 0;
        min-width: 0;
      }
      pre {
        margin: 0;
        font: var(--code) / 1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .value {
        word-break: break-all;
      }
      .open {
        color: var(--stop);
        font-weight: 600;
      }
      .safe {
        color: var(--pass);
        font-weight: 600;
      }
    `,
  ]

  @property({ attribute: false }) cookies: readonly Cookie[] = []
  @property({ attribute: false }) words!: Words

  override render() {
    const { jar } = twoServersWords[this.words.id]
    return html`
      <h2 class="label">${jar.title}</h2>
      ${
        this.cookies.length === 0
          ? html`<p class="small">${jar.empty}</p>`
          : // The one that came last is the one that is spoken of.
            this.cookies.toReversed().map((cookie) => this.renderCookie(cookie))
      }
      <p class="small">${jar.note}</p>
    `
  }

  private renderCookie(cookie: Cookie) {
    const { words } = this
    const { jar } = twoServersWords[words.id]
    const { name, value, path, expires, httpOnly, sameSite, secure } = cookie
    const [header, claims] = [joseHeaderOf(value), claimsOf(value)]
    const { more, less } = words.exchange
    // Cookies of two servers may have one name.
    const server = path.split('/').findLast((part) => part !== '')
    return html`<article class="card">
      <h3>${name}${server ? html` <span class="small">(${server})</span>` : nothing}</h3>
      <p class="mono value">
        <bp-long-text .text=${value} .hide=${hideAll} .moreLabel=${more} lessLabel=${less}></bp-long-text>
      </p>
      ${
        header && claims
          ? html`<details>
              <summary>${jar.token}</summary>
              <pre>${JSON.stringify(header, null, 2)}</pre>
              <pre>${JSON.stringify(claims, null, 2)}</pre>
            </details>`
          : nothing
      }
      <dl>
        <dt>${jar.scripts}</dt>
        <dd class=${httpOnly ? 'safe' : 'open'}>${httpOnly ? jar.cannotRead : jar.canRead}</dd>
        <dt>${jar.path}</dt>
        <dd class="mono value">${path}</dd>
        <dt>${jar.others}</dt>
        <dd class=${sameSite === 'Lax' || sameSite === 'Strict' ? 'safe' : 'open'}>
          ${jar.sameSite[sameSite ?? 'unset']}
        </dd>
        <dt>${jar.transport}</dt>
        <dd>${secure ? jar.onlySecure : jar.anyTransport}</dd>
        <dt>${jar.ends}</dt>
        <dd>${expires === undefined ? jar.session : clockWords[words.id].utc(utcTime(expires))}</dd>
      </dl>
      <button @click=${() => this.use(cookie)}>${jar.spoil}</button>
    </article>`
  }

  private use({ name, value }: Cookie) {
    tell(this, 'use-cookie', `${name}=${value}`)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-cookie-jar': CookieJarView
  }
}
