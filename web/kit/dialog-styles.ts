/** How every dialog of the page looks; its size and what stands in it are its own. */

import { css } from 'lit'

export const dialogStyles = css`
  dialog {
    max-height: calc(100dvh - 32px);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--sheet);
    color: var(--ink);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
`
