/** The colours of code, where it is read and where it is written: one for each kind of its syntax. */

import { css } from 'lit'

export const syntaxColours = css`
  .keyword {
    color: var(--token-payload);
  }
  .string {
    color: var(--pass);
  }
  .number {
    color: var(--wait);
  }
  .comment {
    color: var(--ink-2);
    font-style: italic;
  }
  .function {
    color: var(--accent);
  }
  .type {
    color: var(--token-signature);
  }
`
