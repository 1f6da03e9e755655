/** What is folded away: how its summary looks, and what it loads once it is opened. */

import { css } from 'lit'

export const foldStyles = css`
  summary {
    width: fit-content;
    padding: var(--space-1) 0;
    color: var(--ink-2);
    font-size: var(--small);
    cursor: pointer;
  }
`

/** Listens to a fold's `toggle`, and loads what is in it when it is opened. */
export const whenOpened = (load: () => Promise<unknown>) => (event: Event) => {
  if ((event.target as HTMLDetailsElement).open) void load()
}
