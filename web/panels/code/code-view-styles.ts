/** How code looks: colours, line numbers, and the signs of what became of each line. */

import { css } from 'lit'

export const codeViewStyles = css`
  .code {
    position: relative;
    max-height: max(16rem, 100dvh - 22rem);
    overflow-y: auto;
    padding: var(--space-2) 0;
  }
  ol {
    list-style: none;
    counter-reset: line;
  }
  li {
    position: relative;
    /* A wrapped line goes on below its text, and not below its number. */
    padding-left: calc(10ch + var(--indent, 0ch));
    padding-right: 1ch;
    border-left: 3px solid transparent;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    text-indent: calc(-2ch - var(--indent, 0ch));
    min-height: 1.6em;
    counter-increment: line;
  }
  li::before {
    content: counter(line) / '';
    position: absolute;
    left: 1.6ch;
    width: 4ch;
    text-align: right;
    text-indent: 0;
    color: var(--ink-2);
  }
  .ran {
    border-color: var(--pass);
    background: var(--pass-soft);
  }
  .refused {
    border-color: var(--stop);
    background: var(--stop-soft);
  }
  .unreached {
    border-left-style: dashed;
    border-color: var(--edge);
  }
  .shown {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .unreached span,
  .part-unreached {
    color: var(--ink-2);
  }
  /* Colour is never the only sign. */
  .sign {
    position: absolute;
    left: 3px;
    text-indent: 0;
    font-weight: 700;
    user-select: none;
  }
  .ran .sign {
    color: var(--pass);
  }
  .refused .sign {
    color: var(--stop);
  }
  .unreached .sign {
    color: var(--ink-2);
  }
  .added::after {
    content: '+' / '';
    position: absolute;
    top: 0;
    left: 6.2ch;
    text-indent: 0;
    font-weight: 700;
    color: var(--accent);
  }
  .said {
    user-select: none;
  }
  .part-refused,
  li button.part-refused {
    box-shadow: 0 2px 0 var(--stop);
    font-weight: 700;
  }
  .part-unreached {
    border-bottom: 1px dashed var(--edge);
  }
  li button,
  li button.plain {
    display: inline;
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    line-height: inherit;
    text-decoration: underline dotted 1px;
    text-underline-offset: 0.25em;
    text-align: start;
    text-indent: 0;
    white-space: inherit;
    transition: none;
    overflow-wrap: inherit;
  }
  li button.plain {
    color: inherit;
  }
  li button:hover,
  li button.plain:hover {
    color: var(--accent);
    text-decoration-style: solid;
  }
  .copied {
    color: var(--pass);
    font: 600 var(--small) / 1 var(--sans, inherit);
  }
  @media (max-width: 759px) {
    li {
      --indent: 0ch !important;
      padding-left: 9ch;
    }
    li::before {
      left: 1ch;
    }
    .added::after {
      left: 5.4ch;
    }
  }
`
