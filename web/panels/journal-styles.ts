/** How the journal's rows look. */

import { css } from 'lit'

export const journalStyles = css`
  ol {
    margin-bottom: var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
    list-style: none;
    overflow: hidden;
  }
  li {
    display: flex;
  }
  li + li {
    border-top: 1px solid var(--line);
  }
  li .exchange {
    flex: 1;
    min-width: 0;
    display: grid;
    grid-template-columns: 2em minmax(0, 1fr) auto;
    gap: 0 var(--space-2);
    padding: var(--space-2) var(--space-3);
    border: 0;
    border-left: 3px solid transparent;
    border-radius: 0;
    background: none;
    text-align: start;
  }
  li button:focus-visible {
    outline-offset: -2px;
  }
  li .keep {
    align-self: center;
    padding: 0 var(--space-3);
    color: var(--ink-2);
    font-size: var(--small);
  }
  .kept {
    margin-bottom: var(--space-2);
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-3);
    align-items: center;
    margin-bottom: var(--space-3);
    font-size: var(--small);
  }
  .choice button {
    min-height: 32px;
  }
  @media (max-width: 759px) {
    .choice button {
      min-height: 44px;
    }
  }
  .number {
    grid-row: 1 / span 2;
  }
  .box {
    color: var(--accent);
    font-size: var(--text);
    line-height: 1.2;
  }
  [aria-pressed='true'] {
    background: var(--accent-soft);
  }
  .clock {
    color: var(--wait);
    font-weight: 600;
  }
  [aria-current='true'] {
    border-color: var(--accent) !important;
    background: var(--accent-soft) !important;
  }
  .line {
    overflow-wrap: anywhere;
  }
  .status {
    font-weight: 650;
  }
  .good {
    color: var(--pass);
  }
  .bad {
    color: var(--stop);
  }
  .note {
    grid-column: 2 / -1;
  }
`
