/** How the form that writes a request looks. */

import { css } from 'lit'

export const requestFormStyles = css`
  form {
    display: grid;
    gap: var(--space-2);
  }
  .line select {
    max-width: 9rem;
    padding-right: 28px;
    background-color: var(--sunk);
    border-right: 1px solid var(--line);
    color: var(--ink-2);
    text-overflow: ellipsis;
  }
  option {
    background: var(--sheet);
    color: var(--ink);
  }
  .method {
    width: 5.75rem;
    border-right: 1px solid var(--line);
    font-weight: 650;
  }
  .path {
    flex: 1 1 7rem;
  }
  .act {
    display: grid;
    flex: 0 0 auto;
  }
  .act button {
    grid-area: 1 / 1;
    min-height: 40px;
    padding: 0 var(--space-4);
    border-radius: 0;
  }
  .row.body {
    border-color: var(--line);
  }
  .row .body-field {
    flex: 1 1 10rem;
    max-height: 9.2em;
    white-space: pre-wrap;
  }
  .parked {
    border-style: dashed;
  }
  .waits {
    padding: var(--space-2) var(--space-3);
  }
  .switch {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    width: fit-content;
    font-size: var(--small);
    cursor: pointer;
  }
  .switch input {
    min-height: 0;
  }
  /* As much as one header takes, so that nothing jumps when they come. */
  bp-header-rows:not(:defined) {
    display: block;
    min-height: 80px;
  }
  .problem {
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--stop);
    background: var(--stop-soft);
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .hold {
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--accent);
    background: var(--accent-soft);
    font-size: var(--small);
  }
  [aria-invalid='true'] {
    box-shadow: inset 0 -2px 0 var(--stop);
  }
  .more {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-2) 0;
  }
  .more textarea {
    field-sizing: content;
    width: 100%;
    min-height: 40px;
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--sheet);
    font: var(--code) / 1.6 var(--mono);
    resize: vertical;
  }
  .foot {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    align-items: center;
  }
  .foot > details[open]:not(.requests) {
    flex: 1 1 100%;
  }
  /* The place for what goes wrong takes none while nothing does. */
  [role='alert']:not(:has(*)) {
    margin-top: calc(-1 * var(--space-2));
  }
  /* The path needs the room more than what is short. */
  @container (400px <= width < 480px) {
    .method {
      width: 5.25rem;
    }
    .line select {
      max-width: 7.75rem;
      padding-right: 22px;
    }
    .line :is(.method, select, .path) {
      padding-left: var(--space-2);
    }
  }
  @container (max-width: 399px) {
    .line .method {
      flex: 1 1 6.5rem;
    }
    .line select {
      flex: 1 1 8rem;
      max-width: none;
      border-right: 0;
    }
    .line:not(:has(select)) .method {
      flex: 1 1 100%;
      border-right: 0;
    }
    .path {
      /* With the button behind it. */
      flex: 1 1 calc(100% - 8rem);
    }
    .path,
    .act {
      border-top: 1px solid var(--line);
    }
  }
`
