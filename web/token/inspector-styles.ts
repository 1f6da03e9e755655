/** How the token inspector is laid out. */

import { css } from 'lit'

export const inspectorStyles = css`
  :host {
    display: grid;
    gap: var(--space-4);
    min-width: 0;
  }
  .paste {
    display: grid;
    gap: var(--space-1);
  }
  .paste .row {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--space-3);
  }
  .row button {
    min-height: 28px;
    padding: 0 var(--space-2);
    font-size: var(--small);
  }
  details {
    border-top: 1px solid var(--line);
  }
  details:last-of-type {
    border-bottom: 1px solid var(--line);
  }
  summary {
    padding: var(--space-2) 0;
    font-weight: 600;
    cursor: pointer;
  }
  details > :not(summary, button) {
    padding-bottom: var(--space-4);
  }
  details > button {
    margin-bottom: var(--space-4);
  }
  .changed {
    color: var(--wait);
    font-size: var(--small);
    font-weight: 600;
  }
  .newer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: center;
    font-size: var(--small);
  }
  .empty {
    color: var(--ink-2);
  }
`
