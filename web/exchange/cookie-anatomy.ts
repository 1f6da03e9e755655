/** A `Set-Cookie` line taken apart: who can read the cookie, where it goes, and when it ends. */

import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../kit/base.ts'
import { cardStyles } from '../kit/card-styles.ts'
import { hideAll } from '../kit/secrets.ts'
import { readSetCookie, type SetCookie } from '../stage/set-cookie.ts'
import { cookieWords } from '../words/cookies.ts'
import type { Words } from '../words/en.ts'
import './long-text.ts'

@customElement('bp-cookie-anatomy')
export class CookieAnatomy extends LitElement {
  static override styles = [
    base,
    cardStyles,
    css`
      section {
        font-size: var(--small);
      }
      p {
        margin-bottom: var(--space-2);
        word-break: break-all;
      }
      ul {
        display: grid;
        gap: var(--space-1);
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 1.4em minmax(7em, 2fr) 3fr;
        gap: 0 var(--space-2);
      }
      .safe .sign {
        color: var(--pass);
      }
      .open .sign {
        color: var(--stop);
      }
      .sign {
        font-weight: 700;
      }
    `,
  ]

  /** The value of the `Set-Cookie` header. */
  @property() line = ''
  @property({ attribute: false }) words!: Words

  override render() {
    const cookie = readSetCookie(this.line)
    const { words } = this
    const cookies = cookieWords[words.id]
    if (!cookie) return html`<section class="card">${cookies.unreadable}</section>`
    const { more, less } = words.exchange
    return html`<section class="card">
      <h3>Set-Cookie: ${cookie.name}</h3>
      <p class="mono">
        <bp-long-text .text=${cookie.value} .hide=${hideAll} .moreLabel=${more} lessLabel=${less}></bp-long-text>
      </p>
      <ul>
        ${this.rows(cookie).map(
          ({ name, safe, means }) =>
            html`<li class=${safe ? 'safe' : 'open'}>
              <span class="sign" aria-hidden="true">${safe ? '✓' : '✕'}</span>
              <span class="mono">${name}</span>
              <span>${means}</span>
            </li>`,
        )}
      </ul>
    </section>`
  }

  /** One row for each attribute that keeps a cookie safe, set or not. */
  private rows({ attributes: list, value }: SetCookie) {
    const attributes = new Map(list)
    const cookies = cookieWords[this.words.id]
    const site = attributes.get('samesite')?.toLowerCase() ?? ''
    const path = attributes.get('path')
    const age = attributes.get('max-age')
    if (value === '' && age === '0') return [{ name: 'Max-Age=0', safe: true, means: cookies.gone }]
    return [
      row('HttpOnly', attributes.has('httponly'), cookies.httpOnly),
      row('Secure', attributes.has('secure'), cookies.secure),
      row(
        site ? `SameSite=${site}` : 'SameSite',
        site === 'lax' || site === 'strict',
        cookies.sameSite,
      ),
      row(path ? `Path=${path}` : 'Path', path !== undefined, cookies.path),
      row(age ? `Max-Age=${age}` : 'Max-Age', age !== undefined, cookies.maxAge),
    ]
  }
}

/** @param means what it means to have the attribute, and to have it not. */
function row(name: string, safe: boolean, means: readonly [set: string, unset: string]) {
  return { name, safe, means: means[safe ? 0 : 1] }
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-cookie-anatomy': CookieAnatomy
  }
}
