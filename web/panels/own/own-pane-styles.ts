/** The styles of the pane of the learner's own copy. */

import { css } from 'lit'

export const ownPaneStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: center;
    margin-bottom: var(--space-2);
  }
  .bar button {
    font-size: var(--small);
  }
  .said {
    margin-bottom: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--accent);
    background: var(--accent-soft);
    font-size: var(--small);
  }
  .warn {
    border-color: var(--wait);
    background: var(--wait-soft);
  }
  details[open] {
    flex-basis: 100%;
  }
  details .bar {
    margin: var(--space-2) 0 0;
  }
  summary {
    padding: var(--space-1) var(--space-2);
    font-size: var(--small);
    cursor: pointer;
  }
  input[type='file'] {
    display: none;
  }
`
