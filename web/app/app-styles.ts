/** How the app fills the window. */

import { css } from 'lit'

export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }
  .notice {
    padding: var(--space-2) var(--space-5);
    border-bottom: 1px solid var(--line);
    background: var(--wait-soft);
    font-size: var(--small);
  }
  .alone {
    display: grid;
    gap: var(--space-3);
    max-width: 36rem;
    margin: var(--space-7) auto;
    padding: 0 var(--space-4);
  }
  @media print {
    bp-top-bar,
    [role='status'] {
      display: none;
    }
  }
  @media screen and (min-width: 760px) and (min-height: 480px) {
    :host {
      height: 100dvh;
    }
  }
`
