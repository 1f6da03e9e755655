/** The bar over everything: where one is, who answers, language, colours, keys. */

import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Answering } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import { heardOnly } from '../kit/heard-only.ts'
import type { Words } from '../words/en.ts'
import { progressRing, progressRingStyles } from './progress-ring.ts'
import type { CourseStop } from './course-progress.ts'
import type { Theme } from '../state/stored.ts'
import { tell } from '../kit/tell.ts'

/**
 * @fires mode-change with the wanted mode as detail
 * @fires theme-change
 * @fires show-keys
 * @fires skip when the learner wants to get past this bar
 */
@customElement('bp-top-bar')
export class TopBar extends LitElement {
  static override styles = [
    base,
    progressRingStyles,
    css`
      :host {
        border-bottom: 1px solid var(--line);
        background: var(--paper);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
        align-items: center;
        min-height: 56px;
        padding: var(--space-1) var(--space-5);
      }
      .brand {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        color: var(--ink);
        font-weight: 650;
        text-decoration: none;
        letter-spacing: -0.01em;
      }
      .brand svg {
        width: 22px;
      }
      .skip {
        position: absolute;
        left: var(--space-4);
        top: -60px;
        z-index: 3;
        padding: var(--space-2) var(--space-4);
        background: var(--accent);
        color: var(--on-accent);
      }
      .skip:focus {
        top: var(--space-2);
      }
      nav ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        list-style: none;
      }
      nav a {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        min-height: 36px;
        padding: 0 var(--space-2);
        border-radius: 18px;
        color: var(--ink-2);
        text-decoration: none;
      }
      nav a[data-current] {
        background: var(--accent-soft);
        color: var(--ink);
        font-weight: 600;
      }
      .right {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
        align-items: center;
        margin-left: auto;
      }
      .modes {
        display: flex;
        padding: 2px;
        border: 1px solid var(--edge);
        border-radius: 20px;
        background: var(--sheet);
      }
      .modes button {
        min-height: 32px;
        border: 0;
        border-radius: 16px;
        background: none;
        color: var(--ink-2);
        font-size: 0.875rem;
        white-space: nowrap;
      }
      .modes [aria-pressed='true'] {
        background: var(--ink);
        color: var(--paper);
        font-weight: 600;
      }
      .modes button:disabled {
        text-decoration: line-through;
      }
      a.language {
        padding: 0 var(--space-2);
        color: var(--ink-2);
        line-height: 36px;
        text-decoration: none;
      }
      /* As wide in every Korean font: it may change while the page is read. */
      a.language:lang(ko) {
        box-sizing: content-box;
        width: 3em;
        text-align: center;
        white-space: nowrap;
      }
      button.plain {
        min-width: 36px;
        padding: 0 var(--space-2);
      }
      button svg {
        display: block;
        width: 18px;
        height: 18px;
      }
      @media (min-width: 1401px) and (max-width: 1560px) {
        header {
          padding: var(--space-1) var(--space-4);
          column-gap: var(--space-3);
        }
        nav a {
          gap: var(--space-1);
          padding: 0 var(--space-1);
        }
        .modes button {
          padding: 0 var(--space-2);
        }
      }
      /* Where there is less room, only the open lesson says its name: one line is enough then. */
      @media (max-width: 1400px) {
        nav a:not([data-current]) .title {
          ${heardOnly}
        }
      }
      @media (max-width: 700px) {
        header {
          gap: var(--space-1);
          padding: var(--space-1) var(--space-4);
        }
        nav {
          order: 1;
          flex: 1 0 100%;
        }
        nav ol {
          justify-content: space-between;
        }
        nav a {
          min-width: 44px;
          min-height: 40px;
          justify-content: center;
        }
        .brand {
          margin-right: auto;
        }
        .right {
          display: contents;
        }
        .modes {
          order: 1;
          flex: 1 0 100%;
        }
        .modes button {
          flex: 1;
        }
      }
    `,
  ]

  @property({ attribute: false }) lessons: CourseStop[] = []
  /** Slug of the lesson that is open; empty where none is. */
  @property() current = ''
  @property() mode: Answering = 'browser'
  /** Whether the learner has a copy of the server that is asked. */
  @property({ type: Boolean }) own = false
  @property({ type: Boolean }) realServer = false
  @property() theme: Theme = 'system'
  @property() homeHref = '#'
  @property() languageHref = '#'
  @property({ attribute: false }) words!: Words

  override render() {
    const { words } = this
    return html`<header>
      ${
        this.current
          ? html`<button class="skip" @click=${() => tell(this, 'skip')}>
            ${words.skip}
          </button>`
          : nothing
      }
      <a class="brand" href=${this.homeHref}>${ticket} <span>${words.brand}</span></a>
      <nav aria-label=${words.columns.lesson}>
        <ol>
          ${this.lessons.map((stop, index) => {
            const current = stop.slug === this.current
            return html`<li>
              <a
                href=${stop.href}
                aria-current=${current ? 'page' : 'false'}
                ?data-current=${current}
                title=${stop.title}
              >
                ${progressRing(stop, index + 1)}<span class="title"
                  >${stop.title}${
                    stop.state === 'new'
                      ? nothing
                      : html`<span class="visually-hidden">
                        (${words.pageState[stop.state]})</span
                      >`
                  }</span
                >
              </a>
            </li>`
          })}
        </ol>
      </nav>
      <div class="right">
        <div class="modes" role="group" aria-label=${words.mode.label}>
          ${this.renderMode('real')} ${this.renderMode('browser')} ${this.renderMode('own')}
        </div>
        <a
          class="language"
          href=${this.languageHref}
          lang=${words.other.code}
          hreflang=${words.other.code}
          >${words.other.name}</a
        >
        <button
          class="plain"
          title="${words.theme.label}: ${words.theme[this.theme]}"
          aria-label="${words.theme.label}: ${words.theme[this.theme]}"
          @click=${() => tell(this, 'theme-change')}
        >
          ${themeIcons[this.theme]}
        </button>
        <button
          class="plain"
          title=${words.keys.open}
          aria-label=${words.keys.open}
          @click=${() => tell(this, 'show-keys')}
        >
          <span aria-hidden="true">?</span>
        </button>
      </div>
    </header>`
  }

  private renderMode(mode: Answering) {
    const { words, realServer, own } = this
    const missing = { real: !realServer, own: !own, browser: false }[mode]
    const titles = {
      real: missing ? words.mode.noReal : words.mode.realMeans,
      browser: words.mode.browserMeans,
      own: missing ? words.mode.noOwn : '',
    }
    return html`<button
      aria-pressed=${this.mode === mode}
      ?disabled=${missing}
      title=${titles[mode]}
      @click=${() => tell(this, 'mode-change', mode)}
    >
      ${words.mode[mode]}
    </button>`
  }
}

const ticket = html`<svg viewBox="0 0 32 32" aria-hidden="true">
  <path
    fill="none"
    stroke="var(--accent)"
    stroke-width="2.4"
    d="M5 7h22a2 2 0 0 1 2 2v4a3 3 0 0 0 0 6v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4a3 3 0 0 0 0-6V9a2 2 0 0 1 2-2Z"
  />
  <path
    stroke="var(--accent)"
    stroke-width="2.4"
    stroke-linecap="round"
    d="M12 12v2m0 4v2m6-8h4m-4 4h4"
  />
</svg>`

const themeIcons = {
  system: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6" />
    <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
  </svg>`,
  light: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="4" fill="none" stroke="currentColor" stroke-width="1.6" />
    <path
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      d="M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1"
    />
  </svg>`,
  dark: html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <path
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z"
    />
  </svg>`,
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-top-bar': TopBar
  }
}
