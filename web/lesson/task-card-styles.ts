/** How a task looks. */

import { css } from 'lit'

export const taskCardStyles = css`
  :host {
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
  }
  .kind {
    display: inline-block;
    margin-bottom: var(--space-2);
    padding: 0 var(--space-2);
    border-radius: var(--radius-small);
    background: var(--accent-soft);
    color: var(--accent);
    font-size: var(--small);
    font-weight: 600;
  }
  .kind.done {
    background: var(--pass-soft);
    color: var(--pass);
  }
  fieldset {
    display: grid;
    gap: var(--space-2);
    margin: var(--space-3) 0;
  }
  .option {
    position: relative;
    display: flex;
    gap: var(--space-2);
    align-items: baseline;
    padding: var(--space-2) var(--space-3);
    padding-left: calc(var(--space-3) + 16px + var(--space-2));
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .option:has(input:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .option:has(input:disabled) {
    cursor: default;
  }
  .option.came {
    border-color: var(--pass);
    background: var(--pass-soft);
  }
  .option.not:has(input:checked) {
    border-color: var(--wait);
    background: var(--wait-soft);
    box-shadow: none;
  }
  .not .mark {
    color: var(--wait);
  }
  .mark {
    display: block;
    color: var(--pass);
    font-size: var(--small);
    font-weight: 650;
  }
  /* A finger finds the whole row, also where the bar at the bottom of a phone hides half of it. */
  .option input[type='radio'] {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    border: 0;
    border-radius: inherit;
    background: none;
    appearance: none;
  }
  .option input[type='radio']::before {
    content: '';
    position: absolute;
    top: calc(var(--space-2) + 0.5lh - 8px);
    left: var(--space-3);
    width: 16px;
    height: 16px;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
    background: var(--sheet);
    clip-path: none;
  }
  .option input[type='radio']:checked::before {
    border: 5px solid var(--accent);
    background: var(--on-accent);
  }
  /* Whoever has chosen goes on at once, also where the answers reach below the screen; what comes then has this place. */
  @media (min-width: 760px) and (min-height: 480px) {
    form:has(:enabled:checked) > .row {
      position: sticky;
      /* At the column's edge, and not above its padding. */
      bottom: calc(-1 * var(--space-5));
      z-index: 1;
      margin-bottom: calc(-1 * var(--space-4));
      padding-block: var(--space-2) var(--space-4);
      background: var(--sheet);
      /* It stands before an answer, which is not to be overlooked. */
      box-shadow: 0 -8px 8px -8px var(--edge);
    }
    .option {
      scroll-margin-bottom: 72px;
    }
  }
  .parts {
    margin: var(--space-3) 0;
    padding: 0;
    list-style: none;
  }
  .parts li {
    display: flex;
    gap: var(--space-2);
    align-items: baseline;
    padding: var(--space-1) 0;
  }
  .tick {
    flex: none;
    width: 1.35em;
    height: 1.35em;
    border: 1.5px solid var(--edge);
    border-radius: 4px;
    color: transparent;
    font-size: 0.8em;
    line-height: 1.25em;
    text-align: center;
  }
  .ticked .tick {
    border-color: var(--pass);
    background: var(--pass);
    color: var(--sheet);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-3);
  }
  .aside {
    scroll-margin: var(--space-4);
    margin-top: var(--space-3);
    padding-left: var(--space-3);
    border-left: 3px solid var(--line);
  }
  .again {
    padding: 0;
  }
  .outcome {
    margin-top: var(--space-3);
    font-weight: 600;
  }
  .outcome.right {
    color: var(--pass);
  }
  .outcome.surprise {
    color: var(--wait);
  }
`
