/** What is said when a file of the page does not come: in both languages, as the words may be what is missing. */

import { css, html } from 'lit'
import type { Language } from '../../lessons/lesson.ts'

const TEXTS: Record<Language, [text: string, again: string]> = {
  en: [
    'A part of this page could not be loaded: the connection is gone, or the page has been renewed. What you have done is kept.',
    'Try again',
  ],
  ko: [
    '페이지의 일부를 불러오지 못했어요. 연결이 끊겼거나 페이지가 새로 배포됐을 수 있어요. 지금까지 한 일은 남아 있어요.',
    '다시 시도',
  ],
}

/** A new start of the page is the only way: browsers remember which modules did not come. */
export function loadFailure(language: Language) {
  const [text, again] = TEXTS[language]
  return html`<div class="load-failure" role="alert">
    <p>${text}</p>
    <button class="primary" @click=${() => location.reload()}>${again}</button>
  </div>`
}

export const loadFailureStyles = css`
  .load-failure {
    position: sticky;
    top: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    padding: var(--space-3) var(--space-5);
    border-bottom: 1px solid var(--line);
    background: var(--wait-soft);
  }
  .load-failure p {
    flex: 1 1 20rem;
  }
`
