/** A request and its response: side by side where there is room. */

import { css } from 'lit'

export const pairStyles = css`
  .pair {
    display: grid;
    gap: var(--space-3);
  }
  @container (min-width: 440px) {
    .pair {
      grid-template-columns: 1fr 1fr;
    }
  }
`
