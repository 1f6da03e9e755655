/** The bar over everything: where one is, who answers, language, colours, keys. */

import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Answering } from '../../lessons/exchange/exchange.ts'
import { base } from '../kit/base.ts'
import type { Words } from '../words/en.ts'
import { progressRing, progressRingStyles } from './progress-ring.ts'
import type { CourseStop } from './course-progress.ts'
import type { Theme } from '../state/stored.ts'
import { tell } from '../kit/tell.ts'
import { topBarStyles } from './top-bar-styles.ts'

/**
 * @fires mode-change with the wanted mode as detail
 * @fires theme-change
 * @fires show-keys
 * @fires skip when the learner wants to get past this bar
 */
@customElement('bp-top-bar')
export class TopBar extends LitElement {
  static override styles = [base, progressRingStyles, topBarStyles]

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
  @property() toolsHref = '#'
  @property({ attribute: false }) words!: Words

  /** Moves the focus to the lesson that is open, else to the first. */
  override focus(): void {
    const { renderRoot } = this
    const current = renderRoot.querySelector<HTMLElement>('nav [data-current]')
    ;(current ?? renderRoot.querySelector<HTMLElement>('nav a'))?.focus()
  }

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
        <bp-offline-mark href=${this.toolsHref} .words=${words}></bp-offline-mark>
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
      aria-disabled=${missing}
      title=${titles[mode]}
      @click=${({ target }: Event) =>
        missing
          ? import('./say-why.ts').then(({ sayWhy }) => sayWhy(target as HTMLElement, titles[mode]))
          : tell(this, 'mode-change', mode)}
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
