/** How a section of the page of tools stands. */

import { css } from 'lit'

export const toolStyles = css`
  section {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    padding-top: var(--space-4);
    border-top: 1px solid var(--line);
  }
  section > * {
    max-width: 100%;
  }
  h2 {
    font-size: 1.0625rem;
  }
  bp-file-drop {
    width: 100%;
  }
  .said {
    overflow-wrap: anywhere;
  }
  .said:not(:empty) {
    width: 100%;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--pass-soft);
  }
  .said.bad:not(:empty) {
    background: var(--stop-soft);
  }
`
