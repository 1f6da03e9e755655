/** How tokens look, and the fields that they are written in. */

import { css } from 'lit'

/** The three parts of a token have a colour each, and an underline of their own. */
export const tokenStyles = css`
  .header {
    --part: var(--token-header);
    --underline: solid;
  }
  .payload {
    --part: var(--token-payload);
    --underline: double;
  }
  .signature {
    --part: var(--token-signature);
    --underline: dotted;
  }
  .run,
  .part-name {
    color: var(--part);
    /* WebKit knows no thickness in the shorthand. */
    text-decoration: underline;
    text-decoration-style: var(--underline);
    text-decoration-thickness: 1.5px;
    text-underline-offset: 0.28em;
    text-decoration-skip-ink: none;
  }
  .part-name {
    font-weight: 650;
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 4.5em;
    padding: var(--space-2);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background: var(--sheet);
    font: var(--code) / 1.55 var(--mono);
    word-break: break-all;
    resize: vertical;
  }
  input,
  select {
    min-height: 36px;
    min-width: 0;
    max-width: 100%;
    padding: 0 var(--space-2);
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    background-color: var(--sheet);
  }
  select {
    padding-right: 26px;
  }
  .fault {
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--stop);
    background: var(--stop-soft);
    font-size: var(--small);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: center;
  }
  @media (pointer: coarse) {
    button,
    input,
    select,
    summary {
      min-height: 44px;
    }
  }
`

/** Fields below each other, each below its label. */
export const tokenFormStyles = css`
  :host {
    display: grid;
    gap: var(--space-3);
  }
  label {
    display: grid;
    gap: var(--space-1);
  }
`
