/** How running text is set inside an element. */

import { css } from 'lit'

export const prose = css`
  p + p,
  p + ul,
  p + ol,
  ul + p,
  ol + p,
  pre + p,
  p + pre {
    margin-top: var(--space-3);
  }
  ul,
  ol {
    padding-left: 1.3em;
  }
  li + li {
    margin-top: var(--space-1);
  }
  pre {
    padding: var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunk);
    font: var(--code) / 1.65 var(--mono);
    white-space: pre-wrap;
    word-break: normal;
    overflow-wrap: anywhere;
  }
  pre code {
    padding: 0;
    border: 0;
    background: none;
    font-size: inherit;
  }
  em {
    font-style: normal;
    font-weight: 600;
  }
  :host(:lang(en)) em {
    font-style: italic;
    font-weight: inherit;
  }
`
