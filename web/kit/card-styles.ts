/** A bordered card, and its heading in the type of code: a cookie, or a header taken apart. */

import { css } from 'lit'

export const cardStyles = css`
  .card {
    padding: var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
  }
  .card h3 {
    margin-bottom: var(--space-2);
    font: 600 var(--code) / 1.4 var(--mono);
  }
`
