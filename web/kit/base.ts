/** Styles every element of the page shares: text, code, links, buttons, fields, focus. */

import { css } from 'lit'
import { heardOnly } from './heard-only.ts'

export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
    scrollbar-width: thin;
    /* Code shows the signs that are there: == is two of them. A font set in short would bring ligatures back. */
    font-variant-ligatures: no-contextual !important;
  }
  h1,
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  pre,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  h1 {
    font-size: var(--title);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.25;
    text-wrap: balance;
  }
  h2,
  h3 {
    font-size: var(--text);
    font-weight: 650;
    line-height: 1.4;
  }
  .label {
    font-size: var(--small);
    font-weight: 600;
    color: var(--ink-2);
  }
  .small {
    font-size: var(--small);
    color: var(--ink-2);
  }
  code,
  kbd,
  .mono {
    font-family: var(--mono);
    font-size: 0.8667em;
    font-variant-ligatures: none;
  }
  p code,
  li code,
  label code {
    padding: 1px 5px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--sunk);
    overflow-wrap: anywhere;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  kbd {
    padding: 0 5px;
    border: 1px solid var(--line);
    border-bottom-width: 2px;
    border-radius: var(--radius-small);
    background: var(--sunk);
    color: var(--ink-2);
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  /* What leaves the page opens beside it. */
  a[target='_blank']::after {
    content: '\\2060↗' / '';
    font-size: 0.85em;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  /* Fields keep their value and cannot hold a bp-secret: while secrets are hidden, they show dots. */
  .secret {
    -webkit-text-security: var(--secret-characters, none);
  }
  ::placeholder {
    color: var(--ink-2);
    opacity: 1;
  }
  /* Engines draw these each in their own way: here they are drawn once, but where people have colours of their own. */
  select {
    appearance: none;
    background:
      linear-gradient(45deg, transparent 50%, currentColor 50%) calc(100% - 15px) 55% / 5px 5px
        no-repeat,
      linear-gradient(135deg, currentColor 50%, transparent 50%) calc(100% - 10px) 55% / 5px 5px
        no-repeat;
  }
  input:is([type='checkbox'], [type='radio']) {
    appearance: none;
    display: inline-grid;
    place-content: center;
    flex: none;
    width: 16px;
    height: 16px;
    min-height: 0;
    margin: 0;
    padding: 0;
    border: 1.5px solid var(--edge);
    border-radius: 4px;
    background: var(--sheet);
    cursor: inherit;
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input:is([type='checkbox'], [type='radio']):checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  input:checked::before {
    content: '';
    width: 10px;
    height: 10px;
    background: var(--on-accent);
    clip-path: polygon(8% 48%, 22% 34%, 40% 54%, 78% 12%, 92% 26%, 40% 84%);
  }
  input[type='radio']:checked::before {
    width: 6px;
    height: 6px;
    clip-path: circle();
  }
  input:is([type='checkbox'], [type='radio']):disabled {
    opacity: 0.55;
  }
  @media (forced-colors: active) {
    select,
    input:is([type='checkbox'], [type='radio']) {
      appearance: auto;
    }
  }
  summary {
    min-height: 24px;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '›';
    content: '›' / '';
    display: inline-block;
    width: 1em;
    font: 600 1.1em / 1 var(--sans);
    text-align: center;
  }
  details[open] > summary::before {
    rotate: 90deg;
  }
  button {
    min-height: 36px;
    padding: 0 var(--space-3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--sheet);
    cursor: pointer;
  }
  button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }
  button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  button.primary:hover:not(:disabled, [aria-disabled='true']) {
    filter: brightness(1.08);
    color: var(--on-accent);
  }
  button.plain {
    border-color: transparent;
    background: none;
    color: var(--ink-2);
  }
  button.plain:hover {
    color: var(--accent);
  }
  button:is(:disabled, [aria-disabled='true']) {
    cursor: not-allowed;
    border-color: var(--line);
    background: var(--sunk);
    color: var(--ink-2);
    filter: none;
  }
  /* A finger needs that much, wherever a button does not stand in a line of text. */
  @media (pointer: coarse) {
    button:not(.inline),
    summary,
    select,
    input:not([type='checkbox'], [type='radio']),
    label:has(input, select) {
      min-height: 44px !important;
    }
    summary {
      align-content: center;
    }
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    ${heardOnly}
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition:
        border-color 0.12s,
        color 0.12s,
        background 0.12s;
    }
  }
`
