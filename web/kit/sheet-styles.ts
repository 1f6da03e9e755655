/** How a page beside the lessons stands: one column of a width that reads well. */

import { css } from 'lit'

export const sheetStyles = css`
  :host {
    display: block;
    max-width: 46rem;
    margin: 0 auto;
    padding: clamp(var(--space-5), 4vw, var(--space-7)) var(--space-4) var(--space-6);
  }
  /* It takes the focus when the page is opened, and is nothing to press. */
  h1:focus-visible {
    outline: none;
  }
`
