/** How two texts look that are compared: beside one another where there is room, else one below the other. */

import { css } from 'lit'

export const compareStyles = css`
  :host {
    container: compare / inline-size;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    margin-bottom: var(--space-2);
    font-size: var(--small);
    color: var(--ink-2);
  }
  .legend {
    display: flex;
    gap: var(--space-3);
  }
  .legend del,
  .legend ins {
    padding: 0 var(--space-2);
    border-radius: var(--radius-small);
    color: var(--ink);
    text-decoration: none;
  }
  del {
    background: var(--stop-soft);
  }
  ins {
    background: var(--pass-soft);
  }
  .layout {
    display: none;
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
  }
  .layout button {
    border: 0;
    border-radius: 0;
  }
  .layout button[aria-pressed='true'] {
    background: var(--accent-soft);
    color: var(--accent);
    font-weight: 600;
  }
  .code {
    max-height: var(--editor-height, max(16rem, 100dvh - 24rem));
    padding: var(--space-2) 0;
    overflow-y: auto;
  }
  .sides {
    display: none;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .row > * + * {
    border-left: 1px solid var(--line);
  }
  .none {
    background: var(--sunk);
  }
  .line {
    display: grid;
    grid-template-columns: 4ch 1.6ch minmax(0, 1fr);
    padding-right: 1ch;
    text-decoration: none;
  }
  .line-number,
  .sign {
    color: var(--ink-2);
    user-select: none;
  }
  .line-number {
    text-align: right;
  }
  .sign {
    text-align: center;
    font-weight: 700;
  }
  .text {
    padding-left: 2ch;
    text-indent: -2ch;
    white-space: pre-wrap;
    word-break: normal;
    overflow-wrap: anywhere;
  }
  .text mark {
    background: none;
    color: inherit;
    font-weight: 700;
  }
  del mark {
    box-shadow: 0 2px 0 var(--stop);
  }
  ins mark {
    box-shadow: 0 2px 0 var(--pass);
  }
  .folded {
    padding: var(--space-1) var(--space-3);
    background: var(--sunk);
    color: var(--ink-2);
    font: var(--small) / 1.6 var(--sans);
  }
  @container compare (min-width: 44rem) {
    .layout {
      display: flex;
    }
    .side-by-side .sides {
      display: block;
    }
    .side-by-side .inline {
      display: none;
    }
  }
`
