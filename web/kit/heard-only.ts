/** Hides a text from eyes, and from nothing else: who listens to the page hears it. */

import { css } from 'lit'

/** Declarations, for whatever rule they are wanted in. */
export const heardOnly = css`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`
