/** The frame of what stands between the paragraphs of a lesson: a chart, a diagram. */

import { css } from 'lit'

export const figureStyles = css`
  :host {
    margin: var(--space-4) 0;
    padding: var(--space-3);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
  }
`
