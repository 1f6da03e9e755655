/** The styles of the code pane. */

import { css } from 'lit'

export const codePaneStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    margin-top: var(--space-2);
    font-size: var(--small);
    color: var(--ink-2);
    list-style: none;
  }
  .legend b {
    font-family: var(--mono);
  }
  .legend .ran b {
    color: var(--pass);
  }
  .legend .refused b {
    color: var(--stop);
  }
  .legend .added b {
    color: var(--accent);
  }
  .note {
    margin-top: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--line);
    background: var(--sunk);
    font-size: var(--small);
  }
  .note.halted {
    border-color: var(--wait);
    background: var(--wait-soft);
  }
`
