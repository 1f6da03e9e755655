/** How a row of the request's form looks: fields side by side in one frame. */

import { css } from 'lit'

export const requestRowStyles = css`
  :host {
    container-type: inline-size;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--sheet);
    overflow: hidden;
  }
  .row :where(input, select, textarea) {
    min-width: 0;
    min-height: 40px;
    padding: 0 var(--space-3);
    border: 0;
    background-color: transparent;
    font: var(--code) / 1.4 var(--mono);
  }
  .row textarea {
    field-sizing: content;
    min-height: 1.4em;
    margin: 11px var(--space-3) 9px;
    padding: 0;
    overflow-wrap: anywhere;
    word-break: break-all;
    resize: none;
    scrollbar-width: thin;
  }
  @media (pointer: coarse) {
    .row textarea {
      margin-block: 14px 12px;
    }
  }
  .row :focus-visible {
    outline-offset: -2px;
  }
  .row textarea:focus-visible {
    outline-offset: 5px;
  }
  .name {
    display: flex;
    align-items: center;
    padding: 0 var(--space-3);
    border-right: 1px solid var(--line);
    color: var(--ink-2);
    font: var(--code) / 1.4 var(--mono);
  }
`
