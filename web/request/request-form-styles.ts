/** How the form that writes a request looks. */

import { css } from 'lit'

export const requestFormStyles = css`
  :host {
    container-type: inline-size;
  }
  form {
    display: grid;
    gap: var(--space-2);
  }
  .line,
  .authorization {
    display: flex;
    flex-wrap: wrap;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--sheet);
    overflow: hidden;
  }
  .authorization {
    border-color: var(--line);
  }
  input,
  select {
    min-width: 0;
    min-height: 40px;
    padding: 0 var(--space-3);
    border: 0;
    background-color: transparent;
    font: var(--code) / 1.4 var(--mono);
    font-variant-ligatures: none;
  }
  :is(.line, .authorization) :focus-visible {
    outline-offset: -2px;
  }
  select {
    max-width: 11rem;
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
    width: 6.5rem;
    border-right: 1px solid var(--line);
    font-weight: 650;
  }
  .path {
    flex: 1 1 10rem;
  }
  .act {
    display: grid;
    flex: 0 0 auto;
  }
  .act button {
    grid-area: 1 / 1;
    min-height: 40px;
    padding: 0 var(--space-5);
    border-radius: 0;
  }
  .name {
    display: flex;
    align-items: center;
    padding: 0 var(--space-3);
    border-right: 1px solid var(--line);
    color: var(--ink-2);
    font: var(--code) / 1.4 var(--mono);
  }
  .scheme {
    /* As wide as what is in it, where the browser can. */
    field-sizing: content;
    width: auto;
    min-width: 7.5rem;
    max-width: 60%;
    flex: none;
    border-right: 1px solid var(--line);
    font-weight: 650;
  }
  @supports not (field-sizing: content) {
    .scheme {
      width: 7.5rem;
    }
  }
  .token {
    flex: 1 1 5rem;
  }
  .authorization.filled .scheme {
    background: var(--accent-soft);
  }
  .authorization button {
    min-height: 40px;
    border-radius: 0;
    border-width: 0 0 0 1px;
    border-color: var(--line);
    font-size: var(--small);
  }
  .authorization .issued {
    flex: 1 0 100%;
    border-width: 1px 0 0;
    text-align: start;
    padding-left: var(--space-3);
    color: var(--accent);
    font-weight: 600;
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
  summary {
    width: fit-content;
    padding: var(--space-1) 0;
    color: var(--ink-2);
    font-size: var(--small);
    cursor: pointer;
  }
  .more {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-2) 0;
  }
  textarea {
    width: 100%;
    min-height: 72px;
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--sheet);
    font: var(--code) / 1.6 var(--mono);
    resize: vertical;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-4);
    justify-content: space-between;
    align-items: start;
  }
  details {
    flex: 1 1 16rem;
  }
  details[open] {
    flex-basis: 100%;
  }
  @container (max-width: 520px) {
    .line:not(:has(select)) .method {
      flex: 1 1 100%;
      border-right: 0;
    }
    .line select {
      flex: 1 1 8rem;
      max-width: none;
      border-right: 0;
    }
    .path {
      flex: 1 1 100%;
      border-top: 1px solid var(--line);
    }
    .act {
      flex: 1 1 100%;
    }
    .line,
    .name {
      border-bottom: 1px solid var(--line);
    }
    .name {
      flex: 1 1 100%;
      min-height: 32px;
      border-right: 0;
    }
  }
`
